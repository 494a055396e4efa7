"""Every address of the office has a door, and it opens only to the roles it names."""

import re

import pytest
from django.test import Client, RequestFactory
from django.urls import path, resolve, reverse
from wagtail import hooks
from wagtail.models import Collection, Task, TaskState, Workflow

from participation.people import door_keeper, doors
from participation.people.door_table import DOORS
from participation.people.groups import Role
from tests.deputies import draft_news, make_deputy, make_office, make_person
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


def test_every_address_of_the_office_is_in_the_table():
    forgotten = [f"{entry.name} ({entry.pattern})" for entry in doors.entries() if entry.door is None]
    assert forgotten == [], (
        "Look at each of these before it opens, then write it in participation/people/door_table.py."
    )


def test_the_table_names_no_address_that_is_gone():
    assert set(DOORS) - {entry.name for entry in doors.entries()} == set()


def test_the_table_knows_no_role_by_a_wrong_name():
    assert {role for door in DOORS.values() for role in door.roles} <= {*doors.ROLES, doors.ANYBODY}


def test_wherever_a_deputy_passes_with_an_object_in_the_address_she_proves_it_is_hers():
    # The session she names is looked for among her own; a workflow's page by its page.
    proven_by_the_view = {"wagtailadmin_editing_sessions:release"}
    with_objects = {
        entry.name for entry in doors.entries() if doors.DEPUTY in entry.roles and re.search(r"<|\(\?P", entry.pattern)
    }
    assert {name for name in with_objects if DOORS[name].rule is None} == proven_by_the_view


def test_an_address_the_table_does_not_know_is_shut_for_everybody(settings):
    make_website()
    superuser = make_person()
    superuser.is_superuser = True
    superuser.save()
    for user in (make_staff(Role.ADMINISTRATION), superuser, make_deputy(make_office())):
        request = RequestFactory().get("/admin/new-in-this-version/")
        request.user = user
        bearer = doors.pass_of(user, now=door_keeper.timezone.now())
        assert not doors.may_pass(bearer, doors.door_named("new_in_this_version"))


def test_a_door_shut_on_purpose_opens_to_nobody():
    make_website()
    client = Client()
    enter_office(client, make_staff(Role.ADMINISTRATION))
    assert client.get("/admin/forms/").status_code == 403
    assert client.get("/admin/failwhale/").status_code == 403


def test_the_middleware_keeps_every_door(monkeypatch):
    """Without it, Wagtail alone would let a writer read the report this role has no use for."""
    make_website()
    client = Client()
    enter_office(client, make_staff(Role.WRITING))
    address = reverse("wagtailadmin_reports:site_history")
    assert client.get(address).status_code == 403
    monkeypatch.setattr(door_keeper.doors, "may_pass", lambda bearer, door: True)
    assert client.get(address).status_code == 200


def test_residents_and_visitors_are_sent_to_the_sign_in_page():
    make_website()
    client = Client()
    for user in (None, make_person()):
        if user:
            enter_office(client, user)
        for address in ("/admin/", "/admin/quartiers/", "/admin/pages/1/edit/", "/admin/users/"):
            response = client.get(address)
            assert response.status_code == 302
            assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("wagtailadmin_pages:edit", {"writing", "communications", "administration", "deputy"}),
        ("wagtailadmin_pages:copy", {"writing", "communications", "administration"}),
        ("wagtailadmin_pages:lock", {"communications", "administration"}),
        ("wagtailusers_users:edit", {"administration"}),
        ("participation:texts", {"moderation", "administration"}),
        ("quartiers:appoint", {"administration"}),
        ("wagtailadmin_api:pages:action", set()),
    ],
)
def test_some_doors_as_they_are_meant(name, roles):
    assert DOORS[name].roles == roles


@pytest.mark.parametrize("role", list(Role))
def test_what_the_menu_offers_each_role_opens(role):
    make_website()
    client = Client()
    enter_office(client, make_staff(role))
    html = client.get("/admin/").content.decode()
    offered = set(re.findall(r'"url": "(/admin/[^"?]*)', html))
    assert offered
    for address in offered:
        match = resolve(address)
        assert str(role) in DOORS[doors.name_of(match)].roles | {str(role)} & {doors.ANYBODY}, address


def test_names_and_patterns_are_found_as_a_request_finds_them():
    for entry in doors.entries():
        if "<" not in entry.pattern and "(" not in entry.pattern and "^" not in entry.pattern:
            assert doors.name_of(resolve("/" + entry.pattern)) == entry.name


def test_a_screen_added_by_a_hook_without_an_entry_would_be_named(settings):
    with hooks.register_temporarily(
        "register_admin_urls", lambda: [path("secret/", lambda request: None, name="secret")]
    ):
        added = next(iter(hooks.get_hooks("register_admin_urls")[-1]()))
    assert doors.door_named(added.name) is None


def test_a_review_is_not_decided_under_the_address_of_another_page(monkeypatch):
    """Wagtail alone would approve it: the door asks whose step it is."""
    office = make_office()
    pages = [draft_news(office, by=make_person()) for _number in range(2)]
    steps = [page.get_workflow().start(page, make_person()).current_task_state for page in pages]
    client = enter_office(Client(), make_staff(Role.COMMUNICATIONS))
    name, door = "wagtailadmin_pages:workflow_action", DOORS["wagtailadmin_pages:workflow_action"]

    def approve(page, step):
        return client.post(reverse(name, args=[page.pk, "approve", step.pk]), {"next": "/admin/"}).status_code

    assert approve(pages[0], steps[1]) == 404
    assert TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count() == 2
    assert approve(pages[0], steps[0]) == 302
    assert set(TaskState.objects.filter(status=TaskState.STATUS_APPROVED)) == {steps[0]}
    pages[0].get_workflow().start(pages[0], make_person())
    monkeypatch.setitem(DOORS, name, doors.Door(door.roles))
    approve(pages[0], steps[1])
    assert steps[1] in TaskState.objects.filter(status=TaskState.STATUS_APPROVED)


def test_an_import_of_redirects_without_its_file_is_not_found():
    make_website()
    client = enter_office(Client(), make_staff(Role.COMMUNICATIONS))
    assert client.post(reverse("wagtailredirects:process_import"), {"from_index": "0"}).status_code == 404


def test_administration_uses_collections_and_puts_reviews_to_rest():
    office = make_office()
    client = enter_office(Client(), make_staff(Role.ADMINISTRATION))
    root = Collection.get_first_root_node()
    client.post(reverse("wagtailadmin_collections:add"), {"name": "Fêtes", "parent": root.pk})
    made = Collection.objects.get(name="Fêtes")
    client.post(reverse("wagtailadmin_collections:delete", args=[made.pk]))
    assert not Collection.objects.filter(pk=made.pk).exists()
    # Empty, and yet a quartier's.
    assert client.post(reverse("wagtailadmin_collections:delete", args=[office.collection_id])).status_code == 403
    shown = client.get(reverse("wagtailadmin_collections:delete", args=[office.collection_id]))
    assert office.area.name in shown.content.decode()
    workflow, task = Workflow.objects.create(name="Essai"), Task.objects.create(name="Essai")
    client.post(reverse("wagtailadmin_workflows:disable", args=[workflow.pk]))
    client.post(reverse("wagtailadmin_workflows:disable_task", args=[task.pk]))
    assert not Workflow.objects.get(pk=workflow.pk).active
    assert not Task.objects.get(pk=task.pk).active
    assert client.post(reverse("wagtailusers_groups:delete", args=[office.group_id])).status_code != 500


def test_choosers_make_no_records():
    """Wagtail fails at the address that would make one."""
    make_website()
    client = enter_office(Client(), make_staff(Role.ADMINISTRATION))
    for record in ("territory_area", "decisions_councildecision", "decisions_rule", "editorial_subject"):
        address = reverse(f"wagtailsnippetchoosers_{record}:create")
        assert {client.get(address).status_code, client.post(address).status_code} == {403}, record
