"""Who may do what."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Page, Workflow

from home.models import ArticlePage
from participation.people.groups import RIGHTS, Role, group_of, install_groups
from tests.website import add_article, enter_office, make_image, make_staff, make_website

pytestmark = pytest.mark.django_db

W, C, M, A = Role.WRITING, Role.COMMUNICATIONS, Role.MODERATION, Role.ADMINISTRATION
OFFICERS = Role.OFFICERS

NAMED = [
    ("wagtailadmin.access_admin", {W, C, M, OFFICERS, A}),
    ("questionnaires.read_partial_results", {C, A}),
    ("questionnaires.read_responses", {C, M, A}),
    ("questionnaires.export_responses", {C, A}),
    ("questionnaires.fetch_any_export", {A}),
    ("questionnaires.moderate_texts", {M, A}),
    ("core.change_window", {C, A}),
    ("home.change_citysettings", {C, A}),
    ("editorial.add_subject", {C, A}),
    ("wagtailredirects.add_redirect", {C, A}),
    ("wagtail_localize.submit_translation", {C, A}),
    ("verification.post_letters", {OFFICERS}),
    ("verification.check_at_counter", {OFFICERS}),
    ("verification.manage_lists", {OFFICERS, A}),
    ("people.add_user", {A}),
    ("auth.change_group", {A}),
]


@pytest.fixture
def home():
    return make_website()


@pytest.mark.parametrize(("permission", "roles"), NAMED)
def test_each_named_right_belongs_to_its_groups_only(home, permission, roles):
    assert {role for role in Role if make_staff(role).has_perm(permission)} == roles


@pytest.mark.parametrize(
    ("act", "roles"),
    [("can_edit", {W, C, A}), ("can_publish", {C, A}), ("can_add_subpage", {W, C, A}), ("can_unpublish", {C, A})],
)
def test_pages_are_written_and_published_by_the_right_groups(home, act, roles):
    page = add_article(home, slug="article")
    target = home if act == "can_add_subpage" else page
    allowed = {role for role in Role if getattr(target.permissions_for_user(make_staff(role)), act)()}
    assert allowed == roles


def test_a_writer_submits_to_review_and_communications_approves(home):
    page = ArticlePage(title="Nouveau", slug="nouveau", live=False, locale=home.locale)
    home.add_child(instance=page)
    writer, officer = make_staff(W), make_staff(C)
    page.save_revision(user=writer)
    assert page.permissions_for_user(writer).can_submit_for_moderation()
    state = page.get_workflow().start(page, writer)
    task = state.current_task_state.task.specific
    assert "approve" in {name for name, _label, _modal in task.get_actions(page, officer)}
    assert task.get_actions(page, make_staff(M)) == []
    assert "approve" not in {name for name, _label, _modal in task.get_actions(page, writer)}
    state.current_task_state.approve(user=officer)
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize(("role", "status"), [(W, 200), (C, 200), (A, 200), (M, 403), (OFFICERS, 403)])
def test_only_those_who_write_open_the_page_editor(client, home, role, status):
    page = add_article(home, slug="article")
    enter_office(client, make_staff(role))
    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == status


@pytest.mark.parametrize(("role", "status"), [(W, 403), (C, 403), (M, 403), (A, 200)])
def test_only_administration_manages_people(client, home, role, status):
    enter_office(client, make_staff(role))
    assert client.get("/admin/users/").status_code == status


@pytest.mark.parametrize(("role", "status"), [(W, 200), (C, 200), (M, 403), (A, 200)])
def test_images_are_for_those_who_write(client, home, role, status):
    make_image()
    enter_office(client, make_staff(role))
    assert client.get("/admin/images/add/").status_code == status


@pytest.mark.parametrize("role", list(Role))
def test_every_group_sees_the_office(client, home, role):
    enter_office(client, make_staff(role))
    assert client.get("/admin/").status_code == 200


def test_installing_again_changes_nothing_and_takes_back_what_was_added_by_hand(home):
    group = group_of(M)
    group.permissions.add(Permission.objects.get(codename="add_user", content_type__app_label="people"))
    before = Group.objects.count(), Workflow.objects.count()
    install_groups()
    assert (Group.objects.count(), Workflow.objects.count()) == before
    assert not group.permissions.filter(codename="add_user").exists()


def test_wagtails_own_groups_are_gone(home):
    assert set(Group.objects.values_list("name", flat=True)) == {role.label for role in RIGHTS}


def test_the_review_is_asked_on_every_page(home):
    root = Page.get_first_root_node()
    assert root.get_workflow().name == home.get_workflow().name == "Relecture par la communication"
