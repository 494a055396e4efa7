"""The page that says who may do what says what the tables say."""

import pytest
from django.core.management import CommandError, call_command

from participation.people import groups, roles_page
from participation.people.groups import Rights, Role


def test_the_page_of_roles_is_current():
    call_command("roles", check=True)


def test_a_right_changed_without_its_page_is_noticed(monkeypatch):
    monkeypatch.setitem(groups.RIGHTS, Role.MODERATION, Rights(permissions=("people.delete_user",)))
    with pytest.raises(CommandError):
        call_command("roles", check=True)


def test_each_role_has_a_column_and_each_shut_door_an_empty_line():
    page = roles_page.content()
    assert (
        "| right | *Rédaction* | *Communication* | *Modération* | *Agents* | *Administration* | *Adjoint·e* |" in page
    )
    assert "| pages: `add` | yes | yes |  |  | yes | yes |" in page
    assert "`find`, `action`" in page or "`pages:action`" in page
