"""Who may read results, and when: nobody before their time, staff with the right, and each of their readings logged."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from participation.core.models import ReadingLog
from participation.people.groups import Role
from participation.questionnaires import results
from participation.questionnaires.questions import Value
from tests.factories import VALUES, answer, box_of, close, make_consultation
from tests.website import make_staff

pytestmark = pytest.mark.django_db

SECRET_WORD = "Habitante"


def public_answers(client, page) -> dict[str, bytes]:
    """What every public address that could know of the consultation says."""
    catalogue = page.get_parent().get_parent().get_parent()
    process = page.get_parent()
    addresses = {
        "page": page.url,
        "english page": f"/en{page.url}",
        "results": f"{page.url}resultats/",
        "catalogue": catalogue.url,
        "process": process.url,
        "search": f"/recherche/?q={page.title}",
        "site map": "/sitemap.xml",
        "feed": "/actualites.atom",
        "home": "/",
    }
    return {name: client.get(address) for name, address in addresses.items()}


def test_no_public_address_tells_a_count_before_the_close(client):
    page = make_consultation(shows_participants=False)
    for _ in range(37):
        answer(page=page, values={**VALUES, "trees": Value(number="53")})
    before = {name: response.content for name, response in public_answers(client, page).items()}
    assert client.get(f"{page.url}resultats/").status_code == 404
    for _ in range(3):
        answer(page=page)
    after = {name: response.content for name, response in public_answers(client, page).items()}
    # Not one byte depends on what was answered.
    assert before == after
    assert b"data-result" not in b"".join(after.values())


def test_results_hidden_until_the_close_show_after_it(client):
    page = make_consultation()
    answer(page=page)
    assert client.get(f"{page.url}resultats/").status_code == 404
    close(page)
    html = client.get(f"{page.url}resultats/").content.decode()
    assert 'data-result="link"' in html
    assert SECRET_WORD in html


def test_live_results_show_while_it_is_open(client):
    page = make_consultation(results_visibility="live")
    answer(page=page)
    assert 'data-result="link"' in client.get(f"{page.url}resultats/").content.decode()


def test_results_not_opened_to_the_public_never_show(client):
    page = make_consultation(are_results_published=False)
    answer(page=page)
    close(page)
    assert client.get(f"{page.url}resultats/").status_code == 404


@pytest.mark.parametrize("shows", [True, False])
def test_the_number_of_participants_shows_only_when_switched_on(client, shows):
    page = make_consultation(shows_participants=shows)
    for _ in range(41):
        answer(page=page, values={"word": Value(text="calme")})
    shown = " ".join(strip_tags(client.get(page.url).content.decode()).split())
    # With its noun: a closing hour may say 41 too.
    assert ("41 participations" in shown) is shows


def test_staff_with_the_right_read_partial_results_and_each_reading_is_logged():
    page = make_consultation()
    answer(page=page)
    by, now = make_staff(Role.COMMUNICATIONS), timezone.now()
    for _ in range(2):
        found = results.read_as_staff(questionnaire=box_of(page), language="fr", now=now, by=by)
        assert found.participants == 1
    logged = ReadingLog.objects.filter(activity=box_of(page).activity)
    assert [(entry.subject, entry.read_by) for entry in logged] == [("partial_results", by)] * 2


def test_staff_without_the_right_read_no_partial_results():
    page = make_consultation()
    answer(page=page)
    with pytest.raises(PermissionError):
        results.read_as_staff(
            questionnaire=box_of(page), language="fr", now=timezone.now(), by=make_staff(Role.WRITING)
        )
    assert not ReadingLog.objects.exists()


def test_reading_public_results_as_staff_is_not_logged():
    page = make_consultation()
    answer(page=page)
    close(page)
    results.read_as_staff(
        questionnaire=box_of(page), language="fr", now=timezone.now() + timedelta(hours=1), by=make_staff(Role.WRITING)
    )
    assert not ReadingLog.objects.exists()
