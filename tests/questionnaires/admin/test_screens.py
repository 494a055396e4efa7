"""What the office screens show, and what opening them leaves behind."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, PageLogEntry

from participation.consultations.pages import ConsultationPage
from participation.core.models import Activity, ReadingLog, WindowChange
from participation.people.groups import Role
from participation.questionnaires.questions import Value
from tests.factories import answer, box_of, close, make_consultation

pytestmark = pytest.mark.django_db
INDEX = "participation:index"


def titles(response) -> list[str]:
    return sorted(box.activity.title for box in response.context["object_list"])


def test_the_list_is_filtered_and_searched(office, page, box):
    make_consultation(title="Le marché", opens_in_days=3)
    close(make_consultation(title="La piscine", level="email"))
    assert titles(office.get(reverse(INDEX))) == ["La piscine", "Le marché", "Notre place"]
    assert "3 consultations" in office.get(reverse(INDEX)).content.decode().lower()
    assert titles(office.get(reverse(INDEX), {"status": "announced"})) == ["Le marché"]
    assert titles(office.get(reverse(INDEX), {"status": "closed"})) == ["La piscine"]
    assert titles(office.get(reverse(INDEX), {"open_now": "yes"})) == ["Notre place"]
    assert titles(office.get(reverse(INDEX), {"level": "email"})) == ["La piscine"]
    assert titles(office.get(reverse(INDEX), {"q": "piscine"})) == ["La piscine"]


def test_other_filters_than_those_offered_are_ignored(office, page, box):
    assert titles(office.get(reverse(INDEX), {"activity__title__startswith": "Zzz"})) == ["Notre place"]


def test_the_list_counts_answers_and_texts_to_be_read(office, page, box):
    answer(page=page, values={"word": Value(text="Vide"), "ideas": Value(text="Des bancs")})
    (row,) = office.get(reverse(INDEX)).context["object_list"]
    assert (row.answers_number, row.waiting_number) == (2, 3)


def test_the_lists_cost_the_same_whatever_their_length(office, page, box, url, django_assert_max_num_queries):
    def queries(address: str) -> int:
        with django_assert_max_num_queries(40) as counted:
            assert office.get(address).status_code == 200
        return len(counted)

    addresses = [reverse(INDEX), url("answers"), url("texts")]
    for address in addresses:
        queries(address)
    before = [queries(address) for address in addresses]
    for _number in range(4):
        answer(page=make_consultation())
        answer(page=page)
    assert [queries(address) for address in addresses] == before


def test_results_before_the_close_are_logged_and_said_to_be(as_role, url, box):
    response = as_role(Role.COMMUNICATIONS).get(url("results"))
    assert 'data-result="uses"' in response.text
    reading = ReadingLog.objects.get()
    assert (reading.subject, reading.activity) == (ReadingLog.Subject.PARTIAL_RESULTS, box.activity)


def test_one_answer_is_read_in_the_words_its_author_saw_and_logged(office, page, url, box):
    sent = box.responses.get()
    page.title = "Autre titre"
    body = page.body
    body[1].value["text"] = "Question récrite"
    page.body = body
    page.save_revision().publish()
    text = office.get(url("answer", sent.pk)).text
    assert "Quel est votre lien avec la place ?" in text
    assert "Question récrite" not in text
    assert "Habitante" in text
    assert "Plus d’ombre" in text
    assert ReadingLog.objects.get().detail == sent.receipt


def test_what_residents_wrote_is_shown_as_text(office, page, url, box):
    hostile = '<img src=x data-xss="1">'
    sent = answer(page=page, values={"ideas": Value(text=hostile)}).response
    for address in (url("answer", sent.pk), url("texts")):
        assert "<img src=x" not in office.get(address).text


def test_answers_are_found_by_receipt_as_printed(office, page, url, box):
    sent = answer(page=page).response
    printed = f"{sent.receipt[:5]}-{sent.receipt[5:]}".lower()
    found = office.get(url("answers"), {"q": printed}).context["object_list"]
    assert [row.pk for row in found] == [sent.pk]


def test_the_screen_of_a_consultation_shows_versions_pages_and_acts(office, page, url, box):
    text = office.get(url("overview")).text
    version = box.versions.get()
    assert version.sha256[:12] in text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in text
    assert page.url in text


def test_closing_early_closes_every_page_and_leaves_drafts_alone(as_role, page, url, box):
    page.title = "Brouillon"
    page.save_revision()
    client = as_role(Role.COMMUNICATIONS)
    assert client.post(url("close"), {"reason": "Travaux avancés"}).status_code == 200
    assert not WindowChange.objects.exists()
    client.post(url("close"), {"reason": "Travaux avancés", "confirms": "on"})
    change = WindowChange.objects.get()
    page = ConsultationPage.objects.get(pk=page.pk)
    assert page.closes_at == change.closes_at_after == box_of(page).activity.closes_at
    assert page.title == "Notre place"
    assert page.latest_revision.as_object().title == "Brouillon"
    assert ModelLogEntry.objects.for_instance(box).get().comment == "Travaux avancés"
    assert PageLogEntry.objects.filter(page=page.pk, action="questionnaires.closed_early").exists()
    assert "Travaux avancés" in client.get(url("overview")).text


def test_a_closed_consultation_is_neither_closed_again_nor_reopened(as_role, page, url, box):
    close(page)
    client, later = as_role(Role.COMMUNICATIONS), (timezone.now() + timedelta(days=9)).strftime("%Y-%m-%d %H:%M")
    assert client.post(url("close"), {"reason": "Encore", "confirms": "on"}).context["form"].errors
    assert client.post(url("extend"), {"reason": "Encore", "closes_at": later}).context["form"].errors
    assert not WindowChange.objects.exists()


def test_extending_is_in_paris_time_whatever_the_account_says(office, superuser, page, url, box):
    from wagtail.users.models import UserProfile

    UserProfile.objects.update_or_create(user=superuser, defaults={"current_time_zone": "America/New_York"})
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.save_revision().publish()
    day = timezone.localtime() + timedelta(days=40)
    office.post(url("extend"), {"reason": "Vacances", "closes_at": day.strftime("%Y-%m-%d 18:00")})
    closes_at = Activity.objects.get().closes_at
    assert timezone.localtime(closes_at, timezone.get_default_timezone()).strftime("%d %H:%M") == day.strftime(
        "%d 18:00"
    )
    assert set(ConsultationPage.objects.values_list("closes_at", flat=True)) == {closes_at}


@pytest.mark.parametrize("days", [1, -5])
def test_extending_to_an_earlier_day_is_refused_at_the_form(office, url, box, days):
    earlier = (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
    response = office.post(url("extend"), {"reason": "Erreur", "closes_at": earlier})
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not WindowChange.objects.exists()
