"""Subjects stay with their pages."""

import pytest
from django.utils.translation import override
from wagtail_localize.models import Translation, TranslationSource

from home.models import ArticlePage
from participation.editorial.models import Stake, Subject
from participation.people.groups import Role
from tests.website import add_article, english, enter_office, make_staff, make_subject, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_website()


@pytest.fixture
def page(home) -> ArticlePage:
    page = add_article(home, title="La fontaine", slug="fontaine", summary="De l’eau.")
    page.subjects.add(make_subject(name="Eau", name_en="Water", stake=Stake.ECOLOGICAL))
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def names(page) -> list[str]:
    return sorted(subject.name for subject in type(page).objects.get(pk=page.pk).subjects.all())


def test_publishing_keeps_the_subjects(page):
    assert names(page) == ["Eau"]


def test_a_revision_remembers_its_subjects(page):
    revision = page.save_revision()
    page.subjects.set([make_subject(name="Air")])
    page.save_revision().publish()
    assert names(page) == ["Air"]
    assert [subject.name for subject in revision.as_object().subjects.all()] == ["Eau"]
    revision.publish()
    assert names(page) == ["Eau"]


def test_a_draft_changes_no_published_subject(page):
    page.subjects.add(make_subject(name="Air"))
    page.save_revision()
    assert names(page) == ["Eau"]


def test_a_copy_has_its_own_subjects(page):
    copy = page.copy(update_attrs={"slug": "copie", "title": "Copie"})
    assert names(copy) == ["Eau"]
    copy.subjects.clear()
    copy.save()
    assert names(page) == ["Eau"]


def test_a_translation_has_the_subjects_of_its_source(home, page):
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=english(home).locale)
    translation.save_target(publish=True)
    translated = page.get_translation(english(home).locale)
    assert names(translated) == ["Eau"]
    with override("en"):
        assert translated.subject_tags == [{"name": "Water", "stake": "ecological"}]


def test_a_subject_speaks_the_language_of_the_visitor():
    subject = Subject(name="Eau", name_en="Water")
    with override("fr"):
        assert subject.label == "Eau"
    with override("en"):
        assert subject.label == "Water"
        assert Subject(name="Eau").label == "Eau"


def test_an_editor_cannot_invent_a_subject(client, home, page):
    enter_office(client, make_staff(Role.WRITING))
    response = client.get("/admin/tag-autocomplete/editorial/subject/", {"term": "ea"})
    assert response.json() == ["Eau"]
    form_class = ArticlePage.get_edit_handler().get_form_class()
    form = form_class(
        instance=page, data={"subjects": "Eau, Inventé", "body-count": "0"}, for_user=make_staff(Role.WRITING)
    )
    form.is_valid()
    assert form.cleaned_data["subjects"] == ["Eau"]


def test_communications_keeps_the_list_of_subjects(client, home):
    enter_office(client, make_staff(Role.COMMUNICATIONS))
    assert client.get("/admin/snippets/editorial/subject/").status_code == 200
    answer = client.post(
        "/admin/snippets/editorial/subject/add/",
        {"name": "Climat", "name_en": "Climate", "slug": "climat", "stake": "ecological"},
    )
    assert answer.status_code == 302
    assert Subject.objects.get(slug="climat").stake == Stake.ECOLOGICAL
