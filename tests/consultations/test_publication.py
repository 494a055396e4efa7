"""Publishing, scheduling, taking offline, and the stages of a consultation."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from participation.consultations.pages import ConsultationPage
from participation.core.models import Activity
from participation.core.status import Status
from participation.core.windows import WindowRefused, close_early, extend
from participation.questionnaires.models import Response, Version
from tests.factories import BODY, answer, box_of, close, make_consultation, make_process

pytestmark = pytest.mark.django_db

REPLY = {
    "synthesis": [("text", "<p>Plus d’ombre, d’abord.</p>")],
    "decisions": [
        (
            "decision",
            {
                "theme": "Ombre",
                "said": "Des arbres",
                "outcome": "kept",
                "decided": "16 arbres",
                "why": "Demandé par tous",
                "standing": "Cinq sont plantés",
            },
        )
    ],
}


def status(page) -> Status:
    return box_of(page).activity.status_at(timezone.now())


def publish_with(page, **fields):
    page = ConsultationPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return ConsultationPage.objects.get(pk=page.pk)


def test_a_consultation_goes_from_announced_to_archived():
    page = make_consultation(opens_in_days=2)
    assert status(page) == Status.ANNOUNCED
    activity = box_of(page).activity
    assert activity.status_at(activity.opens_at) == Status.OPEN
    assert activity.status_at(activity.closes_at) == Status.CLOSED
    close(page)
    assert status(page) == Status.CLOSED
    page = publish_with(page, synthesis=REPLY["synthesis"])
    assert status(page) == Status.SYNTHESIS
    page = publish_with(page, decisions=REPLY["decisions"])
    assert status(page) == Status.ANSWERED
    publish_with(page, is_archived=True)
    assert status(page) == Status.ARCHIVED


def test_each_decision_runs_from_what_was_said_to_where_it_stands(client):
    page = make_consultation()
    close(page)
    publish_with(page, **REPLY)
    html = client.get(page.url).content.decode()
    parts = ("said", "decided", "why", "standing")
    words = ("Des arbres", "16 arbres", "Demandé par tous", "Cinq sont plantés")
    places = [html.index(f'data-part="{part}"') for part in parts]
    assert places == sorted(places)
    for place, said in zip(places, words, strict=True):
        assert f"<dd>{said}</dd>" in html[place : place + 200]


def test_the_database_and_the_record_agree_on_every_status():
    now = timezone.now()
    for number, (opens, closes, fields) in enumerate(
        [
            (1, 2, {}),
            (-1, 2, {}),
            (-3, -1, {}),
            (-3, -1, {"synthesis_on": now.date()}),
            (-3, -1, {"answered_on": now.date()}),
            (-3, -1, {"synthesis_on": now.date(), "answered_on": now.date()}),
            (-1, 2, {"answered_on": now.date()}),
            (-3, -1, {"archived_on": now.date()}),
            (-3, 0, {}),
            (0, 1, {}),
        ]
    ):
        Activity.objects.create(
            kind="consultation",
            title=str(number),
            opens_at=now + timedelta(days=opens),
            closes_at=now + timedelta(days=closes),
            **fields,
        )
    for wanted in Status:
        found = set(Activity.objects.with_status(wanted, now))
        assert found == {activity for activity in Activity.objects.all() if activity.status_at(now) == wanted}


def test_a_scheduled_publication_freezes_its_version_when_it_comes():
    parent, now = make_process(), timezone.now()
    page = ConsultationPage(
        title="Plus tard",
        slug="plus-tard",
        body=BODY,
        opens_at=now + timedelta(days=1),
        closes_at=now + timedelta(days=9),
        live=False,
        locale=parent.locale,
    )
    parent.add_child(instance=page)
    page.go_live_at = now + timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    assert not Version.objects.exists()
    page.revisions.update(approved_go_live_at=now - timedelta(minutes=1))
    ConsultationPage.objects.filter(pk=page.pk).update(go_live_at=now - timedelta(minutes=1))
    revision = page.revisions.first()
    revision.content["go_live_at"] = (now - timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    assert ConsultationPage.objects.get(pk=page.pk).live
    assert Version.objects.filter(questionnaire=box_of(page)).count() == 1


def test_once_open_republishing_changes_neither_window_nor_access():
    page = make_consultation()
    before = box_of(page)
    publish_with(page, closes_at=page.closes_at + timedelta(days=30), level="email")
    after = box_of(page)
    assert after.activity.closes_at == before.activity.closes_at
    assert after.activity.level == "none"


def test_before_opening_the_window_follows_the_page():
    page = make_consultation(opens_in_days=3)
    later = page.closes_at + timedelta(days=30)
    publish_with(page, closes_at=later)
    assert box_of(page).activity.closes_at == later


def test_taken_offline_it_accepts_nothing_and_keeps_everything_then_comes_back(client):
    page = make_consultation()
    answer(page=page)
    page.unpublish()
    assert client.get(page.url).status_code == 410
    assert page.title not in client.get(page.url).content.decode()
    assert not box_of(page).activity.is_open(timezone.now())
    publish_with(page)
    assert client.get(page.url).status_code == 200
    assert box_of(page).activity.is_open(timezone.now())
    assert Response.objects.count() == 1


def test_a_page_never_published_is_simply_not_found(client):
    parent = make_process()
    now = timezone.now()
    page = ConsultationPage(title="Brouillon", slug="brouillon", body=BODY, live=False, locale=parent.locale)
    page.opens_at, page.closes_at = now, now + timedelta(days=1)
    parent.add_child(instance=page)
    assert client.get(parent.url + "brouillon/").status_code == 404


def test_a_copy_has_its_own_empty_ballot_box():
    page = make_consultation()
    answer(page=page)
    copy = page.copy(update_attrs={"title": "Copie", "slug": "copie"}, keep_live=False)
    copy = ConsultationPage.objects.get(pk=copy.pk)
    copy.save_revision().publish()
    assert copy.translation_key != page.translation_key
    assert box_of(copy).responses.count() == 0
    assert box_of(page).responses.count() == 1
    assert [block.value["key"] for block in copy.body if "key" in block.value] == [
        block.value["key"] for block in page.body if "key" in block.value
    ]


def test_closing_early_and_extending_leave_a_public_reason(client, admin_user):
    now = timezone.now()
    page = make_consultation()
    later = box_of(page).activity.closes_at + timedelta(days=7)
    extend(activity=box_of(page).activity, closes_at=later, reason="Demandé par les écoles", now=now, by=admin_user)
    assert "Demandé par les écoles" in client.get(page.url).content.decode()
    assert box_of(page).activity.closes_at == later
    close_early(activity=box_of(page).activity, reason="Travaux avancés", now=now, by=admin_user)
    html = client.get(page.url).content.decode()
    assert "Travaux avancés" in html
    assert "data-questionnaire" not in html


def test_a_closed_consultation_is_never_reopened_and_a_reason_is_needed(admin_user):
    now = timezone.now()
    page = make_consultation()
    activity = box_of(page).activity
    with pytest.raises(WindowRefused):
        extend(activity=activity, closes_at=activity.closes_at + timedelta(days=1), reason=" ", now=now, by=admin_user)
    close(page)
    with pytest.raises(WindowRefused):
        extend(activity=activity, closes_at=now + timedelta(days=9), reason="Encore", now=now, by=admin_user)
