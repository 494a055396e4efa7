"""A closed or shut account has charge of nothing, and what it had begun passes on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from participation.people.groups import Role
from participation.people.leaving import close_account
from participation.people.models import User
from participation.quartiers import portfolios, rights
from participation.quartiers.deputies import deputies_of
from participation.quartiers.models import Absence, Portfolio
from participation.quartiers.personal import charges
from tests.deputies import draft_news, give_charge, make_deputy, make_office, make_person
from tests.website import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make_office("Nord")


def test_whoever_closes_the_account_has_charge_of_nothing_and_leaves_no_nameless_card(office):
    leaving, away, now = make_deputy(office), make_person("Sacha"), timezone.now()
    draft, today = draft_news(office, by=leaving), timezone.localdate(now)
    away_of = give_charge(away, office)
    absence = portfolios.declare_absence(
        portfolio=away_of, starts_on=today, ends_on=today + timedelta(days=9), replaced_by=leaving, now=now, actor=None
    )
    told = charges(user=leaving, now=now)
    assert [{fact.key: fact.value for fact in one}["area"] for one in told] == ["Nord", "Nord"]
    close_account(user=leaving, by=make_staff(Role.ADMINISTRATION), now=now)
    rights.refresh_all(now=now)
    assert not leaving.groups.exists()
    assert [one.name for one in deputies_of(office.area_id, now=now)] == ["Sacha Exemple"]
    assert leaving.portfolios.get().ended_at == leaving.replacements.get().ended_at == now
    assert away.groups.filter(pk=office.group_id).exists()
    draft.refresh_from_db()
    assert draft.owner == away
    # The replacement ended: another may be declared for the same days.
    portfolios.declare_absence(
        portfolio=away_of,
        starts_on=absence.starts_on,
        ends_on=absence.ends_on,
        replaced_by=make_person("Noé"),
        now=now,
        actor=None,
    )


def test_a_deactivated_account_has_no_charge_while_it_is_shut(office):
    deputy, heir, now = make_deputy(office), make_deputy(office), timezone.now()
    draft = draft_news(office, by=deputy)
    User.objects.filter(pk=deputy.pk).update(is_active=False)
    rights.refresh_all(now=now)
    assert not deputy.groups.exists()
    assert len(deputies_of(office.area_id, now=now)) == 1
    draft.refresh_from_db()
    assert draft.owner == heir
    Portfolio.objects.filter(user=heir).update(ended_at=now)
    today = timezone.localdate(now)
    Absence.objects.create(
        portfolio=give_charge(make_person(), office), starts_on=today, ends_on=today, replaced_by=deputy
    )
    assert not rights.offices_of(deputy, now=now)
