"""Whatever humans write – residents, editors, staff – comes to life on no screen of the site or the office (S4)."""

import itertools
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from participation.people.groups import Role
from tests.demo.test_demo import addresses
from tests.website import enter_office, make_staff

from .markers import PAYLOADS, PLACES, Writing, alive, office_screens, public_screens, republish

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:It looks like")]
ROUNDS = 4


@pytest.fixture
def demonstration(settings, tmp_path):
    settings.VAR, settings.MEDIA_ROOT = tmp_path, str(tmp_path / "media")
    call_command("demo", stdout=StringIO())


def test_the_check_sees_what_comes_to_life():
    assert len(PAYLOADS) >= 60
    asleep = [payload for payload in PAYLOADS if not any(alive(place.format(payload)) for place in PLACES)]
    # What is written with the characters' names would come to life only where they are read twice.
    assert all(payload.startswith(("&quot;", "\\u003e", "]]>")) for payload in asleep), asleep


def test_nothing_that_a_human_can_write_comes_to_life_on_any_screen(demonstration):
    found, screens, faults = addresses(), set(), {}
    officer = enter_office(Client(), make_staff(Role.ADMINISTRATION))
    for round_ in range(ROUNDS):
        assert Writing(round_).everywhere() > 80
        republish()
        for address, html in itertools.chain(public_screens(found), office_screens(officer)):
            screens.add(address)
            if living := alive(html):
                faults[address] = living[:3]
    for message in mail.outbox:
        for body, kind in message.alternatives:
            assert kind != "text/html" or not alive(body), message.subject
    assert len(screens) > 150
    assert not faults
