"""Signing in with FranceConnect in a browser, against a provider of our own on this machine."""

from collections.abc import Callable, Iterator

import pytest

from participation.people.models import User
from participation.verification.franceconnect import configuration
from participation.verification.models import Identity
from tests.verification import provider as local
from tests.website import make_website

ENTRANCE = "/franceconnect/"
BUTTON = "main form[action$='/franceconnect/'] [type=submit]"


@pytest.fixture(scope="module")
def running_provider() -> Iterator[local.Provider]:
    with local.running() as running:
        yield running


@pytest.fixture
def franceconnect(running_provider, live_server, settings, monkeypatch) -> local.Provider:
    running_provider.reset(live_server.url)
    running_provider.behaviour.asks_the_person = True
    settings.WAGTAILADMIN_BASE_URL = live_server.url
    monkeypatch.setattr(configuration, "current", lambda: running_provider.configuration)
    make_website()
    return running_provider


@pytest.fixture
def resident(visitor, franceconnect):
    """A resident on a phone, with and without JavaScript, who may reach FranceConnect."""
    visitor.route(f"{franceconnect.url}/**", lambda route: route.continue_())
    return visitor


def go_to_franceconnect(page, answer: str) -> None:
    page.goto(ENTRANCE)
    page.click(BUTTON)
    page.click(f"#{answer}")


def test_a_resident_declines_then_comes_in_and_out_again(resident, franceconnect, is_fit_for_all: Callable):
    resident.goto(ENTRANCE)
    is_fit_for_all(resident)
    go_to_franceconnect(resident, "no")
    assert resident.locator("h1").inner_text() == "Vous êtes de retour, sans connexion"
    is_fit_for_all(resident)
    assert not User.objects.filter(identity__isnull=False).exists()
    resident.click(BUTTON)
    resident.click("#yes")
    assert "Votre compte est créé" in resident.inner_text("main")
    assert Identity.objects.count() == 1
    is_fit_for_all(resident)
    resident.click("main form[action$='/deconnexion/'] [type=submit]")
    resident.wait_for_url("**/au-revoir/**")
    assert "de retour de FranceConnect" in resident.inner_text("main")
    assert franceconnect.seen[-1] == "session/end"
    is_fit_for_all(resident)


def test_who_is_signed_in_has_the_account_confirmed(
    phone, franceconnect, client, live_server, is_fit_for_all: Callable
):
    user = User.objects.create(username="lea", email="lea@example.org")
    client.force_login(user)
    phone.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    phone.route(f"{franceconnect.url}/**", lambda route: route.continue_())
    go_to_franceconnect(phone, "yes")
    assert "Votre compte est maintenant confirmé" in phone.inner_text("main")
    is_fit_for_all(phone)
    assert Identity.objects.get().user == user
