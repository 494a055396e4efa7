"""Sessions: a new key at each change, an end for all of them at once, and none that lasts for ever."""

import time
from http import HTTPStatus
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from participation.people import leaving, sessions
from participation.people.groups import Role
from tests.people.signing import PASSWORD, is_signed_in, make_resident, sign_in_by_code, type_password
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db
HOUR = 3600


def key_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def with_key(key: str) -> Client:
    """A browser that has taken somebody's cookie."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    return client


def test_signing_in_takes_a_new_key(client):
    resident = make_resident(password=PASSWORD)
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = "by somebody"
    session.save()
    before = key_of(client)
    type_password(client, resident.email)
    assert key_of(client) != before
    assert not is_signed_in(with_key(before))


def test_after_signing_out_the_key_opens_nothing(client):
    sign_in_by_code(client, make_resident().email)
    before = key_of(client)
    assert is_signed_in(with_key(before))
    assert client.get(reverse("account_logout")).status_code == HTTPStatus.OK, "a link alone signs nobody out"
    assert is_signed_in(client)
    client.post(reverse("account_logout"))
    assert not is_signed_in(with_key(before))


def test_a_new_password_ends_the_other_sessions_and_changes_the_key_of_this_one():
    resident = make_resident(password=PASSWORD)
    here, there = Client(), Client()
    for client in (here, there):
        type_password(client, resident.email)
    before = key_of(here)
    new = "another long enough password"
    answer = here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new})
    assert answer.status_code == HTTPStatus.FOUND
    assert is_signed_in(here)
    assert key_of(here) != before
    assert not is_signed_in(with_key(before))
    assert not is_signed_in(there)


def test_signing_out_everywhere_ends_every_session():
    resident = make_resident()
    browsers = [Client() for _ in range(3)]
    for client in browsers:
        client.force_login(resident)
    assert browsers[0].get(reverse("people_sign_out_everywhere")).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    browsers[0].post(reverse("people_sign_out_everywhere"))
    assert [is_signed_in(client) for client in browsers] == [False] * 3


def test_the_sessions_of_an_account_shut_or_closed_are_dead(client):
    resident = make_resident()
    client.force_login(resident)
    resident.is_active = False
    resident.save()
    assert not is_signed_in(client)
    other = make_resident("other@example.org")
    client.force_login(other)
    leaving.close_account(user=other, by=other, now=sessions_now())
    assert not is_signed_in(client)


def sessions_now():
    from django.utils import timezone

    return timezone.now()


@pytest.fixture
def later(monkeypatch):
    """A function that moves the clock of sessions."""

    def move(seconds: float) -> None:
        monkeypatch.setattr(sessions, "time", SimpleNamespace(time=lambda: time.time() + seconds))

    return move


def test_a_staff_session_ends_after_two_hours_of_rest(later):
    make_website()
    client = enter_office(Client(), make_staff(Role.WRITING))
    later(1.9 * HOUR)
    assert client.get("/admin/").status_code == HTTPStatus.OK
    later(3.8 * HOUR)
    assert client.get("/admin/").status_code == HTTPStatus.OK, "it rested less than two hours"
    later(5.9 * HOUR)
    assert client.get("/admin/").status_code == HTTPStatus.FOUND
    later(0)
    assert client.get("/admin/").status_code == HTTPStatus.FOUND, "it is gone, not asleep"


def test_a_staff_session_ends_after_twelve_hours_of_work(later):
    make_website()
    client = enter_office(Client(), make_staff(Role.WRITING))
    for step in range(1, 12):
        later(step * HOUR)
        assert client.get("/admin/").status_code == HTTPStatus.OK
    later(12.1 * HOUR)
    assert client.get("/admin/").status_code == HTTPStatus.FOUND


def test_a_residents_session_lasts_two_weeks(client, later):
    sign_in_by_code(client, make_resident().email)
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 14 * 24 * HOUR
    later(5 * 24 * HOUR)
    assert is_signed_in(client)
