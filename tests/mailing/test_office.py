"""The office sees numbers, holds sendings back and settles what is uncertain; nobody sees an address."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from participation.core.models import PersonalDataAct
from participation.mailing import delivering, holding
from participation.mailing.models import Mail, Postbox
from participation.people.groups import Role
from tests.factories import box_of, make_consultation
from tests.mailing.people import make_mails, make_subscriber, states
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db
State = Mail.State
INDEX, HOLD = "/admin/sendings/", "/admin/sendings/hold/"


@pytest.fixture
def uncertain(now):
    """A sending of four: one sent, one waiting, two interrupted while they were handed over."""
    item = f"opened:{box_of(make_consultation()).activity_id}"
    sending = make_mails([make_subscriber() for _number in range(4)], [item], now=now)
    wanted = (State.SENT, State.WAITING, State.HANDING, State.HANDING)
    for row, state in zip(sending.mails.all(), wanted, strict=True):
        moments = {"handed_at": now - timedelta(hours=1), "due_at": now + timedelta(days=1)}
        Mail.objects.filter(pk=row.pk).update(state=state, **moments)
    return sending


def office(role: Role) -> Client:
    return enter_office(Client(), make_staff(role))


def test_only_communications_and_administration_come_in(uncertain):
    settle = reverse("sendings:settle", args=[uncertain.pk])
    for role in Role:
        client = office(role)
        expected = role in (Role.COMMUNICATIONS, Role.ADMINISTRATION)
        assert client.get(INDEX).status_code == (200 if expected else 403)
        if not expected:
            assert {client.post(address, {"act": "again"}).status_code for address in (HOLD, settle)} == {403}
    assert states(uncertain)[State.HANDING] == 2
    assert not Postbox.objects.filter(held_at__isnull=False).exists()


def test_the_screen_asks_for_its_own_right_besides_its_door(monkeypatch, uncertain):
    monkeypatch.setattr("participation.people.door_keeper.doors.may_pass", lambda bearer, door: True)
    client = office(Role.WRITING)
    for answer in (client.get(INDEX), client.post(HOLD), client.post(reverse("sendings:settle", args=[uncertain.pk]))):
        assert answer.status_code in (302, 403)
    assert not Postbox.objects.filter(held_at__isnull=False).exists()


def test_numbers_are_shown_and_no_address(uncertain, django_assert_max_num_queries):
    client = office(Role.COMMUNICATIONS)
    client.get(INDEX)
    with django_assert_max_num_queries(35):
        html = client.get(INDEX).content.decode()
    assert "Lettre de la semaine" in html
    assert "2 messages étaient en cours de remise" in html
    assert "@example.org" not in html


def test_holding_back_and_letting_go_is_recorded(uncertain, now):
    client = office(Role.COMMUNICATIONS)
    for act in ("hold", "hold", "release"):
        assert client.post(HOLD, {"act": act}).url == INDEX
        page = client.get(INDEX).content.decode()
        assert ("Reprendre les envois" in page) == (act == "hold")
    done = list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))
    assert done == [holding.HELD, holding.RELEASED]


@pytest.mark.parametrize(("act", "left"), [("again", State.SENT), ("leave", State.GIVEN_UP)])
def test_what_is_uncertain_is_settled_by_somebody_and_recorded(uncertain, now, act, left):
    before = states(uncertain)
    delivering.deliver_due(now=now)
    assert states(uncertain) == before
    assert office(Role.ADMINISTRATION).post(reverse("sendings:settle", args=[uncertain.pk]), {"act": act}).url == INDEX
    delivering.deliver_due(now=now + timedelta(minutes=1))
    assert states(uncertain)[left] == (3 if act == "again" else 2)
    assert len(mail.outbox) == (2 if act == "again" else 0)
    assert PersonalDataAct.objects.get().what.startswith("mails of unknown outcome")


def test_the_digest_can_be_sent_at_once_and_said_beforehand():
    make_consultation(title="Notre place")
    make_subscriber()
    for options, sent in ([], 0), (["--now"], 1), (["--now"], 1):
        said = StringIO()
        call_command("digest", *options, stdout=said)
        assert "Notre place" in said.getvalue()
        assert len(mail.outbox) == sent
