"""Saying something about oneself. Each writes what the person said last; what FranceConnect confirmed stays."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from participation.core.eligibility import Tie
from participation.people.models import User
from participation.territory.models import Area

from .models import AgeStatement, CounterCode, Letter, Residence, TieProof, TieStatement


@transaction.atomic
def state_age(*, user: User, years: int, on: date, has_reached: bool, now: datetime, is_proved: bool = False) -> None:
    """Keep that `user` had reached `years` on that day, or had not. A confirmed statement outweighs a later word."""
    if not is_proved and AgeStatement.objects.filter(user=user, years=years, on=on, is_proved=True).exists():
        return
    said = {"has_reached": has_reached, "is_proved": is_proved, "stated_on": timezone.localdate(now)}
    AgeStatement.objects.update_or_create(user=user, years=years, on=on, defaults=said)


@transaction.atomic
def state_ties(*, user: User, ties: Mapping[Tie, bool], now: datetime) -> None:
    """Keep which ties hold. Whoever says that a tie no longer holds gives up what established it."""
    for tie, holds in ties.items():
        said = {"holds": holds, "stated_on": timezone.localdate(now)}
        TieStatement.objects.update_or_create(user=user, tie=tie, defaults=said)
    TieProof.objects.filter(user=user, tie__in=[tie for tie, holds in ties.items() if not holds]).delete()


@transaction.atomic
def state_area(*, user: User, area: Area | None, now: datetime) -> None:
    """Keep the neighbourhood; `None` for another town."""
    Residence.objects.update_or_create(user=user, defaults={"area": area, "stated_on": timezone.localdate(now)})


def take_back_area(*, user: User) -> None:
    """Forget the neighbourhood."""
    Residence.objects.filter(user=user).delete()


@transaction.atomic
def take_back(*, user: User) -> None:
    """Forget everything the person said of themselves, and what established it."""
    for kept in (AgeStatement, TieStatement, TieProof, Residence, Letter, CounterCode):
        kept.objects.filter(user=user).delete()
