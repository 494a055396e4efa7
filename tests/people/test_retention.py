"""Accounts that never began go away; the others stay."""

from datetime import timedelta

import pytest

from participation.core import retention
from participation.people.groups import Role, group_of
from participation.people.models import GuardianRequest, User
from participation.people.retention import purge_unconfirmed, purge_without_guardian
from tests.website import make_staff, make_website

from .signing import make_resident

pytestmark = pytest.mark.django_db


def sign_up(address: str, when, **fields) -> User:
    return User.objects.create(username=address, email=address, signed_up_at=when, **fields)


def test_an_address_never_confirmed_goes_after_seven_days(now):
    make_website()
    old = sign_up("old@example.org", now - timedelta(days=7))
    young = sign_up("young@example.org", now - timedelta(days=6, hours=23))
    confirmed = make_resident("c@example.org", signed_up_at=now - timedelta(days=30))
    officer = make_staff(Role.WRITING)
    appointed = sign_up("appointed@example.org", now - timedelta(days=30))
    appointed.groups.add(group_of(Role.WRITING))
    assert purge_unconfirmed(now=now) == 1
    assert set(User.objects.filter(pk__in=[one.pk for one in (old, young, confirmed, officer, appointed)])) == {
        young,
        confirmed,
        officer,
        appointed,
    }


def test_a_guardian_who_never_answers_lets_the_account_go_after_fourteen_days(now):
    long_ago = now - timedelta(days=14)
    make_resident("old@example.org", reached_fifteen=False, signed_up_at=long_ago)
    make_resident("young@example.org", reached_fifteen=False, signed_up_at=now - timedelta(days=13))
    make_resident(
        "agreed@example.org",
        reached_fifteen=False,
        signed_up_at=long_ago,
        guardian_agreed_at=now,
        guardian_hash="x",
    )
    make_resident("grown@example.org", signed_up_at=long_ago)
    asked = make_resident("asked@example.org", reached_fifteen=False, signed_up_at=long_ago)
    GuardianRequest.objects.create(user=asked, key="k", address_hash="h", asked_at=now - timedelta(days=13))
    assert purge_without_guardian(now=now) == 1
    assert User.objects.filter(pk=asked.pk).exists(), "the link in the message still works"
    assert not User.objects.filter(email="old@example.org").exists()


def test_both_rules_are_in_the_register():
    assert {purge_unconfirmed, purge_without_guardian} <= {rule.purge for rule in retention.rules()}
