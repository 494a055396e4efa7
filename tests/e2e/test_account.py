"""Signing in, in a browser: by a code, by a passkey, and the staff with a second factor."""

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from playwright.sync_api import Page

from participation.people.groups import Role
from participation.people.models import User
from tests.people.signing import PASSWORD, code_of, last_code, make_resident, wrong
from tests.website import make_staff, make_website

SEND = "main form:has([name={}]) [type=submit]"
HERE = "/recherche/?q=place"


@pytest.fixture(autouse=True)
def website(live_server):
    return make_website()


def type_in(page: Page, name: str, text: str) -> None:
    """Fill a field of the page and send its form."""
    page.fill(f"main [name={name}]", text)
    with page.expect_navigation():
        page.click(SEND.format(name))


def press(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.click(selector)


def test_a_resident_makes_an_account_and_comes_back_by_code(visitor, is_fit_for_all: Callable):
    visitor.goto("/")
    press(visitor, "header a[href$='/compte/']")
    assert "/compte/connexion/" in visitor.url
    is_fit_for_all(visitor)
    press(visitor, "main a[href*='/compte/inscription/']")
    with visitor.expect_navigation():
        visitor.click(SEND.format("email"))
    assert visitor.locator(".error-summary li").count() == 2
    is_fit_for_all(visitor)
    visitor.fill("main [name=email]", "Lea@Example.org")
    visitor.fill("main [name=display_name]", "Léa du Nord")
    visitor.check("main [name=age][value=yes]")
    with visitor.expect_navigation():
        visitor.click(SEND.format("email"))
    is_fit_for_all(visitor)
    type_in(visitor, "code", wrong(last_code()))
    assert visitor.locator(".error-summary").is_visible()
    type_in(visitor, "code", last_code())
    assert visitor.url.endswith("/compte/")
    assert "Léa du Nord" in visitor.inner_text("main")
    is_fit_for_all(visitor)
    press(visitor, "main form[action$='/deconnexion/'] [type=submit]")
    visitor.goto(f"/compte/connexion/?next={HERE}")
    type_in(visitor, "email", "lea@example.org")
    is_fit_for_all(visitor)
    type_in(visitor, "code", last_code())
    assert visitor.url.endswith(HERE)
    assert EmailAddress.objects.get(verified=True).user == User.objects.get(email="lea@example.org")


def add_virtual_device(page: Page) -> None:
    """A device with a finger on it, for passkeys."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": device})


def test_a_resident_adds_a_passkey_and_signs_in_with_it(phone, is_fit_for_all: Callable):
    make_resident()
    add_virtual_device(phone)
    phone.goto("/compte/connexion/")
    type_in(phone, "email", "lea@example.org")
    type_in(phone, "code", last_code())
    phone.goto("/compte/securite/")
    is_fit_for_all(phone)
    press(phone, "main a[href$='/cles-acces/ajouter/']")
    is_fit_for_all(phone)
    phone.fill("main [name=name]", "mon téléphone")
    press(phone, "main [data-passkey] [type=submit]")
    is_fit_for_all(phone)
    phone.goto("/compte/securite/")
    assert "mon téléphone" in phone.inner_text("main")
    phone.goto("/compte/")
    press(phone, "main form[action$='/deconnexion/'] [type=submit]")
    phone.goto(f"/compte/connexion/?next={HERE}")
    press(phone, "main [data-passkey=login] [type=submit]")
    assert phone.url.endswith(HERE)
    phone.goto("/compte/")
    assert "lea@example.org" in phone.inner_text("main")


def test_without_a_device_the_page_says_what_to_do(phone):
    phone.goto("/compte/connexion/")
    phone.evaluate("void (navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')))")
    phone.click("main [data-passkey=login] [type=submit]")
    message = phone.locator("[data-passkey-error]:visible")
    message.wait_for()
    assert "Recommencez" in message.inner_text() or "Réessayez" in message.inner_text()
    assert phone.locator("main [data-passkey=login] [type=submit]").is_enabled()


def test_the_staff_sets_up_a_second_factor_then_needs_it(desk, open_page, is_fit_for_all: Callable):
    officer = make_staff(Role.COMMUNICATIONS)
    desk.goto("/admin/pages/")
    assert "/compte/connexion/" in desk.url
    type_in(desk, "email", officer.email)
    type_in(desk, "code", last_code())
    assert "/compte/securite/seconde-etape/" in desk.url
    is_fit_for_all(desk)
    press(desk, "main a[href*='/securite/application/']")
    is_fit_for_all(desk)
    secret = desk.inner_text(".qr__key").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    type_in(desk, "code", code_of(secret))
    is_fit_for_all(desk)
    desk.goto("/admin/pages/")
    assert "/admin/pages/" in desk.url
    elsewhere = open_page(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    elsewhere.goto("/admin/pages/")
    elsewhere.fill("main [name=login]", officer.username)
    type_in(elsewhere, "password", PASSWORD)
    assert "/compte/connexion/seconde-etape/" in elsewhere.url
    is_fit_for_all(elsewhere)
    type_in(elsewhere, "code", wrong(code_of(secret)))
    assert elsewhere.locator(".error-summary").is_visible()
    type_in(elsewhere, "code", code_of(secret))
    assert "/admin/pages/" in elsewhere.url
