"""Guessing: ten tries in five minutes are looked at, whoever makes them; the owner still gets in."""

import re
from http import HTTPStatus

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.people.signing import (
    PASSWORD,
    ask_code,
    code_of,
    is_signed_in,
    last_code,
    make_resident,
    type_code,
    type_factor,
    type_password,
    wrong,
)
from tests.website import give_authenticator

pytestmark = pytest.mark.django_db
TRIES = 200
NETWORKS = [f"198.51.100.{number}" for number in range(10)]


@pytest.fixture(autouse=True)
def nothing_tried_yet():
    cache.clear()
    yield
    cache.clear()


def test_ten_passwords_are_looked_at_whatever_the_network_and_the_owner_gets_in_by_code(monkeypatch):
    owner = make_resident(password=PASSWORD)
    checked = []
    verify = MD5PasswordHasher.verify
    monkeypatch.setattr(MD5PasswordHasher, "verify", lambda self, *args: checked.append(args) or verify(self, *args))
    answers = []
    for number in range(TRIES):
        attacker = Client(REMOTE_ADDR=NETWORKS[number % 10])
        address = owner.email if number % 2 else owner.email.upper()
        answers.append(type_password(attacker, address, f"guess number {number}"))
    assert 0 < len(checked) <= 10
    assert [answer.status_code for answer in answers[10:]] == [HTTPStatus.TOO_MANY_REQUESTS] * (TRIES - 10)
    said = answers[-1].content.decode()
    assert "cinq minutes" in said
    client = Client()
    assert type_password(client, owner.email).status_code == HTTPStatus.TOO_MANY_REQUESTS
    ask_code(client, owner.email)
    assert type_code(client, last_code()).status_code == HTTPStatus.FOUND
    assert is_signed_in(client)


def test_nine_codes_are_looked_at_and_the_owner_gets_in_by_password():
    owner = make_resident(password=PASSWORD)
    looked_at = 0
    for number in range(TRIES // 4):
        attacker = Client(REMOTE_ADDR=NETWORKS[number % 10])
        if ask_code(attacker, owner.email).status_code == HTTPStatus.FOUND:
            for _ in range(5):
                answer = type_code(attacker, wrong(last_code()))
                looked_at += answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY or "connexion" in getattr(
                    answer, "url", ""
                )
                if answer.status_code == HTTPStatus.FOUND:
                    break
        assert not is_signed_in(attacker)
    assert 0 < looked_at <= 10
    assert 0 < len(mail.outbox) <= 4, "the owner's mailbox is not flooded either"
    assert is_signed_in_by_password(owner.email)


def use_up_codes(address: str, networks: list[str]) -> None:
    """Strangers ask for the code of this address until they are refused."""
    for network in networks:
        for _again in range(3):
            ask_code(Client(REMOTE_ADDR=network), address)


def test_one_network_cannot_use_up_the_codes_of_an_address():
    owner = make_resident()
    use_up_codes(owner.email, NETWORKS[:1])
    client = Client(REMOTE_ADDR=NETWORKS[1])
    ask_code(client, owner.email)
    assert type_code(client, last_code()).status_code == HTTPStatus.FOUND
    assert is_signed_in(client)


def test_ten_networks_that_use_up_the_codes_leave_the_owner_the_browser_she_knows():
    owner, other = make_resident(), make_resident("other@example.org")
    known, neighbour = Client(), Client()
    for client, person in ((known, owner), (neighbour, other)):
        ask_code(client, person.email)
        type_code(client, last_code())
        client.post(reverse("account_logout"))
        assert not is_signed_in(client)
    cache.clear()
    use_up_codes(owner.email, NETWORKS)
    for stranger in (Client(REMOTE_ADDR="203.0.113.9"), neighbour):
        answer = ask_code(stranger, owner.email)
        assert answer.status_code == HTTPStatus.TOO_MANY_REQUESTS
        said = answer.content.decode()
        assert "une clé d’accès" in said
        assert re.search(r"jusqu’à \d\d:\d\d", said), "the hour when it works again at the latest"
    assert ask_code(known, owner.email).status_code == HTTPStatus.FOUND
    assert type_code(known, last_code()).status_code == HTTPStatus.FOUND
    assert is_signed_in(known)
    known.post(reverse("people_sign_out_everywhere"))
    assert ask_code(known, owner.email).status_code == HTTPStatus.TOO_MANY_REQUESTS, "signing out everywhere forgets it"


def test_a_browser_that_knows_the_account_has_no_more_tries_than_others():
    owner, client = make_resident(), Client()
    ask_code(client, owner.email)
    type_code(client, last_code())
    statuses = []
    for _again in range(5):
        client.post(reverse("account_logout"))
        statuses.append(ask_code(client, owner.email).status_code)
    assert statuses == [HTTPStatus.FOUND] * 3 + [HTTPStatus.TOO_MANY_REQUESTS] * 2


def is_signed_in_by_password(address: str) -> bool:
    client = Client()
    type_password(client, address)
    return is_signed_in(client)


def test_ten_codes_of_an_authenticator_are_looked_at():
    owner = make_resident(password=PASSWORD)
    secret = give_authenticator(owner)
    statuses = []
    for number in range(30):
        attacker = Client(REMOTE_ADDR=NETWORKS[number % 10])
        type_password(attacker, owner.email)
        statuses.append(type_factor(attacker, wrong(code_of(secret))).status_code)
    assert 0 < statuses.count(HTTPStatus.UNPROCESSABLE_ENTITY) <= 10
    assert set(statuses[10:]) == {HTTPStatus.TOO_MANY_REQUESTS}


def test_a_right_password_is_not_counted():
    owner = make_resident(password=PASSWORD)
    for _ in range(12):
        assert type_password(Client(), owner.email).status_code == HTTPStatus.FOUND


def test_a_code_lasts_a_quarter_of_an_hour_and_three_tries(monkeypatch):
    owner = make_resident()
    client = Client()
    ask_code(client, owner.email)
    code = last_code()
    for _ in range(2):
        assert type_code(client, wrong(code)).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert type_code(client, wrong(code)).status_code == HTTPStatus.FOUND
    type_code(client, code)
    assert not is_signed_in(client)
    ask_code(client, owner.email)
    state = client.session
    state["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 15 * 60 + 1
    state.save()
    type_code(client, last_code())
    assert not is_signed_in(client)


def test_a_code_of_somebody_else_opens_nothing():
    make_resident()
    make_resident("other@example.org")
    mine, theirs = Client(), Client()
    ask_code(theirs, "other@example.org")
    code = last_code()
    ask_code(mine, "lea@example.org")
    if code != last_code():
        assert type_code(mine, code).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert type_code(Client(), code).status_code == HTTPStatus.FOUND
    assert not is_signed_in(mine)


def test_one_network_cannot_try_every_address():
    answers = [
        type_password(Client(REMOTE_ADDR=NETWORKS[0]), f"nobody-{number}@example.org", "x") for number in range(70)
    ]
    assert answers[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS
    owner = make_resident(password=PASSWORD)
    elsewhere = Client(REMOTE_ADDR=NETWORKS[1])
    assert type_password(elsewhere, owner.email).status_code == HTTPStatus.FOUND
    assert elsewhere.get(reverse("people_account")).status_code == HTTPStatus.OK
