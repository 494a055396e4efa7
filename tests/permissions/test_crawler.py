"""The permission crawler: every address of the resolver, as every role, with objects of another quartier.

Nobody is given what is not theirs, nobody writes what is not theirs. `CRAWL=full` (`make crawl`) calls every way of
every address as everybody and writes docs/permissions.md again; `CRAWL=sample` calls fewer.
"""

import os

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from participation.people import door_rules, doors
from participation.people.door_table import DOORS
from participation.people.groups import DEPUTY as DEPUTY_RIGHTS
from participation.people.groups import RIGHTS, Role
from participation.quartiers import admin_views

from . import payloads, table
from .addresses import all_addresses
from .canaries import DEPUTY, ROLES
from .crawling import Caller, undone
from .judging import Crawl

IS_FULL = os.environ.get("CRAWL") == "full"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("CRAWL" not in os.environ, reason="calls thousands of addresses (make crawl)"),
]


def test_nobody_reads_or_writes_what_is_not_theirs(world):
    crawl = Crawl(world, full=IS_FULL)
    faults = crawl.run()
    assert faults == []
    if IS_FULL:
        table.PAGE.write_text(table.page(crawl), encoding="utf-8")
    assert table.differences(crawl) == [], "`make crawl` writes the page again; read its diff."


def _faults(world, *names: str, roles=(DEPUTY,)) -> list[str]:
    """What the crawler finds when it only calls these."""
    return Crawl(world, names=names, roles=roles).run()


def _always(*args, **kwargs) -> bool:
    return True


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("wagtailadmin_choose_page_chosen_multiple", "readable_pages"),
        ("wagtailimages_chooser:chosen", "usable_image"),
        ("wagtaildocs_chooser:chosen", "usable_document"),
        ("wagtailimages:preview", "usable_image"),
    ],
)
def test_without_an_object_rule_the_crawler_reports_its_address(world, monkeypatch, name, rule):
    assert _faults(world, name) == []
    assert DOORS[name].rule is getattr(door_rules, rule)
    monkeypatch.setitem(DOORS, name, doors.Door(DOORS[name].roles, _always))
    assert _faults(world, name)


@pytest.mark.parametrize(
    "name",
    ["wagtailadmin_pages:edit", "wagtailadmin_pages:history", "wagtailadmin_pages:delete"],
)
def test_without_its_rule_even_what_wagtail_refuses_itself_is_reported(world, monkeypatch, name):
    """A redirect to the list is no answer: hidden and missing must look alike."""
    monkeypatch.setitem(DOORS, name, doors.Door(DOORS[name].roles, _always))
    assert _faults(world, name)


@pytest.mark.parametrize(
    "name", ["wagtailadmin_pages:copy", "wagtail_bulk_action [page unpublish, mixed]", "wagtailadmin_pages:usage"]
)
def test_a_door_left_open_is_reported(world, monkeypatch, name):
    assert _faults(world, name) == []
    monkeypatch.setattr(doors, "may_pass", _always)
    assert _faults(world, name)


def test_without_its_own_right_a_screen_of_ours_is_reported(world, monkeypatch):
    """The door shut by the table alone would hide that the screen asks nothing itself."""
    monkeypatch.setattr(doors, "may_pass", _always)
    assert _faults(world, "quartiers:end", roles=("writing",)) == []
    monkeypatch.setattr(admin_views, "APPOINT", "wagtailadmin.access_admin")
    assert _faults(world, "quartiers:end", roles=("writing",))


def test_only_administration_holds_rights_on_people_and_groups(world):
    guarded = ("people.", "auth.")
    for role, rights in RIGHTS.items():
        held = {name for name in rights.permissions if name.startswith(guarded)}
        assert bool(held) == (role == Role.ADMINISTRATION), role
    assert not [name for name in DEPUTY_RIGHTS.permissions if name.startswith(guarded)]
    for group in Group.objects.exclude(name=Role.ADMINISTRATION.label):
        labels = set(group.permissions.values_list("content_type__app_label", flat=True))
        assert not labels & {"people", "auth"}, group


def test_nobody_makes_herself_superuser(world):
    """By any form on people or on oneself, with every field a form could take."""
    wanted = {"is_superuser": "on", "is_staff": "on", "is_active": "on", "user_permissions": "1"}
    people = get_user_model().objects
    for role in set(ROLES) - {"administration"}:
        caller = Caller(role, world, {})
        for address in all_addresses(world):
            if address.name not in ("wagtailusers_users:edit", "wagtailusers_users:add", "wagtailadmin_account"):
                continue
            sent = payloads.SENT.get(address.name, payloads.ADDED.get(address.name))(world) | wanted
            with undone():
                caller.client.post(address.path, sent)
                assert not people.filter(is_superuser=True).exists(), (role, address)
