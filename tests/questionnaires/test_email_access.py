"""One answer per confirmed address – and no way from the address to the answer."""

import json
import re
from datetime import timedelta
from html import unescape

import altcha
import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from participation.questionnaires import drafts
from participation.questionnaires.models import Draft, EmailCode, Participation, Response
from participation.questionnaires.tokens import address_hash
from tests.factories import box_of, make_consultation
from tests.questionnaires.test_answering_screens import SAME_ORIGIN, answer_all, start, token_in

pytestmark = pytest.mark.django_db


def to_the_code(client, page, address="lea@example.org"):
    """Everything answered, the address typed, the mail sent; returns the code in the mail."""
    overview = answer_all(client, page).content.decode()
    response = client.post(start(page) + "verifier/", {"token": token_in(overview), "go": "send"}, **SAME_ORIGIN)
    assert response.url == start(page) + "adresse/"
    response = client.post(start(page) + "adresse/", {"address": address}, **SAME_ORIGIN)
    assert response.url == start(page) + "code/"
    return re.search(r"\b(\d{6})\b", mail.outbox[-1].body).group(1)


def test_the_right_code_sends_the_answers(client):
    page = make_consultation(level="email")
    code = to_the_code(client, page)
    assert not Response.objects.exists()
    response = client.post(start(page) + "code/", {"code": f" {code[:3]} {code[3:]} "}, **SAME_ORIGIN)
    assert response.url == start(page) + "recu/"
    assert Response.objects.count() == 1
    assert "data-receipt" in client.get(response.url).content.decode()


def test_an_address_answers_once_whatever_its_spelling(client):
    page = make_consultation(level="email")
    client.post(start(page) + "code/", {"code": to_the_code(client, page)}, **SAME_ORIGIN)
    again = Client()
    code = to_the_code(again, page, address=" LEA@Example.org ")
    response = again.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN)
    assert response.status_code == 409
    assert Response.objects.count() == 1


def test_the_same_address_may_answer_another_consultation():
    hashes = {address_hash(key=key, address="lea@example.org") for key in ("one", "two")}
    assert len(hashes) == 2


def test_nothing_in_the_database_holds_the_address(client):
    page = make_consultation(level="email")
    client.post(start(page) + "code/", {"code": to_the_code(client, page)}, **SAME_ORIGIN)
    assert Participation.objects.count() == 1
    for model in (Participation, EmailCode, Response):
        assert "lea" not in str(list(model.objects.values()))


def test_a_participation_shares_no_key_and_no_time_with_answers():
    names = {field.name for field in Participation._meta.get_fields()}
    assert names == {"id", "questionnaire", "participant_hash"}
    assert Participation._meta.pk.get_internal_type() == "UUIDField"


def test_participations_are_rewritten_in_the_order_of_their_hashes():
    page = make_consultation(level="email")
    box = box_of(page)
    hashes = [address_hash(key="k", address=f"p{n}@example.org") for n in range(20)]
    for hashed in hashes:
        Participation.objects.create(questionnaire=box, participant_hash=hashed)
    before = set(Participation.objects.values_list("pk", flat=True))
    assert drafts.scatter(questionnaire=box) == 20
    assert sorted(Participation.objects.values_list("participant_hash", flat=True)) == sorted(hashes)
    assert before.isdisjoint(Participation.objects.values_list("pk", flat=True))


def test_a_wrong_code_says_how_many_tries_are_left_then_stops(client):
    page = make_consultation(level="email")
    code = to_the_code(client, page)
    wrong = "000000" if code != "000000" else "111111"
    for _try in range(5):
        assert client.post(start(page) + "code/", {"code": wrong}, **SAME_ORIGIN).status_code == 422
    response = client.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN)
    assert response.status_code == 422
    assert not Response.objects.exists()


def test_an_expired_code_lets_no_answer_through(client):
    page = make_consultation(level="email")
    code = to_the_code(client, page)
    EmailCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN).status_code == 422
    assert not Response.objects.exists()


def test_the_code_screen_cannot_be_passed_without_a_code(client):
    page = make_consultation(level="email")
    answer_all(client, page)
    assert client.post(start(page) + "code/", {"code": "123456"}, **SAME_ORIGIN).status_code == 422
    assert not Response.objects.exists()


def test_a_double_click_on_the_last_button_gives_one_record(client):
    page = make_consultation(level="email")
    code = to_the_code(client, page)
    first = client.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN)
    second = client.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN)
    assert first.url == second.url == start(page) + "recu/"
    assert Response.objects.count() == 1


def test_a_mail_server_that_is_down_is_said_and_the_answers_are_kept(client, monkeypatch):
    page = make_consultation(level="email")
    overview = answer_all(client, page).content.decode()
    client.post(start(page) + "verifier/", {"token": token_in(overview), "go": "send"}, **SAME_ORIGIN)
    monkeypatch.setattr(
        "django.core.mail.EmailMultiAlternatives.send", lambda self: (_ for _ in ()).throw(ConnectionRefusedError())
    )
    response = client.post(start(page) + "adresse/", {"address": "lea@example.org"}, **SAME_ORIGIN)
    assert response.status_code == 503
    assert client.get(start(page) + "verifier/").status_code == 200


def test_an_address_that_is_none_is_refused(client):
    page = make_consultation(level="email")
    answer_all(client, page)
    response = client.post(start(page) + "adresse/", {"address": "lea(at)example"}, **SAME_ORIGIN)
    assert response.status_code == 422
    assert not mail.outbox


def test_with_proof_of_work_a_code_by_mail_is_the_way_without_javascript(client):
    page = make_consultation(requires_proof_of_work=True)
    overview = answer_all(client, page).content.decode()
    token = token_in(overview)
    assert "data-proof" in overview
    refused = client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert refused.status_code == 422
    client.post(start(page) + "adresse/", {"address": "lea@example.org"}, **SAME_ORIGIN)
    code = re.search(r"\b(\d{6})\b", mail.outbox[-1].body).group(1)
    sent = client.post(start(page) + "code/", {"code": code}, **SAME_ORIGIN)
    assert sent.url == start(page) + "recu/"
    assert not Participation.objects.exists()


def solved(overview: str) -> altcha.Payload:
    """The computation an overview asks for, done."""
    challenge = altcha.Challenge.from_dict(json.loads(unescape(re.search(r'data-proof="([^"]+)"', overview).group(1))))
    return altcha.Payload(challenge, altcha.solve_challenge(challenge))


def test_a_solved_computation_is_good_for_its_own_draft_only(client):
    page = make_consultation(requires_proof_of_work=True)
    overview = answer_all(client, page).content.decode()
    payload = solved(overview).to_base64()
    other = Client()
    stolen = {"token": token_in(answer_all(other, page).content.decode()), "go": "send", "proof": payload}
    assert other.post(start(page) + "verifier/", stolen, **SAME_ORIGIN).status_code == 422
    fields = {"token": token_in(overview), "go": "send", "proof": payload}
    assert client.post(start(page) + "verifier/", fields, **SAME_ORIGIN).url == start(page) + "recu/"


def test_a_computation_made_easier_or_not_done_is_refused(client):
    page = make_consultation(requires_proof_of_work=True)
    overview = answer_all(client, page).content.decode()
    draft = Draft.objects.get()
    easy = altcha.create_challenge(
        "PBKDF2/SHA-256", 1, key_prefix="0", hmac_secret="ours?", data=solved(overview).challenge.parameters.data
    )
    forged = altcha.Payload(easy, altcha.solve_challenge(easy)).to_base64()
    unsolved = solved(overview)
    unsolved.solution.counter += 1
    unsolved.solution.derived_key = "00" * 32
    for proof in (forged, unsolved.to_base64(), "", "e30="):
        fields = {"token": token_in(overview), "go": "send", "proof": proof}
        assert client.post(start(page) + "verifier/", fields, **SAME_ORIGIN).status_code == 422
    assert not Response.objects.exists()
    assert Draft.objects.get() == draft
