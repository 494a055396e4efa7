"""A deputy's rights begin and end with her dates, at the minute, and nobody's hand changes that."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from participation.people.groups import Role
from participation.quartiers import handover, portfolios, rights
from participation.quartiers.models import Absence, Portfolio, QuartierOffice
from participation.quartiers.portfolios import PortfolioRefused
from tests.deputies import draft_news, give_charge, make_deputy, make_office, make_person
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2026, 3, 10), date(2026, 9, 30)


def at(day: date, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS)


@pytest.fixture
def office():
    return make_office("Nord")


@pytest.fixture
def portfolio(office):
    return give_charge(make_person(), office, starts_on=FIRST, ends_on=LAST, now=at(FIRST) - timedelta(days=30))


def has_charge(user, office, now: datetime) -> bool:
    """Whether the periodic job, and she herself by asking, find her in the group."""
    rights.refresh_all(now=now)
    by_job = user.groups.filter(pk=office.group_id).exists()
    # The contrary of what is right: asking must mend it.
    user.groups.clear() if by_job else user.groups.add(office.group)
    by_asking = office in rights.offices_of(user, now=now)
    assert by_asking == user.groups.filter(pk=office.group_id).exists() == by_job
    return by_job


@pytest.mark.parametrize(
    ("moment", "has"),
    [
        (at(FIRST, 0) - timedelta(minutes=1), False),
        (at(FIRST, 0), True),
        (at(LAST, 23, 59), True),
        (at(LAST, 23, 59) + timedelta(minutes=1), False),
    ],
)
def test_rights_begin_on_the_first_day_and_end_after_the_last_at_the_minute(office, portfolio, moment, has):
    assert has_charge(portfolio.user, office, moment) is has


def test_a_portfolio_ended_now_ends_this_minute(office, portfolio):
    now = at(date(2026, 5, 4), 15, 12)
    assert has_charge(portfolio.user, office, now)
    portfolios.end_portfolio(portfolio=portfolio, last_day=None, now=now, actor=make_staff(Role.ADMINISTRATION))
    assert not has_charge(portfolio.user, office, now)
    assert has_charge(portfolio.user, office, now - timedelta(minutes=1))


def test_during_an_absence_the_rights_are_the_replacements_and_then_come_back(office, portfolio):
    other = make_person("Sacha")
    day = date(2026, 7, 1)
    portfolios.declare_absence(
        portfolio=portfolio,
        starts_on=day,
        ends_on=day + timedelta(days=6),
        replaced_by=other,
        now=at(FIRST),
        actor=None,
    )
    seen = [
        (has_charge(portfolio.user, office, moment), has_charge(other, office, moment))
        for moment in (
            at(day, 0) - timedelta(minutes=1),
            at(day, 0),
            at(day + timedelta(days=6), 23, 59),
            at(day + timedelta(days=7), 0),
        )
    ]
    assert seen == [(True, False), (False, True), (False, True), (True, False)]


def test_a_replacement_ends_with_the_portfolio_it_replaces(office, portfolio):
    other = make_person("Sacha")
    portfolios.declare_absence(
        portfolio=portfolio,
        starts_on=date(2026, 7, 1),
        ends_on=date(2026, 7, 31),
        replaced_by=other,
        now=at(FIRST),
        actor=None,
    )
    portfolios.end_portfolio(portfolio=portfolio, last_day=date(2026, 7, 10), now=at(FIRST), actor=None)
    assert has_charge(other, office, at(date(2026, 7, 10)))
    assert not has_charge(other, office, at(date(2026, 7, 11)))


def test_several_deputies_share_a_quartier_and_one_has_several(office):
    other = make_office("Sud")
    one, two = make_deputy(office, other), make_deputy(office)
    now = timezone.now()
    assert set(rights.offices_of(one, now=now)) == {office, other}
    assert rights.offices_of(two, now=now) == [office]


def test_membership_given_or_taken_by_hand_does_not_last(office, portfolio):
    intruder, now = make_staff(Role.WRITING), at(date(2026, 5, 4))
    intruder.groups.add(office.group)
    portfolio.user.groups.clear()
    rights.refresh_all(now=now)
    assert not intruder.groups.filter(pk=office.group_id).exists()
    assert portfolio.user.groups.filter(pk=office.group_id).exists()


def test_asking_costs_one_query_when_nothing_changes(office, django_assert_num_queries):
    deputy, resident = make_deputy(office), make_person()
    with django_assert_num_queries(1):
        assert rights.offices_of(deputy, now=timezone.now()) == [office]
    with django_assert_num_queries(1):
        assert rights.offices_of(resident, now=timezone.now()) == []


def test_without_the_periodic_job_the_office_closes_at_the_minute(office):
    deputy, client = make_deputy(office), Client()
    enter_office(client, deputy)
    address = f"/admin/pages/{office.page_id}/edit/"
    assert client.get(address).status_code == 200
    # The database alone changes: nothing has run since.
    Portfolio.objects.filter(user=deputy).update(ended_at=timezone.now())
    # To the entrance, or to « not part of your work here »: shut either way.
    assert client.get(address).status_code in (302, 403)
    assert client.post(address, {"title": "Trop tard"}).status_code in (302, 403)
    office.page.refresh_from_db()
    assert office.page.latest_revision.content["title"] == "Nord"


def test_what_she_had_begun_passes_on_to_her_successor(office):
    leaving, heir, now = make_deputy(office), make_deputy(office), timezone.now()
    draft = draft_news(office, by=leaving, title="En cours")
    submitted = draft_news(office, by=leaving, title="Soumise")
    state = submitted.get_workflow().start(submitted, leaving)
    locked = draft_news(office, by=heir, title="Verrouillée")
    locked.locked, locked.locked_by, locked.locked_at = True, leaving, now
    locked.save()
    portfolios.end_portfolio(
        portfolio=leaving.portfolios.get(), last_day=None, now=now, actor=make_staff(Role.ADMINISTRATION)
    )
    draft.refresh_from_db()
    locked.refresh_from_db()
    state.refresh_from_db()
    assert draft.owner == heir
    assert (locked.locked, locked.locked_by) == (False, None)
    assert (state.requested_by, state.status) == (heir, "in_progress")
    assert state.current_task_state.status == "in_progress"
    notes = PageLogEntry.objects.filter(action=handover.HANDED_OVER)
    assert {note.page_id for note in notes} == {draft.pk, submitted.pk, locked.pk}
    assert all(note.data["from"] == leaving.pk and note.data["to"] == heir.pk for note in notes)


def test_of_two_refreshes_at_once_the_second_looks_again(office, portfolio, monkeypatch):
    """Between its reading and its lock, another one has ended the charge."""
    now = at(date(2026, 5, 4))
    portfolio.user.groups.clear()
    locking = QuartierOffice.objects.select_for_update

    def another_was_first():
        Portfolio.objects.filter(pk=portfolio.pk).update(ended_at=now)
        return locking()

    monkeypatch.setattr(QuartierOffice.objects, "select_for_update", another_was_first)
    assert rights.offices_of(portfolio.user, now=now) == []
    assert not portfolio.user.groups.exists()


def test_without_a_successor_communications_has_it(office):
    leaving, now = make_deputy(office), timezone.now()
    submitted = draft_news(office, by=leaving)
    state = submitted.get_workflow().start(submitted, leaving)
    portfolios.end_portfolio(portfolio=leaving.portfolios.get(), last_day=None, now=now, actor=None)
    state.refresh_from_db()
    submitted.refresh_from_db()
    assert (state.requested_by, submitted.owner, state.status) == (None, None, "in_progress")
    officer = make_staff(Role.COMMUNICATIONS)
    assert submitted.permissions_for_user(officer).can_publish()


def test_what_does_not_fit_is_refused_with_its_reason(office, portfolio):
    someone, nameless = make_person("Sacha"), make_person("", "")
    now = at(date(2026, 5, 4))

    def appoint(**changes):
        return portfolios.appoint(
            **(
                {
                    "user": someone,
                    "area": office.area,
                    "title": "x",
                    "starts_on": FIRST,
                    "ends_on": LAST,
                    "now": now,
                    "actor": None,
                }
                | changes
            )
        )

    def be_absent(**changes):
        return portfolios.declare_absence(
            **(
                {
                    "portfolio": portfolio,
                    "starts_on": date(2026, 7, 1),
                    "ends_on": date(2026, 7, 5),
                    "replaced_by": someone,
                    "now": now,
                    "actor": None,
                }
                | changes
            )
        )

    for refused in (
        lambda: appoint(user=nameless),
        lambda: appoint(starts_on=LAST, ends_on=FIRST),
        lambda: appoint(user=portfolio.user, starts_on=LAST, ends_on=None),
        lambda: appoint(area=type(office.area).objects.create(code="est", name="Est")),
        lambda: be_absent(replaced_by=portfolio.user),
        lambda: be_absent(ends_on=date(2026, 6, 30)),
        lambda: be_absent(starts_on=date(2026, 5, 3)),
        lambda: be_absent(ends_on=LAST + timedelta(days=1)),
        lambda: portfolios.end_portfolio(portfolio=portfolio, last_day=date(2026, 5, 3), now=now, actor=None),
        lambda: portfolios.end_portfolio(
            portfolio=portfolio, last_day=None, now=at(LAST) + timedelta(days=1), actor=None
        ),
    ):
        with pytest.raises(PortfolioRefused) as refusal:
            refused()
        assert str(refusal.value)
    be_absent()
    with pytest.raises(PortfolioRefused):
        be_absent(starts_on=date(2026, 7, 5), ends_on=date(2026, 7, 9))


def test_the_database_too_refuses_days_the_wrong_way_round(office, portfolio):
    for wrong in (
        lambda: Portfolio.objects.filter(pk=portfolio.pk).update(ends_on=FIRST - timedelta(days=1)),
        lambda: Absence.objects.create(portfolio=portfolio, starts_on=LAST, ends_on=FIRST, replaced_by=make_person()),
        lambda: Portfolio.objects.create(user=portfolio.user, area=office.area, title="x", starts_on=FIRST),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()
