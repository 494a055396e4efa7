"""A FranceConnect that misbehaves lets nobody in, and says so in plain words."""

import html

import pytest
from django.contrib.sessions.models import Session

from participation.people.models import User
from participation.verification.franceconnect import provider
from participation.verification.franceconnect.problems import TEXTS, Problem
from participation.verification.models import Identity
from tests.ground import ROOT

from .misbehaviours import MARKER, TABLE, UNUSUAL, Misbehaviour, as_markdown

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:The RSA key is 1024")]


def signed_in_sessions() -> set[str]:
    return {one.session_key for one in Session.objects.all() if "_auth_user_id" in one.get_decoded()}


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one.name)
def test_nobody_comes_in_when(one: Misbehaviour, journey, monkeypatch):
    if one.problem is Problem.UNAVAILABLE:
        monkeypatch.setattr(provider, "SECONDS", 0.5)
    if one.provider:
        one.provider(journey.provider)
    response = journey.begin()
    before = signed_in_sessions(), User.objects.count()
    if response.status_code == 302:
        journey.authorise()
        if one.on_the_way:
            one.on_the_way(journey)
            before = signed_in_sessions(), User.objects.count()
        response = journey.come_back()
    shown = html.unescape(response.content.decode())
    assert response.status_code != 302
    assert str(one.problem.label) in shown
    assert str(TEXTS[one.problem]) in shown
    assert MARKER not in response.content.decode()
    assert "data-xss=1>" not in response.content.decode()
    assert (signed_in_sessions(), User.objects.count()) == before
    assert not Identity.objects.exists()
    assert "elsewhere" not in journey.provider.seen


@pytest.mark.parametrize("name", UNUSUAL)
def test_somebody_comes_in_although(name, client, journey):
    journey.make()
    client.logout()
    UNUSUAL[name](journey.provider)
    journey.provider.behaviour.subject = "a-second-person"
    assert journey.make(next_path="/participer/")["Location"] == "/participer/"
    assert Identity.objects.count() == 2


def test_a_visitor_whose_way_ended_has_no_session_left(client, journey):
    journey.provider.behaviour.id_claims = {"acr": "eidas0"}
    journey.make()
    assert not Session.objects.exists()
    assert not client.cookies["sessionid"].value


def test_the_document_holds_this_table():
    assert as_markdown() in (ROOT / "docs/franceconnect.md").read_text(encoding="utf-8")
