"""Receipts show that an answer is stored; withdrawal codes erase it until the close."""

import re

import pytest
from django.core import mail
from django.utils.formats import date_format

from participation.core.secrets import grouped, normalised_code
from participation.questionnaires import results
from participation.questionnaires.models import Answer, Response
from participation.questionnaires.tokens import SECRET_LENGTH
from tests.factories import answer, box_of, close, make_consultation
from tests.questionnaires.test_answering_screens import SAME_ORIGIN, send, start

pytestmark = pytest.mark.django_db


def test_anyone_can_check_a_receipt_and_learns_nothing_of_the_content(client):
    page = make_consultation()
    receipt = answer(page=page)
    html = client.get("/recus/", {"code": grouped(receipt.code).lower()}).content.decode()
    assert page.title in html
    assert 'data-level="success"' in html
    assert "Plus d’ombre" not in html
    assert 'data-level="warning"' in client.get("/recus/", {"code": "AAAAA-AAAAA"}).content.decode()


def test_the_resident_withdraws_the_answer_and_it_is_no_longer_counted(client):
    page = make_consultation()
    answer(page=page)
    receipt = answer(page=page)
    asked = client.post("/retrait/", {"code": grouped(receipt.secret)})
    assert page.title in asked.content.decode()
    assert "Plus d’ombre" not in asked.content.decode(), "Which answer it is, never what it says."
    assert results.participants(questionnaire=box_of(page)) == 2, "One press erases nothing."
    response = client.post("/retrait/", {"code": grouped(receipt.secret), "confirmed": "yes"})
    assert response.status_code == 200
    assert Answer.objects.filter(response=receipt.response).count() == 0
    assert results.participants(questionnaire=box_of(page)) == 1
    assert 'data-level="info"' in client.get("/recus/", {"code": receipt.code}).content.decode()


def test_a_withdrawal_takes_every_count_back():
    from django.utils import timezone

    from participation.questionnaires import answering, tallies

    page = make_consultation()
    receipt = answer(page=page)
    answering.withdraw(secret=receipt.secret, now=timezone.now())
    assert not any(tallies.add_up(questionnaire=box_of(page)).values())


def test_withdrawing_twice_changes_nothing_more(client):
    page = make_consultation()
    receipt = answer(page=page)
    twice = [client.post("/retrait/", {"code": receipt.secret, "confirmed": "yes"}).status_code for _press in range(2)]
    assert twice == [200, 422]
    assert client.post("/retrait/", {"code": receipt.secret}).status_code == 422
    assert results.participants(questionnaire=box_of(page)) == 0


def test_after_the_close_nothing_can_be_withdrawn(client):
    page = make_consultation()
    receipt = answer(page=page)
    close(page)
    for said in ({}, {"confirmed": "yes"}):
        assert client.post("/retrait/", {"code": receipt.secret, **said}).status_code == 422
    assert results.participants(questionnaire=box_of(page)) == 1


def test_the_receipt_code_does_not_withdraw(client):
    receipt = answer(page=make_consultation())
    assert client.post("/retrait/", {"code": receipt.code, "confirmed": "yes"}).status_code == 422
    assert Response.objects.get().withdrawn_on is None


def test_the_withdrawal_code_has_a_hundred_bits_and_is_stored_only_as_a_hash():
    receipt = answer(page=make_consultation())
    assert SECRET_LENGTH * 5 >= 80
    assert receipt.secret not in str(Response.objects.values().get())
    assert normalised_code(grouped(receipt.secret).lower().replace("-", " ")) == receipt.secret


def test_the_receipt_by_mail_holds_no_withdrawal_code_and_the_address_is_forgotten(client):
    page = make_consultation()
    _token, sent = send(client, page)
    html = client.get(sent.url).content.decode()
    secret = re.search(r"data-withdrawal>([^<]+)<", html).group(1)
    response = client.post(sent.url, {"address": "lea@example.org"}, **SAME_ORIGIN)
    assert response.url == start(page) + "recu/?courriel"
    assert len(mail.outbox) == 1
    assert secret not in mail.outbox[0].body


def test_a_mistyped_address_stays_in_its_field_with_what_is_wrong_beside_it(client):
    _token, sent = send(client, make_consultation())
    response = client.post(sent.url, {"address": "lea chez example.org"}, **SAME_ORIGIN)
    assert response.status_code == 422
    html = response.content.decode()
    field = re.search(r'<input[^>]*id="address"[^>]*>', html).group()
    assert 'value="lea chez example.org"' in field
    assert 'aria-invalid="true"' in field
    assert 'id="address-error"' in html
    assert "address-error" in re.search(r'aria-describedby="([^"]*)"', field).group(1).split()
    assert html.count("data-focus-on-load") == 1, "The focus goes to one place: the summary."
    assert html.index("data-focus-on-load") < html.index("<h1")
    assert '<a href="#address">' in html
    assert "<title>Erreur" in html


def test_the_receipt_of_a_withdrawn_answer_says_so_and_mails_nothing(client):
    page = make_consultation()
    _token, sent = send(client, page)
    secret = re.search(r"data-withdrawal>([^<]+)<", client.get(sent.url).content.decode()).group(1)
    client.post("/retrait/", {"code": secret, "confirmed": "yes"}, **SAME_ORIGIN)
    for response in (client.get(sent.url), client.post(sent.url, {"address": "lea@example.org"}, **SAME_ORIGIN)):
        main = response.content.decode().split("<main")[1].split("</main>")[0]
        assert "retirée" in main
        assert date_format(Response.objects.get().withdrawn_on, "DATE_FORMAT") in main
        assert secret not in main
        assert "<form" not in main
    assert not mail.outbox


def test_once_its_short_life_is_over_the_receipt_screen_shows_nothing(client):
    page = make_consultation()
    _token, sent = send(client, page)
    client.cookies.clear()
    assert client.get(sent.url).url == page.url
