"""A consultation that holds answers is deleted by nobody, on no path; what to do instead is said."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, PageLogEntry

from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from participation.questionnaires.models import Answer, Questionnaire, Response, TextReview, Version
from tests.factories import answer, box_of, make_consultation
from tests.website import english, enter_office, make_staff

pytestmark = pytest.mark.django_db


def everything() -> dict:
    """What must be the same afterwards: the tree with its numbers of children, and what residents gave."""
    return {
        "pages": list(Page.objects.order_by("path").values_list("path", "numchild", "live", "title")),
        "answers": list(Answer.objects.order_by("pk").values_list("pk", "text")),
        "responses": Response.objects.count(),
        "versions": Version.objects.count(),
        "locales": Locale.objects.count(),
        "deletions": PageLogEntry.objects.filter(action="wagtail.delete").count(),
    }


def bulk(*pages: Page) -> str:
    ids = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?{ids}"


CONFIRMED = {"confirm_site_name": "Clermont participe"}
PATHS = {
    "the page": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.pk]), CONFIRMED),
    "its process": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.get_parent().pk]), CONFIRMED),
    "the home page": lambda page: (reverse("wagtailadmin_pages:delete", args=[page.get_ancestors()[1].pk]), CONFIRMED),
    "ticked pages": lambda page: (bulk(page), CONFIRMED),
    "a ticked parent": lambda page: (bulk(page.get_parent()), CONFIRMED),
    "its language": lambda page: (reverse("wagtaillocales:delete", args=[page.locale_id]), {}),
}


@pytest.mark.parametrize("path", PATHS)
def test_deleting_over_the_office_is_refused_with_words_and_changes_nothing(office, page, box, path):
    address, form = PATHS[path](page)
    before = everything()
    said = office.post(address, form, follow=True)
    assert everything() == before
    if path == "its language":
        # Nobody takes a language of the site away.
        assert said.status_code == 403
    else:
        assert said.status_code == 200
        with override("fr"):
            assert gettext("Unpublish or archive instead: the page goes offline and every answer is kept.") in said.text


def test_the_confirmation_screen_is_not_even_offered(office, page, box):
    said = office.get(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert reverse("wagtailadmin_pages:unpublish", args=[page.pk]) in said.text


def test_a_page_without_answers_ticked_beside_one_with_answers_stays_too(office, page, box):
    other = make_consultation()
    before = everything()
    office.post(bulk(other, page), CONFIRMED)
    assert everything() == before


def test_the_translation_of_a_consultation_with_answers_is_refused(office, page, box):
    page.get_parent().get_parent().get_parent().copy_for_translation(english(page.get_ancestors()[1]).locale)
    translation = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    translation.save_revision().publish()
    before = everything()
    office.post(reverse("wagtailadmin_pages:delete", args=[translation.pk]), CONFIRMED)
    assert everything() == before


@pytest.mark.parametrize(
    "delete",
    [
        lambda page: page.delete(),
        lambda page: Page.objects.get(pk=page.pk).delete(),
        lambda page: page.get_parent().delete(),
        lambda page: Page.objects.filter(pk=page.pk).delete(),
        lambda page: ConsultationPage.objects.all().delete(),
        lambda page: page.locale.delete(),
        lambda page: box_of(page).activity.delete(),
        lambda page: Questionnaire.objects.all().delete(),
    ],
)
def test_deleting_in_python_is_refused_and_changes_nothing(page, box, delete):
    before = everything()
    with pytest.raises(ProtectedError):
        delete(page)
    assert everything() == before


def test_a_consultation_without_answers_can_be_deleted(office, page):
    office.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), CONFIRMED)
    assert not ConsultationPage.objects.exists()


def test_unpublishing_keeps_every_answer(office, page, box):
    office.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert not page.live
    assert Response.objects.count() == 1


def test_a_copy_of_a_consultation_is_empty_and_apart(office, page, box):
    form = {
        "new_title": "Notre place, la suite",
        "new_slug": "notre-place-la-suite",
        "new_parent_page": page.get_parent().pk,
        "publish_copies": "on",
    }
    office.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)
    copy = ConsultationPage.objects.get(slug="notre-place-la-suite")
    assert copy.translation_key != page.translation_key
    copy.save_revision().publish()
    assert not box_of(copy).responses.exists()
    assert box.responses.count() == 1
    answer(page=copy)
    assert (box.responses.count(), box_of(copy).responses.count()) == (1, 1)


def test_an_account_that_decided_something_is_kept_with_a_sentence(office, box):
    moderator = make_staff(Role.MODERATION)
    text = Answer.objects.exclude(text="").get()
    enter_office(office, moderator)
    office.post(reverse("participation:texts", args=[box.pk]), {"decision": "publish", "text": [text.pk]})
    boss = make_staff(Role.ADMINISTRATION)
    enter_office(office, boss)
    said = office.post(reverse("wagtailusers_users:delete", args=[moderator.pk]), follow=True)
    assert said.status_code == 200
    assert TextReview.objects.get().reviewed_by == moderator
