"""A copy is downloaded once, by who asked, where she asked, within the hour (S15)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from participation.core.models import PersonalDataAct
from participation.people.models import User
from participation.privacy import copies
from participation.privacy.models import DataCopy
from tests.people.signing import last_code, make_resident, sign_in_by_code
from tests.people.test_account_pages import grow_old
from tests.website import make_website

from .crowd import files_of

pytestmark = pytest.mark.django_db
TRIES = 100


@pytest.fixture
def lea() -> User:
    make_website()
    return make_resident("lea@example.org", display_name="Léa")


@pytest.fixture
def browser(client, lea) -> Client:
    sign_in_by_code(client, lea.email)
    return client


def is_download(response) -> bool:
    return response.headers.get("Content-Type") == "application/zip"


def ask(browser: Client) -> str:
    """The address of a copy just asked for."""
    return browser.post(reverse("privacy_ask_copy")).headers["Location"]


def test_a_copy_is_asked_for_looked_at_and_downloaded_once(browser, lea):
    link = ask(browser)
    for _look in range(2):
        assert "Télécharger mes données" in browser.get(link).content.decode()
    taken = browser.post(link)
    assert is_download(taken)
    assert "no-store" in taken.headers["Cache-Control"]
    files = files_of(taken.content)
    assert set(files) == set(copies.NAMES)
    assert "lea@example.org" in files["mes-donnees.json"]
    assert "<script" not in files["mes-donnees.html"]
    assert [browser.post(link).status_code for _try in range(3)] == [410] * 3
    assert browser.get(link).status_code == 410
    act = PersonalDataAct.objects.get()
    assert (act.kind, act.person, act.actor) == ("exported", lea, lea)


def test_no_download_without_session_later_twice_by_another_or_from_another_browser(browser, lea, rf):
    """A hundred of each, straight at the function each screen asks; then each once more over HTTP."""
    noe = make_resident("noe@example.org")
    now, mine = timezone.now(), browser.session.session_key
    downloads = 0
    for number in range(TRIES):
        token = copies.ask(user=lea, session_key=mine, now=now)
        right = {"user": lea, "session_key": mine, "token": token, "now": now}
        wrong = [
            {"session_key": ""},
            {"session_key": f"{number}{mine}"[:40]},
            {"user": noe},
            {"now": now + copies.KEPT},
            {"now": now + timedelta(days=number + 1)},
            {"token": token[:-1] + ("A" if token[-1] != "A" else "B")},
        ]
        for different in wrong:
            with pytest.raises(copies.CopyGone):
                downloads += bool(copies.take(**{**right, **different}))
        # Taken, as by a first download.
        DataCopy.objects.filter(user=lea).update(taken_at=now)
        with pytest.raises(copies.CopyGone):
            downloads += bool(copies.take(**right))
    assert downloads == 0


def test_over_http_every_wrong_way_leads_to_a_screen_and_never_to_a_file(browser, lea):
    link = ask(browser)
    nobody, other, elsewhere = Client(), Client(), Client()
    sign_in_by_code(other, make_resident("noe@example.org").email)
    sign_in_by_code(elsewhere, lea.email)
    assert nobody.post(link).headers["Location"].startswith(reverse("account_login"))
    assert [one.post(link).status_code for one in (other, elsewhere)] == [410, 410]
    assert browser.post(f"{link[:-2]}x/").status_code == 410
    newer = ask(browser)
    assert browser.post(link).status_code == 410
    DataCopy.objects.update(asked_at=timezone.now() - copies.KEPT * 2, expires_at=timezone.now() - copies.KEPT)
    assert browser.post(newer).status_code == 410


def test_asking_wants_a_recent_proof_of_who_is_there_and_not_too_often(browser, lea):
    grow_old(browser)
    assert browser.post(reverse("privacy_ask_copy")).headers["Location"].startswith(reverse("people_reauthenticate"))
    assert not DataCopy.objects.exists()
    again, wanted = reverse("people_reauthenticate"), reverse("privacy_ask_copy")
    browser.post(again, {"send": "yes", "next": wanted})
    # The right code does what was asked for before it.
    answered = browser.post(again, {"code": last_code(), "next": wanted})
    assert is_download(browser.post(answered.headers["Location"]))
    links = [ask(browser) for _try in range(5)]
    assert links[-1] == reverse("privacy_data")
    assert browser.get(wanted).headers["Location"] == reverse("privacy_data")


def test_a_copy_that_could_not_be_made_is_not_spent(browser, lea, monkeypatch):
    link, make = ask(browser), copies.make
    monkeypatch.setattr(copies, "make", lambda **_asked: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        browser.post(link)
    monkeypatch.setattr(copies, "make", make)
    assert is_download(browser.post(link))
