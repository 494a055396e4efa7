"""A quartier's pages, collection and group come into being together, and stay together."""

import pytest
from django.contrib.auth.models import Group
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from participation.people.groups import Role
from participation.quartiers.founding import FoundingRefused, found_quartier
from participation.quartiers.models import QuartierOffice, QuartierSettings
from tests.deputies import make_area, make_deputy, make_index, make_office
from tests.website import add_page, english, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_office("Nord")


def rights_of(office) -> tuple[set, set, set]:
    pages = GroupPagePermission.objects.filter(group=office.group)
    files = GroupCollectionPermission.objects.filter(group=office.group)
    return (
        {(one.page_id, one.permission.codename) for one in pages},
        {(one.collection_id, one.permission.codename) for one in files},
        {permission.codename for permission in office.group.permissions.all()},
    )


def test_one_act_makes_pages_collection_group_and_rights(office):
    assert office.page.title == "Nord"
    assert office.page.url == "/quartiers/nord/"
    assert {page.slug for page in office.page.get_children()} == {"actualites", "agenda"}
    assert office.page.get_children().live().count() == 2
    assert office.collection.name == office.group.name == "Quartier Nord"
    pages, files, permissions = rights_of(office)
    assert pages == {(office.page_id, "add_page"), (office.page_id, "change_page")}
    own = {name for collection, name in files if collection == office.collection_id}
    shared = {name for collection, name in files if collection != office.collection_id}
    assert own == {
        "add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document",
    }  # fmt: skip
    assert shared == {"choose_image", "choose_document"}
    assert permissions == {"access_admin"}


def test_founding_again_takes_back_what_was_added_by_hand_and_changes_nothing_else(office):
    before = rights_of(office), Page.objects.count(), Collection.objects.count(), Group.objects.count()
    office.page.title = "Le grand Nord"
    office.page.save_revision().publish()
    GroupPagePermission.objects.create(group=office.group, page=Page.get_first_root_node(), permission_type="publish")
    GroupCollectionPermission.objects.filter(group=office.group).first().delete()
    again = found_quartier(
        area=office.area, parent=make_index(), actor=make_staff(Role.ADMINISTRATION), now=timezone.now()
    )
    assert again.pk == office.pk
    assert (rights_of(office), Page.objects.count(), Collection.objects.count(), Group.objects.count()) == before
    assert type(office.page).objects.get(pk=office.page_id).title == "Le grand Nord"


@pytest.mark.parametrize("obstacle", ["group", "page", "parent"])
def test_a_founding_that_cannot_be_finished_leaves_nothing_behind(obstacle):
    parent = make_index()
    if obstacle == "group":
        Group.objects.create(name="Quartier Sud")
    elif obstacle == "page":
        make_office("Nord").page.copy(to=parent, update_attrs={"slug": "sud", "title": "Autre"})
    else:
        parent = parent.get_parent()
    before = Page.objects.count(), Collection.objects.count(), Group.objects.count()
    with pytest.raises(FoundingRefused):
        found_quartier(area=make_area("Sud"), parent=parent, actor=None, now=timezone.now())
    assert (Page.objects.count(), Collection.objects.count(), Group.objects.count()) == before
    assert not QuartierOffice.objects.filter(area__code="sud").exists()


def test_in_english_each_page_waits_as_a_draft_of_its_own():
    index = make_index()
    add = index.copy_for_translation(Locale.objects.get(language_code="en"))
    add.save_revision().publish()
    office = make_office("Nord")
    for page in (office.page, office.news, office.agenda):
        translated = english(page)
        assert (translated.live, translated.alias_of_id) == (False, None)


@pytest.mark.parametrize("what", ["page", "news", "agenda", "index", "collection", "group", "area"])
def test_no_part_of_an_office_can_be_deleted(office, what):
    target = make_index() if what == "index" else getattr(office, what)
    with pytest.raises(ProtectedError):
        target.delete()
    assert QuartierOffice.objects.filter(pk=office.pk).exists()
    assert Page.objects.filter(pk__in=office.kept_pages).count() == 3


def test_a_moved_page_takes_its_deputies_along(office):
    deputy = make_deputy(office)
    other = add_page(type(make_index()), make_index().get_parent(), slug="autres-quartiers")
    office.page.move(other, pos="last-child")
    page = type(office.page).objects.get(pk=office.page_id)
    assert page.permissions_for_user(deputy).can_edit()
    assert not make_index().permissions_for_user(deputy).can_edit()


def test_the_city_decides_whether_deputies_publish_news_but_never_the_quartiers_own_page(office):
    deputy = make_deputy(office)
    news = office.news

    def may_publish(page):
        return Page.objects.get(pk=page.pk).permissions_for_user(type(deputy).objects.get(pk=deputy.pk)).can_publish()

    assert not may_publish(news)
    settings = QuartierSettings.load()
    settings.deputies_publish_news = True
    settings.save()
    assert may_publish(news)
    assert may_publish(office.agenda)
    assert not may_publish(office.page)
    settings.deputies_publish_news = False
    settings.save()
    assert not may_publish(news)
