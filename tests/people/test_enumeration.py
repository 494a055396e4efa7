"""Nobody learns from a form whether an address has an account: same answer, same screen, same work."""

import re
from http import HTTPStatus

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from participation.people.models import User
from tests.people.signing import PASSWORD, make_resident

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN, SHUT, UNCONFIRMED = "lea@example.org", "luc@example.org", "ali@example.org", "zoe@example.org"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
FORMS = {
    "account_request_login_code": {},
    "account_login": {"password": "not the right one"},
    "account_signup": {"display_name": "", "age": "yes"},
    "account_reset_password": {},
}


@pytest.fixture(autouse=True)
def people():
    cache.clear()
    make_resident(KNOWN, password=PASSWORD)
    make_resident(SHUT, password=PASSWORD, is_active=False)
    User.objects.create_user(username="unconfirmed", email=UNCONFIRMED, password=PASSWORD)


def answers(name: str, address: str) -> list[tuple[int, str, str]]:
    """Each answer on the way: status, where it leads, what is shown."""
    client = Client()
    field = "login" if name == "account_login" else "email"
    said = [client.post(reverse(name), {field: address, **FORMS[name]})]
    while said[-1].status_code == HTTPStatus.FOUND:
        said.append(client.get(said[-1].url))
    if said[-1].context and "code" in str(said[-1].request["PATH_INFO"]):
        place = said[-1].request["PATH_INFO"]
        said.append(client.post(place, {"code": "000000"}))
        said.append(client.post(place, {"code": ""}))
    return [
        (
            one.status_code,
            one.headers.get("Location", ""),
            TOKEN.sub("", one.content.decode()).lower().replace(address.lower(), "ADDRESS"),
        )
        for one in said
    ]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("address", [KNOWN, KNOWN.upper(), SHUT, UNCONFIRMED])
def test_the_answer_is_the_same_for_an_address_nobody_uses(name, address):
    there, nowhere = answers(name, address), answers(name, UNKNOWN if address.islower() else UNKNOWN.upper())
    assert [one[:2] for one in there] == [one[:2] for one in nowhere]
    for one, other in zip(there, nowhere, strict=True):
        assert one[2] == other[2]


@pytest.mark.parametrize("name", FORMS)
def test_one_message_leaves_either_way(name):
    if name == "account_login":
        return
    for address in (KNOWN, UNKNOWN):
        mail.outbox.clear()
        answers(name, address)
        assert [message.to for message in mail.outbox] == [[address]]


def test_a_password_costs_the_same_work_either_way(monkeypatch):
    work = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, *args: work.append(1) or encode(self, *args))
    counts = []
    for address in (KNOWN, UNKNOWN, SHUT, "nobody"):
        work.clear()
        answers("account_login", address)
        counts.append(len(work))
    assert counts == [1] * 4


def test_signing_up_again_changes_nothing_of_the_account_there():
    before = User.objects.get(email=KNOWN)
    Client().post(reverse("account_signup"), {"email": KNOWN.upper(), "display_name": "Une autre", "age": "no"})
    after = User.objects.get(email=KNOWN)
    assert (after.display_name, after.reached_fifteen) == (before.display_name, before.reached_fifteen)
    assert User.objects.filter(email__iexact=KNOWN).count() == 1
