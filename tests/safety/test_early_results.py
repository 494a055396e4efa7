"""Until the close, no address tells anybody without the named right a thing about the answers (S11)."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from participation.core.models import ReadingLog
from participation.people.groups import Role
from participation.questionnaires.questions import Value
from tests.deputies import give_charge, make_office, make_person
from tests.factories import VALUES, answer, box_of, make_consultation
from tests.people.signing import make_resident
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db

ROLES = ("anonymous", "resident", Role.WRITING, "deputy")
# What differs from one request to the next, whatever was answered.
OF_THE_REQUEST = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|"CSRF_TOKEN": "[^"]*"|\d+\s(?:secondes?|minutes?)|'
    r'data-w-tooltip-content-value="[^"]*"'
)


def client_of(role: str) -> Client:
    client = Client()
    if role == "resident":
        client.force_login(make_resident())
    elif role == "deputy":
        person = make_person()
        give_charge(person, make_office())
        enter_office(client, person)
    elif role != "anonymous":
        enter_office(client, make_staff(role))
    return client


def addresses(page) -> list[str]:
    """Thirty addresses that could know of the answers, the office's included."""
    box, process = box_of(page), page.get_parent()
    office = [
        reverse(f"participation:{name}", args=[box.pk])
        for name in (
            "overview",
            "results",
            "answers",
            "answers_results",
            "texts",
            "texts_results",
            "export",
            "close",
            "extend",
        )
    ]
    pages = [
        reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        for name in ("edit", "history", "usage", "delete", "unpublish", "copy", "view_draft", "preview_on_edit")
    ]
    return [
        page.url, f"/en{page.url}", f"{page.url}resultats/", f"/repondre/{page.translation_key}/",
        f"/repondre/{page.translation_key}/verifier/", process.url, process.get_parent().url,
        process.get_parent().get_parent().url, f"/recherche/?q={page.title}", "/sitemap.xml", "/actualites.atom", "/",
        "/admin/", "/admin/participation/", "/admin/participation/results/", "/admin/reports/site-history/",
        "/admin/pages/search/?q=consultation", *office, *pages,
    ]  # fmt: skip


def test_nobody_without_the_right_learns_anything_before_the_close():
    page = make_consultation(shows_participants=False)
    clients = {role: client_of(role) for role in ROLES}
    asked = addresses(page)
    assert len(asked) >= 30

    def told() -> dict[tuple[str, str], tuple[int, str]]:
        found = {}
        for role, client in clients.items():
            for address in asked:
                response = client.get(address)
                text = b"".join(response).decode(errors="replace")
                found[role, address] = (response.status_code, OF_THE_REQUEST.sub("", text))
        return found

    before = told()
    for _ in range(3):
        answer(page=page, values={**VALUES, "trees": Value(number="53"), "ideas": Value(text="zibeline")})
    after = told()

    # An editor is told how many answers a change of the questions would concern, and nothing of what they say.
    counted = {(Role.WRITING, reverse("wagtailadmin_pages:edit", args=[page.pk]))}
    assert {key for key in before if before[key] != after[key]} <= counted
    assert [key for key, (_status, text) in after.items() if "data-result=" in text or "zibeline" in text] == []
    assert not ReadingLog.objects.exists()


def test_who_has_the_right_reads_them_and_is_written_down():
    """The other side of the test above: there is something to read at these addresses."""
    page = make_consultation(shows_participants=False)
    answer(page=page, values={**VALUES, "ideas": Value(text="zibeline")})
    officer = client_of(Role.COMMUNICATIONS)
    results = officer.get(reverse("participation:results", args=[box_of(page).pk]))
    assert 'data-result="link"' in results.content.decode()
    assert ReadingLog.objects.count() == 1
