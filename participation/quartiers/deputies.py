"""Who has charge of a quartier now, as its public page says it."""

from dataclasses import dataclass
from datetime import date, datetime

from .models import Absence, Portfolio


@dataclass(frozen=True)
class Deputy:
    """A person with a portfolio; `replaced_by` while away, with the last day of the absence."""

    name: str
    kind: str
    title: str
    since: date
    until: date | None
    replaced_by: str = ""
    away_until: date | None = None


def deputies_of(area_id: int, *, now: datetime) -> list[Deputy]:
    """The portfolios in force, deputies before substitutes, in two queries."""
    portfolios = list(
        Portfolio.objects.in_force(now).filter(area=area_id).select_related("user").order_by("kind", "starts_on", "pk")
    )
    absences = (
        {
            absence.portfolio_id: absence
            for absence in Absence.objects.on(now)
            .filter(portfolio__in=portfolios, replaced_by__is_active=True)
            .select_related("replaced_by")
        }
        if portfolios
        else {}
    )
    return [_deputy(portfolio, absences.get(portfolio.pk)) for portfolio in portfolios]


def _deputy(portfolio: Portfolio, absence: Absence | None) -> Deputy:
    return Deputy(
        name=name_of(portfolio.user),
        kind=portfolio.get_kind_display(),
        title=portfolio.title,
        since=portfolio.starts_on,
        until=portfolio.ends_on,
        replaced_by=name_of(absence.replaced_by) if absence else "",
        away_until=absence.ends_on if absence else None,
    )


def name_of(user) -> str:
    """A deputy's name as the public reads it: never a login."""
    return user.get_full_name()
