"""Odd and hostile input, and questionnaires that change under somebody's hands: nothing breaks, nothing leaks."""

import pytest
from django.core import mail
from django.test import Client, RequestFactory
from wagtail.models import PageViewRestriction

from participation.core.limits import network_of
from participation.questionnaires import results
from participation.questionnaires.comparing import altering
from participation.questionnaires.documents import compiled
from participation.questionnaires.models import Draft, Response, Version
from participation.questionnaires.questions import KINDS, Choice, Value
from tests.factories import VALUES, answer, box_of, make_consultation
from tests.questionnaires.test_answering_screens import FIRST, SAME_ORIGIN, SECOND, answer_all, send, start, token_in
from tests.questionnaires.test_languages import translate
from tests.questionnaires.test_versions import question, republish

pytestmark = pytest.mark.django_db

EVERYTHING = Value(choices=("habitante", "4"), text="Un texte", number="12")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_value_typed_for_another_kind_of_question_is_left_aside(kind):
    extra = {"choices": (Choice("habitante", "Habitante"),)} if "choices" in kind.__dataclass_fields__ else {}
    asked = kind(key="q", text="?", **extra)
    for stored in (EVERYTHING, Value(text="Un texte"), Value(number="12"), Value(choices=("4",))):
        value = asked.value_in({"q": stored.to_json()})
        if not value.is_blank and not asked.problem(value):
            assert all(row.choice or row.text or row.number is not None for row in asked.rows(value))


def test_a_question_that_changes_kind_meanwhile_is_asked_again(client):
    page = make_consultation()
    overview = answer_all(client, page).content.decode()

    def change(blocks):
        question(blocks, "word").update(type="scale", value={"text": "En un mot ?", "key": "word", "steps": 5})

    republish(page, change)
    token = token_in(overview)
    sent = client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert sent.url == start(page) + "verifier/?avis=change"
    assert client.get(sent.url).status_code == 200
    client.post(start(page) + "verifier/", {"token": token, "go": "send"}, **SAME_ORIGIN)
    assert not Response.objects.get().answers.filter(question="word").exists()


def test_a_null_character_anywhere_breaks_nothing(client):
    page = make_consultation()
    fields = {"q-link": "\x00habitante", "q-uses": ["marche", "\x00"], "q-ease": "\x00", "q-link-other": "\x00"}
    assert client.post(start(page), fields, **SAME_ORIGIN).status_code == 302
    assert client.post(start(page) + "2/", {"q-ideas": "a\x00b", "q-trees": "\x001"}, **SAME_ORIGIN).status_code == 302
    assert client.get("/recus/", {"code": "\x00ABC"}).status_code == 200
    assert client.post("/retrait/", {"code": "\x00"}, **SAME_ORIGIN).status_code == 422


def test_a_private_page_shows_none_of_its_questions_to_a_bare_post(client):
    page = make_consultation()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    for address in ("", "1/", "2/"):
        for headers in ({}, SAME_ORIGIN):
            response = client.post(start(page) + address, FIRST, **headers)
            assert response.status_code == 404
            assert "lien avec la place" not in response.content.decode()
    assert not Draft.objects.exists()


def test_an_address_no_mail_server_could_spell_is_refused_in_words(client):
    page = make_consultation(level="email")
    overview = answer_all(client, page).content.decode()
    client.post(start(page) + "verifier/", {"token": token_in(overview), "go": "send"}, **SAME_ORIGIN)
    response = client.post(start(page) + "adresse/", {"address": "x@" + "é" * 60 + ".fr"}, **SAME_ORIGIN)
    assert response.status_code == 422


def test_a_receipt_cannot_be_used_to_flood_somebodys_mailbox(client):
    page = make_consultation()
    _token, sent = send(client, page)
    for _time in range(12):
        client.post(sent.url, {"address": "victim@example.org"}, **SAME_ORIGIN)
    assert len(mail.outbox) == 3


def test_asking_for_somebodys_codes_elsewhere_does_not_keep_them_from_answering():
    page = make_consultation(level="email")
    for network, wanted in (("192.0.2.1", 6), ("192.0.2.2", 1)):
        mail.outbox.clear()
        client = Client(REMOTE_ADDR=network)
        answer_all(client, page)
        for _time in range(8 if wanted == 6 else 1):
            client.post(start(page) + "adresse/", {"address": "lea@example.org"}, **SAME_ORIGIN)
        assert len(mail.outbox) == wanted


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("", "local"),
        ("192.0.2.7:555", "local"),
    ],
)
def test_networks_are_told_apart(address, network):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_a_withdrawal_without_proof_of_origin_keeps_the_code_typed():
    page = make_consultation()
    receipt = answer(page=page)
    client = Client(enforce_csrf_checks=True)
    response = client.post("/retrait/", {"code": receipt.secret})
    assert response.status_code == 422
    assert receipt.secret in response.content.decode()
    assert results.participants(questionnaire=box_of(page)) == 1


def test_links_in_a_screens_introduction_lead_somewhere(client):
    page = make_consultation()
    link = f'<p><a linktype="page" id="{page.get_parent().pk}">la démarche</a></p>'
    body = [("section", {"title": "Un", "intro": link}), ("short_text", {"text": "Un mot ?", "key": "word"})]
    other = make_consultation(body=body)
    html = client.get(other.url).content.decode()
    assert f'href="{page.get_parent().url}"' in html
    assert "linktype" not in html


def test_a_translation_made_before_the_key_was_given_shares_the_key():
    body = [("section", {"title": "Un", "intro": ""}), ("short_text", {"text": "Pourquoi venir ?", "max_length": 60})]
    page = make_consultation(body=body)
    translate(page)
    keys = {tuple(compiled(version).questions) for version in Version.objects.all()}
    assert Version.objects.count() == 2
    assert keys == {("pourquoi_venir",)}


def test_an_option_that_begins_to_stand_alone_alters_answers_given():
    page = make_consultation()
    before = compiled(Version.objects.get())
    republish(page, lambda blocks: question(blocks, "uses")["value"]["choices"][0]["value"].update(is_exclusive=True))
    assert altering(before, compiled(Version.objects.latest("number")))


def test_ticking_archived_does_not_close_an_open_consultation(client):
    page = make_consultation()
    page.is_archived = True
    page.save_revision().publish()
    assert "data-questionnaire" in client.get(page.url).content.decode()
    answer(page=page, values=VALUES)


def test_the_second_screen_of_an_unknown_version_is_never_out_of_reach(client):
    page = make_consultation()
    client.post(start(page), FIRST, **SAME_ORIGIN)
    assert client.get(start(page) + "99/").url == start(page) + "verifier/"
    assert client.post(start(page) + "99/", SECOND, **SAME_ORIGIN).status_code == 302
