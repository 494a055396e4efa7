"""Under 15, an account waits for a guardian: asked once, by a link that only a press on a button uses."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from participation.people import guardians
from participation.people.models import GuardianRequest, User

from .signing import last_code, make_resident, sign_in_by_code

pytestmark = pytest.mark.django_db
GUARDIAN = "parent@example.org"


@pytest.fixture
def child(now) -> User:
    return make_resident("tom@example.org", display_name="Tom", reached_fifteen=False, signed_up_at=now)


@pytest.fixture
def browser(client, child) -> Client:
    sign_in_by_code(client, child.email)
    return client


def ask(browser: Client, address: str = GUARDIAN):
    return browser.post(reverse("people_guardian"), {"guardian": address})


def link() -> str:
    """The path of the link in the last message."""
    return re.search(r"https?://[^/\s]+(/\S+)", mail.outbox[-1].body)[1]


def test_a_child_signs_up_and_is_led_to_the_question(client):
    client.post(reverse("account_signup"), {"email": "tom@example.org", "age": "no"})
    answer = client.post(reverse("account_email_verification_sent"), {"code": last_code()}, follow=True)
    assert answer.request["PATH_INFO"] == reverse("people_guardian")
    text = answer.content.decode()
    assert "Avant 15" in text
    assert "sans compte" in text


def test_until_then_the_account_can_only_ask_leave_and_be_closed(browser):
    for name in (
        "people_account",
        "people_name",
        "mfa_index",
        "account_email",
        "account_set_password",
        "usersessions_list",
    ):
        assert browser.get(reverse(name)).headers["Location"] == reverse("people_guardian"), name
        assert browser.post(reverse(name), {"display_name": "x"}).headers["Location"] == reverse("people_guardian"), (
            name
        )
    assert browser.get(reverse("people_leave")).status_code == 200
    assert browser.get(reverse("account_logout")).status_code == 200


def test_the_guardian_reads_then_agrees_and_the_account_opens(browser, child):
    ask(browser)
    assert mail.outbox[-1].to == [GUARDIAN]
    address = link()
    read = Client().get(address)
    assert read.status_code == 200
    assert read.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in read.headers["Cache-Control"]
    assert "Tom" not in read.content.decode()
    child.refresh_from_db()
    assert child.awaits_guardian
    agreed = Client(enforce_csrf_checks=True).post(address, {"answer": "yes"})
    assert agreed.status_code == 200
    child.refresh_from_db()
    assert not child.awaits_guardian
    assert child.guardian_hash == guardians.address_hash(" Parent@Example.org ")
    assert browser.get(reverse("people_account")).status_code == 200
    assert child.public_name == child.pseudonym


def test_the_link_serves_once_and_a_newer_message_replaces_it(browser, child):
    ask(browser)
    old = link()
    ask(browser)
    assert Client().get(old).status_code == 410
    assert Client().post(link(), {"answer": "yes"}).status_code == 200
    for act in (Client().get, Client().post):
        assert act(link()).status_code == 410


def test_neither_a_preview_nor_another_site_uses_the_link(browser, child):
    ask(browser)
    for method in ("get", "head", "post"):
        getattr(Client(), method)(link())
    assert Client().post(link(), {"answer": "yes"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    child.refresh_from_db()
    assert child.awaits_guardian


def test_a_forged_or_old_link_opens_nothing(browser, child, now):
    ask(browser)
    asked = GuardianRequest.objects.get()
    good = signing.dumps(asked.key, salt=guardians.SALT)
    later = asked.asked_at + timedelta(days=guardians.DAYS)
    other_purpose = signing.dumps(asked.key, salt="something.else")
    assert guardians.find(token=good, now=later - timedelta(minutes=1))
    for token in (other_purpose, good[:-2], "x", signing.dumps("x", salt=guardians.SALT)):
        assert guardians.find(token=token, now=now) is None
    assert guardians.find(token=good, now=later) is None
    assert guardians.agree(token=good, now=later) is None


def test_a_guardian_who_declines_removes_the_account(browser, child):
    ask(browser)
    assert Client().post(link(), {"answer": "no"}).status_code == 200
    assert not User.objects.filter(pk=child.pk).exists()
    assert browser.get(reverse("people_account")).status_code == 302


def test_the_guardians_address_is_never_stored(browser, child):
    ask(browser)
    guardians.agree(token=signing.dumps(GuardianRequest.objects.get().key, salt=guardians.SALT), now=timezone.now())
    for model in (User, GuardianRequest):
        for row in model.objects.values():
            assert not any(GUARDIAN in str(value) for value in row.values())


def test_a_child_cannot_agree_for_the_guardian_with_the_same_address(browser):
    answer = ask(browser, "TOM@example.org")
    assert answer.status_code == 422
    assert "propre adresse" in answer.content.decode()
    assert not GuardianRequest.objects.exists()


def test_no_more_than_three_messages_leave_in_an_hour(browser):
    before = len(mail.outbox)
    statuses = [ask(browser, f"parent{number}@example.org").status_code for number in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert len(mail.outbox) - before == 3


def test_the_database_knows_no_agreement_without_a_guardian(child, now):
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=child.pk).update(guardian_agreed_at=now)
