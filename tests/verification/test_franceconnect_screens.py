"""The screens around FranceConnect: where they lead, what they say, and the way out."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache

from participation.people.models import User
from participation.verification.franceconnect import leaving, provider
from participation.verification.franceconnect.configuration import Configuration
from participation.verification.franceconnect.problems import Refused

from .journey import ENTRANCE, FROM_HERE

pytestmark = pytest.mark.django_db
LEAVE, LEFT = "/franceconnect/deconnexion/", "/franceconnect/au-revoir/"


def who(client) -> str | None:
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize(
    "path", ["//evil.example.org", "https://evil.example.org", "/\\evil.example.org", "javascript:x"]
)
def test_nobody_is_led_to_another_site(journey, path):
    assert journey.make(next_path=path)["Location"] == ENTRANCE


def test_another_site_cannot_begin(client, franceconnect):
    response = client.post(ENTRANCE, {}, HTTP_SEC_FETCH_SITE="cross-site")
    assert response.status_code == 403
    assert not Session.objects.exists()
    assert franceconnect.seen == []


def test_too_many_beginnings_from_one_network_wait(journey, monkeypatch):
    monkeypatch.setattr("participation.verification.franceconnect.views.BEGINNINGS_PER_HOUR", 2)
    assert [journey.begin().status_code for _ in range(3)] == [302, 302, 429]


def test_a_service_that_is_down_is_not_waited_for_by_everybody(journey):
    journey.provider.behaviour.answers = {
        ".well-known/openid-configuration": lambda handler: handler.send_json({}, 503)
    }
    assert [journey.begin().status_code for _ in range(3)] == [503] * 3
    assert len(journey.provider.seen) == 1
    journey.provider.behaviour.answers = {}
    cache.delete(provider._cache_name("pause", journey.provider.configuration))
    assert journey.begin().status_code == 302


def test_an_issuer_without_https_is_not_spoken_to(monkeypatch):
    monkeypatch.setattr(provider.requests, "request", lambda *args, **kwargs: pytest.fail("A request left."))
    plain = Configuration(issuer="http://franceconnect.example.org", client_id="a", client_secret="b")
    with pytest.raises(Refused):
        provider.discover(plain)


def test_discovery_and_keys_are_asked_once_for_many(client, journey):
    for number in range(3):
        journey.provider.behaviour.subject = f"person-{number}"
        journey.make()
        client.logout()
    seen = journey.provider.seen
    assert (seen.count(".well-known/openid-configuration"), seen.count("jwks"), seen.count("token")) == (1, 1, 3)


def test_the_screen_says_what_franceconnect_does_not_prove_and_that_there_are_other_ways(client, franceconnect):
    shown = client.get(ENTRANCE).content.decode()
    for words in (
        "ne dit pas où vous habitez",
        "jamais le seul moyen",
        "Qu’est-ce que FranceConnect",
        "jamais la date",
    ):
        assert words in shown
    assert "https://franceconnect.gouv.fr" in shown


def test_the_official_button_is_used_once_the_city_has_added_it(client, franceconnect, settings):
    assert "<img" not in client.get(ENTRANCE).content.decode().split("<main", 1)[1]
    settings.FRANCECONNECT_BUTTON = "img/favicon.svg"
    assert 'favicon.svg" alt="S’identifier avec FranceConnect"' in client.get(ENTRANCE).content.decode()


@pytest.mark.parametrize("path", [ENTRANCE, "/franceconnect/retour/", LEAVE, LEFT, "/en/franceconnect/"])
def test_without_configuration_nothing_is_there(client, path):
    assert client.get(path).status_code in (404, 405)
    assert client.post(path, **FROM_HERE).status_code in (404, 405)


def test_signing_out_goes_on_to_franceconnect_and_comes_back(client, journey):
    journey.make()
    out = client.post(LEAVE, **FROM_HERE)
    address = urlsplit(out["Location"])
    sent = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert address.path.endswith("/session/end")
    assert sent["id_token_hint"].count(".") == 2
    assert sent["post_logout_redirect_uri"] == f"{journey.provider.site}{LEFT}"
    assert who(client) is None
    assert "de retour de FranceConnect" not in client.get(LEFT, {"state": "x" * 43}).content.decode()
    assert "de retour de FranceConnect" in client.get(LEFT, {"state": sent["state"]}).content.decode()
    assert "de retour de FranceConnect" not in client.get(LEFT, {"state": sent["state"]}).content.decode()
    assert not Session.objects.exists()


def test_who_did_not_come_by_franceconnect_is_not_sent_there(client, franceconnect):
    client.force_login(User.objects.create(username="lea"))
    assert client.post(LEAVE, **FROM_HERE)["Location"] == "/"
    assert franceconnect.seen == []


def test_another_site_cannot_sign_anybody_out(client, journey):
    journey.make()
    assert client.post(LEAVE, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert who(client)


def test_signing_out_works_when_franceconnect_does_not(client, journey):
    journey.make()
    cache.clear()
    journey.provider.behaviour.answers = {
        ".well-known/openid-configuration": lambda handler: handler.send_json({}, 503)
    }
    assert client.post(LEAVE, **FROM_HERE)["Location"] == "/"
    assert who(client) is None


def test_the_session_does_not_show_the_id_token(client, journey):
    journey.make()
    kept = client.session[leaving.ID_TOKEN]
    assert "." not in kept
    assert journey.provider.behaviour.subject not in kept


def test_the_return_tells_no_other_site_and_no_cache(journey):
    response = journey.make()
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
