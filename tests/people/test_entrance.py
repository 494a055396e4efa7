"""The staff entrance: one sign-in for all, and a second factor before any door of the office."""

from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission
from django.core.checks import run_checks
from django.test import Client
from django.urls import reverse

from participation.people.groups import Role, group_of
from participation.people.models import User
from tests.people.signing import (
    PASSWORD,
    ask_code,
    code_of,
    is_signed_in,
    last_code,
    make_resident,
    sign_in_by_code,
    type_code,
    type_factor,
    type_password,
    wrong,
)
from tests.website import enter_office, give_authenticator, make_staff, make_website

pytestmark = pytest.mark.django_db
PLACES = ("/admin/", "/admin/pages/", "/admin/users/", "/admin/account/", "/admin/participation/", "/-/composants/")
SECOND_STEP, SHOW, MAKE = (
    "/compte/connexion/seconde-etape/",
    "/compte/confirmer/seconde-etape/",
    "/compte/securite/seconde-etape/",
)


@pytest.fixture
def officer() -> User:
    make_website()
    return make_staff(Role.ADMINISTRATION)


def path_of(response) -> str:
    return response.url.partition("?")[0]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/login/",
        "/admin/login/?next=/admin/pages/",
        "/admin/password_reset/",
        "/admin/password_reset/done/",
        "/admin/password_reset/confirm/MQ/abc-def/",
        "/_util/login/",
        "/en/_util/login/",
    ],
)
def test_every_other_way_in_leads_to_the_one_entrance(client, address):
    make_website()
    for answer in (client.get(address), client.post(address, {"username": "a", "password": "b"})):
        assert answer.status_code == HTTPStatus.FOUND
        assert path_of(answer) in (*("/compte/connexion/", "/en/compte/connexion/", "/compte/mot-de-passe/oublie/"),)


def test_a_password_then_an_authenticator_open_the_office(client, officer):
    secret = give_authenticator(officer)
    assert (
        client.get("/admin/pages/", follow=True).redirect_chain[-1][0] == "/compte/connexion/?next=%2Fadmin%2Fpages%2F"
    )
    assert type_password(client, officer.email, next="/admin/pages/").url == SECOND_STEP
    assert not is_signed_in(client)
    assert type_factor(client, wrong(code_of(secret))).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert type_factor(client, code_of(secret)).url == "/admin/pages/"
    assert client.get("/admin/", follow=True).status_code == HTTPStatus.OK


def test_a_code_by_mail_asks_for_the_authenticator_too(client, officer):
    secret = give_authenticator(officer)
    assert sign_in_by_code(client, officer.email).url == SECOND_STEP
    assert client.get("/admin/").status_code == HTTPStatus.FOUND
    assert type_factor(client, code_of(secret)).status_code == HTTPStatus.FOUND
    assert client.get("/admin/").status_code == HTTPStatus.OK


@pytest.mark.parametrize("how", ["password", "code", "other"])
def test_nothing_but_a_second_factor_opens_the_office(client, officer, how):
    if how == "password":
        type_password(client, officer.email)
    elif how == "code":
        sign_in_by_code(client, officer.email)
    else:
        client.force_login(officer)
    for place in PLACES:
        answer = client.get(place)
        assert (answer.status_code, path_of(answer)) == (HTTPStatus.FOUND, MAKE), place
        assert client.post(place, {"title": "x"}).status_code == HTTPStatus.FOUND
        assert client.get(place, headers={"x-requested-with": "XMLHttpRequest"}).status_code == HTTPStatus.FORBIDDEN


def test_a_session_without_the_factor_somebody_has_is_asked_for_it(client, officer):
    secret = give_authenticator(officer)
    client.force_login(officer)
    answer = client.get("/admin/users/")
    assert answer.url == f"{SHOW}?next=%2Fadmin%2Fusers%2F"
    assert client.post(answer.url, {"code": code_of(secret), "next": "/admin/users/"}).url == "/admin/users/"
    assert client.get("/admin/users/").status_code == HTTPStatus.OK


@pytest.mark.django_db(transaction=True)
def test_with_no_second_factor_yet_one_is_set_up_first(client, officer):
    sign_in_by_code(client, officer.email)
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == f"{MAKE}?next=%2Fadmin%2F"
    screen = client.get(reverse("mfa_activate_totp"))
    secret = screen.context["form"].secret
    shown = screen.content.decode()
    assert "<svg" in shown
    assert secret[:4] in shown
    answer = client.post(reverse("mfa_activate_totp"), {"code": wrong(code_of(secret))})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.status_code == HTTPStatus.FOUND
    assert client.get("/admin/").status_code == HTTPStatus.OK
    assert Authenticator.objects.filter(user=officer, type=Authenticator.Type.RECOVERY_CODES).exists()


def test_who_knows_the_password_alone_adds_no_factor_beside_hers(client, officer):
    give_authenticator(officer)
    client.force_login(officer)
    for name in ("mfa_add_webauthn", "mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes"):
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        answer = client.get(reverse(name))
        assert answer.status_code == HTTPStatus.FOUND
        assert path_of(answer) == SHOW, name
    assert client.get("/admin/").status_code == HTTPStatus.FOUND


def test_a_code_of_an_authenticator_opens_once(officer):
    secret = give_authenticator(officer)
    code = code_of(secret)
    first, second = Client(), Client()
    for client in (first, second):
        type_password(client, officer.email)
    assert type_factor(first, code).status_code == HTTPStatus.FOUND
    assert type_factor(second, code).status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_recovery_code_opens_the_office_once(officer):
    client = enter_office(Client(), officer)
    client.post(reverse("mfa_generate_recovery_codes"))
    code = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    for expected in (HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY):
        other = Client()
        type_password(other, officer.email)
        assert type_factor(other, code).status_code == expected


def test_the_last_second_factor_of_the_staff_stays(officer):
    client = enter_office(Client(), officer)
    answer = client.post(reverse("mfa_deactivate_totp"))
    assert answer.status_code != HTTPStatus.FOUND
    assert Authenticator.objects.filter(user=officer, type=Authenticator.Type.TOTP).exists()


def test_residents_may_take_their_authenticator_away(client):
    resident = make_resident(password=PASSWORD)
    secret = give_authenticator(resident)
    type_password(client, resident.email)
    type_factor(client, code_of(secret))
    client.post(reverse("mfa_reauthenticate"), {"code": code_of(secret, periods=1)})
    assert client.post(reverse("mfa_deactivate_totp")).status_code == HTTPStatus.FOUND
    assert not Authenticator.objects.filter(user=resident).exists()


def test_a_resident_who_is_given_a_role_makes_a_factor_at_the_next_step(client):
    make_website()
    resident = make_resident()
    sign_in_by_code(client, resident.email)
    assert client.get("/admin/").url.startswith("/admin/login/")
    resident.groups.add(group_of(Role.WRITING))
    assert path_of(client.get("/admin/")) == MAKE


def test_rights_given_to_a_person_alone_ask_for_the_factor_too(client):
    make_website()
    resident = make_resident()
    resident.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(resident)
    assert path_of(client.get("/admin/")) == MAKE


def test_screens_of_an_account_are_kept_by_nobody(officer):
    client = enter_office(Client(), officer)
    for address in (reverse("people_account"), reverse("mfa_index"), "/compte/connexion/"):
        for answer in (client.get(address), Client().get(address)):
            assert "no-store" in answer.headers["Cache-Control"], address
            assert answer.headers["Referrer-Policy"] in ("no-referrer", "same-origin")


def test_the_secret_of_an_authenticator_cannot_be_read_from_the_database(officer):
    secret = give_authenticator(officer)
    assert secret not in str(Authenticator.objects.get(user=officer).data)


def test_no_setting_goes_round_the_second_factor(settings):
    assert not [one for one in run_checks(tags=["security"]) if one.id == "people.E002"]
    for name in ("MFA_TOTP_INSECURE_BYPASS_CODE", "MFA_TRUST_ENABLED", "ACCOUNT_LOGIN_BY_CODE_TRUST_ENABLED"):
        setattr(settings, name, "000000")
        assert [one for one in run_checks(tags=["security"]) if one.id == "people.E002"], name
        delattr(settings, name)


@pytest.mark.parametrize(
    ("backend", "workers", "is_refused"),
    [
        ("django.core.cache.backends.locmem.LocMemCache", "4", True),
        ("django.core.cache.backends.dummy.DummyCache", "2", True),
        ("django.core.cache.backends.locmem.LocMemCache", "1", False),
        ("django.core.cache.backends.redis.RedisCache", "4", False),
    ],
)
def test_limits_counted_per_process_are_refused_before_serving(settings, monkeypatch, backend, workers, is_refused):
    monkeypatch.setenv("WEB_CONCURRENCY", workers)
    settings.CACHES = {"default": {"BACKEND": backend}}
    found = [one for one in run_checks(tags=["security"], include_deployment_checks=True) if one.id == "people.E001"]
    assert bool(found) == is_refused


def test_a_code_is_typed_as_it_is_read(client):
    resident = make_resident()
    ask_code(client, "LEA@Example.org")
    code = last_code()
    assert type_code(client, f" {code[:3]} {code[3:]} ").status_code == HTTPStatus.FOUND
    assert is_signed_in(client)
    assert resident.email == "lea@example.org"
