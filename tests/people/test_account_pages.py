"""A resident's account: signing up, its pages, confirming who is there, leaving."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from participation.people import account_sections, leaving
from participation.people.groups import Role
from participation.people.models import User
from participation.people.receivers import NO_ADDRESS
from tests.website import enter_office, give_authenticator, make_staff, make_website

from .signing import last_code, make_resident, sign_in_by_code, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def lea() -> User:
    make_website()
    return make_resident("lea@example.org", display_name="Léa")


@pytest.fixture
def browser(client, lea) -> Client:
    sign_in_by_code(client, lea.email)
    return client


def grow_old(browser: Client) -> None:
    """Let the last proof of who is there be older than five minutes."""
    session = browser.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 400
    session["people_signed_in_at"] -= 400
    session.save()


def test_signing_up_takes_an_address_a_code_and_no_more(client):
    make_website()
    page = client.get(reverse("account_signup")).content.decode()
    assert 'name="username"' not in page
    assert 'type="password"' not in page.split("<main")[1]
    client.post(reverse("account_signup"), {"email": "Lea@Example.org", "display_name": "Léa", "age": "yes"})
    assert client.post(reverse("account_email_verification_sent"), {"code": wrong(last_code())}).status_code == 422
    client.post(reverse("account_email_verification_sent"), {"code": last_code()})
    user = User.objects.get(email="lea@example.org")
    assert (user.public_name, user.has_usable_password(), user.is_active) == ("Léa", False, True)
    page = client.get(reverse("people_account")).content.decode()
    assert "Léa" in page
    assert user.username not in page


def test_three_wrong_codes_end_the_sign_up_and_its_place_to_go_is_kept(client):
    make_website()
    client.post(reverse("account_request_login_code"), {"email": make_resident().email})
    code = wrong(last_code())
    where = reverse("account_confirm_login_code")
    answers = [client.post(where, {"code": code, "next": "/compte/nom/"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert answers[-1].headers["Location"] == f"{reverse('account_request_login_code')}?next=%2Fcompte%2Fnom%2F"


SCREENS = [
    "people_account",
    "people_name",
    "people_leave",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_email",
    "account_set_password",
    "usersessions_list",
    "account_logout",
]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_screen_is_private_and_in_both_languages(browser, language):
    with override(language):
        for name in SCREENS:
            response = browser.get(reverse(name))
            assert response.status_code == 200, name
            assert f'<html lang="{language}"' in response.content.decode()
            assert {"private", "no-store"} <= set(response.headers["Cache-Control"].split(", "))
            assert response.headers["Referrer-Policy"] == "same-origin"
            assert response.content.decode().count("<h1") == 1


def test_the_head_of_public_pages_leads_everybody_to_the_account(client):
    make_website()
    assert f'href="{reverse("people_account")}"' in client.get("/").content.decode()
    assert 'href="/en/compte/"' in client.get("/en/").content.decode()
    assert client.get(reverse("people_account")).headers["Location"].startswith(reverse("account_login"))


def test_other_apps_add_their_pages_to_the_account(browser, lea, monkeypatch):
    monkeypatch.setattr(account_sections, "_sections", {})
    register = account_sections.register
    register(account_sections.AccountSection("mails", "Mes courriels", "…", "people_name", order=2))
    register(account_sections.AccountSection("data", "Mes données", "…", "people_leave", order=1))
    register(account_sections.AccountSection("none", "Pas moi", "…", "people_name", is_shown=lambda user: False))
    page = browser.get(reverse("people_account")).content.decode()
    assert page.index("Mes données") < page.index("Mes courriels")
    assert "Pas moi" not in page


def test_the_name_is_changed_and_refused_in_words(browser, lea):
    answer = browser.post(reverse("people_name"), {"display_name": "Mairie de Clermont"})
    assert answer.status_code == 422
    assert "passer pour celui de la Ville" in answer.content.decode()
    assert 'href="#id_display_name"' in answer.content.decode()
    browser.post(reverse("people_name"), {"display_name": "Léa M."})
    lea.refresh_from_db()
    assert lea.public_name == "Léa M."


def test_a_new_address_counts_once_its_code_is_typed(browser, lea):
    before = len(mail.outbox)
    browser.post(reverse("account_email"), {"email": "New@example.org", "action_add": "yes"})
    lea.refresh_from_db()
    assert lea.email == "lea@example.org"
    assert mail.outbox[before].to == ["new@example.org"]
    browser.post(reverse("account_email_verification_sent"), {"code": last_code()})
    lea.refresh_from_db()
    assert lea.email == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("new@example.org", True, True)]
    assert mail.outbox[-1].to == ["lea@example.org"]


SENSITIVE = ["people_leave", "account_email", "mfa_activate_totp", "mfa_add_webauthn"]


@pytest.mark.parametrize("name", SENSITIVE)
def test_a_sensitive_act_asks_again_who_is_there_by_a_code(browser, lea, name):
    grow_old(browser)
    typed = {"email": "new@example.org", "action_add": "yes", "code": "000000"}
    answer = browser.post(reverse(name), typed)
    again = reverse("people_reauthenticate")
    assert answer.headers["Location"].startswith(again)
    lea.refresh_from_db()
    assert lea.closed_at is None
    assert browser.post(again, {"send": "yes", "next": reverse(name)}).status_code == 200
    assert browser.post(again, {"code": wrong(last_code()), "next": reverse(name)}).status_code == 422
    browser.post(again, {"code": last_code(), "next": reverse(name)})
    assert browser.get(reverse(name)).status_code == 200


def test_somebody_with_a_password_is_asked_for_it(client, lea):
    lea.set_password("a long enough password")
    lea.save()
    sign_in_by_code(client, lea.email)
    grow_old(client)
    assert client.get(reverse("mfa_activate_totp")).headers["Location"].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": "a long enough password"})
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_a_closed_account_is_empty_and_its_public_acts_keep_a_pseudonym(browser, lea, monkeypatch):
    seen = []
    monkeypatch.setattr(leaving, "_hooks", {})
    leaving.register("test", lambda *, user, by, now: seen.append((user.email, by.pk)))
    give_authenticator(lea)
    lea.groups.add(Group.objects.create(name="Atelier"))
    pseudonym = lea.pseudonym
    assert browser.post(reverse("people_leave")).status_code == 422
    assert browser.post(reverse("people_leave"), {"sure": "on"}).headers["Location"] == reverse("people_left")
    lea.refresh_from_db()
    assert seen == [("lea@example.org", lea.pk)]
    assert (lea.email, lea.display_name, lea.first_name, lea.is_active) == ("", "", "", False)
    assert (lea.public_name, lea.groups.count()) == (pseudonym, 0)
    assert not EmailAddress.objects.filter(user=lea).exists()
    assert not Authenticator.objects.filter(user=lea).exists()
    assert browser.get(reverse("people_account")).status_code == 302
    assert make_resident("lea@example.org").pk != lea.pk


def test_when_another_app_cannot_let_go_nothing_of_the_account_is_lost(browser, lea, monkeypatch):
    def refuse(**_arguments):
        raise RuntimeError

    monkeypatch.setattr(leaving, "_hooks", {"test": refuse})
    with pytest.raises(RuntimeError):
        leaving.close_account(user=lea, by=lea, now=timezone.now())
    lea.refresh_from_db()
    assert lea.email == "lea@example.org"


def test_the_staff_do_not_close_their_own_account(client):
    make_website()
    writer = make_staff(Role.WRITING)
    enter_office(client, writer)
    client.post(reverse("people_leave"), {"sure": "on"})
    with pytest.raises(leaving.LeavingRefused):
        leaving.close_account(user=writer, by=writer, now=timezone.now())
    writer.refresh_from_db()
    assert writer.closed_at is None


def test_a_message_that_cannot_leave_is_said(client, lea, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
    answer = client.post(reverse("account_request_login_code"), {"email": lea.email})
    assert answer.status_code == 503
    assert "pas pu partir" in answer.content.decode()


def test_messages_come_in_text_and_html_without_tracking(browser, lea):
    message = mail.outbox[-1]
    assert message.subject.replace("\u00a0", " ") == f"Votre code : {last_code()}"
    assert message.to == [lea.email]
    html = message.alternatives[0][0]
    assert last_code() in html
    assert "<img" not in html


def test_the_sessions_page_keeps_no_network_address(browser, lea):
    page = browser.get(reverse("usersessions_list"), REMOTE_ADDR="203.0.113.7").content.decode()
    assert "203.0.113" not in page
    assert set(lea.usersession_set.values_list("ip", flat=True)) == {NO_ADDRESS}
