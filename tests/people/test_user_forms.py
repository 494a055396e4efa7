"""Accounts in the office: administration gives roles; no form gives everything."""

from http import HTTPStatus

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from participation.people.groups import Role, group_of
from participation.people.models import User
from tests.people.signing import make_resident
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    make_website()
    user = make_staff(Role.ADMINISTRATION)
    user.first_name, user.last_name = "Alix", "Exemple"
    user.save()
    return user


@pytest.fixture
def office(administrator) -> Client:
    return enter_office(Client(), administrator)


def typed(user: User, **changed) -> dict:
    known = {"username": user.username, "email": user.email, "first_name": "Alix", "last_name": "Exemple"}
    return known | {"is_active": "on", "groups": [group.pk for group in user.groups.all()]} | changed


def test_nobody_makes_herself_a_superuser(office, administrator):
    address = reverse("wagtailusers_users:edit", args=[administrator.pk])
    assert "is_superuser" not in office.get(address).content.decode()
    answer = office.post(address, typed(administrator, is_superuser="on", is_staff="on", user_permissions=["1"]))
    assert answer.status_code == HTTPStatus.FOUND
    administrator.refresh_from_db()
    assert not administrator.is_superuser
    assert not administrator.is_staff
    assert not administrator.user_permissions.exists()


def test_nobody_makes_anybody_a_superuser(office):
    new = {"username": "nouvelle", "email": "nouvelle@ville.example", "first_name": "N", "last_name": "V"}
    answer = office.post(reverse("wagtailusers_users:add"), new | {"is_superuser": "on", "is_staff": "on"})
    assert answer.status_code == HTTPStatus.FOUND
    made = User.objects.get(username="nouvelle")
    assert (made.is_superuser, made.is_staff, made.has_usable_password()) == (False, False, False)
    office.post(reverse("wagtailusers_users:edit", args=[made.pk]), typed(made, is_superuser="on"))
    made.refresh_from_db()
    assert not made.is_superuser


def test_administration_gives_and_takes_roles(office):
    someone = make_resident()
    address = reverse("wagtailusers_users:edit", args=[someone.pk])
    office.post(address, typed(someone, groups=[group_of(Role.WRITING).pk]))
    assert [group.name for group in someone.groups.all()] == [Role.WRITING.label]
    office.post(address, typed(someone, groups=[]))
    assert not someone.groups.exists()


@pytest.mark.parametrize("role", [Role.WRITING, Role.COMMUNICATIONS, Role.MODERATION])
def test_no_other_role_reaches_accounts_or_groups(administrator, role):
    client, someone, group = enter_office(Client(), make_staff(role)), make_resident(), group_of(Role.WRITING)
    addresses = [
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=[someone.pk]),
        reverse("wagtailusers_users:delete", args=[someone.pk]),
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        reverse("wagtailusers_groups:add"),
    ]
    before = set(group.permissions.values_list("pk", flat=True))
    for address in addresses:
        assert client.get(address).status_code == HTTPStatus.FORBIDDEN, address
        every = {"permissions": list(Permission.objects.values_list("pk", flat=True)[:50]), "name": "Tout"}
        assert client.post(address, typed(someone, groups=[group.pk], **every)).status_code == HTTPStatus.FORBIDDEN
    assert not someone.groups.exists()
    assert User.objects.filter(pk=someone.pk).exists()
    assert set(group.permissions.values_list("pk", flat=True)) == before
    assert not Group.objects.filter(name="Tout").exists()


def test_nobody_in_the_office_sets_a_password(office):
    someone = make_resident()
    address = reverse("wagtailusers_users:edit", args=[someone.pk])
    assert 'type="password"' not in office.get(address).content.decode()
    office.post(address, typed(someone, password1="chosen by somebody else", password2="chosen by somebody else"))
    someone.refresh_from_db()
    assert not someone.has_usable_password()


def test_an_address_changed_in_the_office_is_the_only_one_that_opens(office):
    someone = make_resident("avant@example.org")
    office.post(
        reverse("wagtailusers_users:edit", args=[someone.pk]), typed(someone, email="Apres@Example.org", groups=[])
    )
    someone.refresh_from_db()
    assert someone.email == "apres@example.org"
    assert not EmailAddress.objects.filter(email="avant@example.org").exists()


@pytest.mark.parametrize("in_bulk", [False, True])
def test_who_was_shut_out_and_let_in_again_signs_in_anew(office, in_bulk):
    someone = make_resident()
    browser = Client()
    browser.force_login(someone)
    assert browser.get(reverse("people_account")).status_code == HTTPStatus.OK
    for is_active in (False, True):
        if in_bulk:
            bulk = reverse("wagtail_bulk_action", args=["people", "user", "set_active_state"])
            office.post(f"{bulk}?id={someone.pk}", {"mark_as_active": str(is_active)})
        else:
            data = typed(someone, groups=[])
            if not is_active:
                del data["is_active"]
            office.post(reverse("wagtailusers_users:edit", args=[someone.pk]), data)
        someone.refresh_from_db()
        assert someone.is_active == is_active
        assert browser.get(reverse("people_account")).status_code == HTTPStatus.FOUND


def test_the_office_lives_in_the_citys_time_whatever_an_account_says():
    profile = UserProfile.objects.create(user=make_staff(Role.WRITING), current_time_zone="Pacific/Auckland")
    profile.refresh_from_db()
    assert profile.get_current_time_zone() == "Europe/Paris"
