"""The office's welcome screen: what waits for each person, and only what she may do."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from home.dashboard import tasks_for
from participation.core.models import Activity
from participation.people.groups import Role
from tests.factories import answer, box_of, close, make_consultation
from tests.website import add_article, enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db

EVERY_TASK = ["closing", "texts", "replies", "approvals", "drafts"]
MAY_DO = {
    Role.WRITING: ["replies", "drafts"],
    Role.COMMUNICATIONS: ["closing", "replies", "approvals", "drafts"],
    Role.MODERATION: ["texts"],
    Role.OFFICERS: ["letters"],
    Role.ADMINISTRATION: EVERY_TASK,
}


def shown(client) -> list[str]:
    response = client.get("/admin/")
    assert response.status_code == 200
    return re.findall(r'data-task="(\w+)"', response.content.decode())


def task(user, name: str):
    return next(one for one in tasks_for(user, now=timezone.now()) if one.name == name)


@pytest.mark.parametrize("role", Role)
def test_each_role_is_shown_its_tasks_and_no_other(client, role):
    make_website()
    enter_office(client, make_staff(role))
    assert shown(client) == MAY_DO[role]


def test_a_consultation_that_closes_within_two_weeks_is_announced_and_a_later_one_is_not():
    soon = make_consultation(closes_in_days=13, title="Le square")
    make_consultation(closes_in_days=15, title="La rue")
    make_consultation(opens_in_days=1, closes_in_days=10, title="Pas encore ouverte")
    found = task(make_staff(Role.COMMUNICATIONS), "closing")
    assert [line.text for line in found.lines] == ["Le square"]
    assert found.lines[0].url == f"/admin/participation/{box_of(soon).pk}/"


def test_moderators_see_how_many_texts_wait_and_open_them_at_once(client):
    page = make_consultation()
    answer(page=page)
    answer(page=page)
    moderator = make_staff(Role.MODERATION)
    found = task(moderator, "texts")
    assert found.count == 2
    enter_office(client, moderator)
    assert client.get(found.lines[0].url).status_code == 200


def test_a_closed_consultation_is_owed_a_reply_until_the_answer_is_published(client):
    page = make_consultation()
    writer = make_staff(Role.WRITING)
    assert task(writer, "replies").count == 0
    close(page)
    activity = Activity.objects.filter(key=page.translation_key)
    owed = task(writer, "replies")
    assert owed.count == 1
    address, tab = owed.lines[0].url.split("#")
    assert address == f"/admin/pages/{page.pk}/edit/"
    enter_office(client, writer)
    assert f'id="{tab}"' in client.get(address).content.decode()
    activity.update(synthesis_on=timezone.localdate())
    assert "synthèse publiée" in task(writer, "replies").lines[0].detail
    activity.update(answered_on=timezone.localdate())
    assert task(writer, "replies").count == 0


def test_what_writing_submits_awaits_communications_and_leaves_when_approved():
    home = make_website()
    writer, officer = make_staff(Role.WRITING), make_staff(Role.COMMUNICATIONS)
    page = add_article(home, title="Le marché")
    page.title = "Le marché du samedi"
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    assert [line.text for line in task(officer, "approvals").lines] == ["Le marché du samedi"]
    assert writer.username in task(officer, "approvals").lines[0].detail
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, user=officer, action_name="approve")
    assert task(officer, "approvals").count == 0


def test_my_drafts_are_mine_alone():
    home = make_website()
    mine, other = make_staff(Role.WRITING), make_staff(Role.WRITING)
    page = add_article(home, title="Le marché")
    assert task(mine, "drafts").count == 0
    page.title = "Le marché du samedi"
    page.save_revision(user=mine)
    assert [line.text for line in task(mine, "drafts").lines] == ["Le marché du samedi"]
    assert task(other, "drafts").count == 0


def test_the_tasks_cost_the_same_number_of_questions_to_the_database_however_many_wait(
    django_assert_max_num_queries, django_assert_num_queries
):
    administrator = make_staff(Role.ADMINISTRATION)
    for number in range(3):
        page = make_consultation(closes_in_days=3 + number)
        answer(page=page)
        page.save_revision(user=administrator)
    close(make_consultation())

    def fresh():
        return type(administrator).objects.get(pk=administrator.pk)

    with django_assert_max_num_queries(17) as few:
        tasks_for(fresh(), now=timezone.now())
    for number in range(3):
        answer(page=make_consultation(closes_in_days=3 + number))
        close(make_consultation())
    with django_assert_num_queries(len(few)):
        found = tasks_for(fresh(), now=timezone.now() + timedelta(minutes=1))
    assert [one.count for one in found] == [6, 6, 4, 0, 3]


def test_the_office_carries_our_name_and_mark_and_sends_nobody_to_another_site(client):
    make_website()
    enter_office(client, make_staff(Role.COMMUNICATIONS))
    inside = client.get("/admin/").content.decode()
    assert "office/office" in inside
    assert "guide.wagtail.org" not in inside
    assert "releases/new-in-wagtail" not in inside


def test_the_office_takes_its_name_from_the_settings(client, settings):
    make_website()
    settings.WAGTAIL_SITE_NAME = "Riom participe"
    enter_office(client, make_staff(Role.COMMUNICATIONS))
    inside = client.get("/admin/").content.decode()
    assert "Riom participe<small>" in inside
    assert "Clermont participe" not in inside.split("<main")[0]
