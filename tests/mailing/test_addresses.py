"""Whose an address is: only whoever has confirmed it rules over what was subscribed with it."""

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed
from django.urls import reverse

from participation.mailing import personal, subscribing
from participation.mailing.models import Rhythm, Subscriber
from participation.people.groups import Role
from participation.people.leaving import close_account
from tests.mailing.people import make_subscriber
from tests.people.signing import make_resident
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db


def test_an_address_typed_in_the_office_opens_nobody_s_choices(client):
    officer = make_resident("officer@example.org")
    victim = make_subscriber("lea@example.org")
    officer.email = "lea@example.org"
    officer.save()
    client.force_login(officer)
    assert 'name="rhythm"' not in client.get(reverse("mailing:own")).content.decode()
    client.post(reverse("mailing:own"), {"rhythm": "none"})
    victim.refresh_from_db()
    assert (victim.user, victim.rhythm) == (None, Rhythm.WEEKLY)


def test_a_new_address_of_the_account_gets_the_news_once():
    lea = make_resident()
    make_subscriber("new@example.org")
    mine = make_subscriber(lea.email, user=lea)
    subscribing.follow_address(user=lea, address="New@example.org")
    one = Subscriber.objects.get()
    assert (one.pk, one.address) == (mine.pk, "New@example.org")


def test_a_changed_address_reaches_the_subscription_and_one_typed_in_the_office_unlinks_it(client):
    lea, officer = make_resident(), make_staff(Role.ADMINISTRATION)
    mine = make_subscriber(lea.email, user=lea)
    other = EmailAddress.objects.create(user=lea, email="new@example.org", verified=True)
    other.set_as_primary()
    email_changed.send(sender=type(lea), request=None, user=lea, from_email_address=None, to_email_address=other)
    mine.refresh_from_db()
    assert (mine.address, mine.user) == ("new@example.org", lea)
    enter_office(client, officer)
    edit = reverse("wagtailusers_users:edit", args=[lea.pk])
    typed = {"username": lea.username, "email": "typed@example.org", "first_name": "L", "last_name": "L"}
    assert client.post(edit, typed | {"is_active": "on"}).status_code == 302
    mine.refresh_from_db()
    assert (mine.address, mine.user) == ("new@example.org", None)


def test_an_unconfirmed_address_neither_shows_nor_erases_another_s_subscription(now):
    make_subscriber("lea@example.org")
    thief = make_resident("thief@example.org")
    thief.email = "lea@example.org"
    thief.save()
    assert personal.subscriptions(user=thief, now=now) == []
    close_account(user=thief, by=None, now=now)
    assert Subscriber.objects.count() == 1
