"""Signing in to the admin: a pause after too many wrong passwords."""

import pytest

from participation.people.groups import Role
from tests.website import make_staff, make_website

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


def sign_in(client, name: str, password: str = PASSWORD, network: str = HERE):
    return client.post("/admin/login/", {"username": name, "password": password}, REMOTE_ADDR=network)


@pytest.fixture
def name() -> str:
    make_website()
    return make_staff(Role.WRITING).username


def test_after_too_many_wrong_passwords_the_right_one_waits_too(client, name):
    for _ in range(11):
        sign_in(client, name, "wrong")
    response = sign_in(client, name.upper())
    assert response.status_code == 200
    assert "error" in response.content.decode()
    assert response.context["form"].has_error("__all__", "too_many")
    assert str(response.context["form"].non_field_errors()[0]) in response.content.decode().replace("&#x27;", "'")
    assert sign_in(client, name, network=ELSEWHERE).status_code == 302


def test_right_passwords_are_not_counted(client, name):
    for _ in range(12):
        assert sign_in(client, name).status_code == 302
        client.logout()


def test_one_network_cannot_try_every_name(client, name, monkeypatch):
    monkeypatch.setattr("participation.people.forms.FAILURES_PER_NETWORK", 3)
    for number in range(4):
        sign_in(client, f"nobody-{number}", "wrong")
    assert sign_in(client, name).status_code == 200
    assert sign_in(client, name, network=ELSEWHERE).status_code == 302
