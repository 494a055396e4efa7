"""What the office's list of quartiers shows: each area, its office if founded, its portfolios."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from participation.territory.models import Area

from .deputies import name_of
from .models import Portfolio, QuartierOffice


@dataclass(frozen=True)
class Charge:
    """One portfolio with its state at this moment: in force, coming or over."""

    portfolio: Portfolio
    name: str
    state: str
    absences: list


@dataclass(frozen=True)
class Standing:
    area: Area
    office: QuartierOffice | None
    charges: list[Charge] = field(default_factory=list)


def standings(*, now: datetime) -> list[Standing]:
    """Every quartier, in a number of queries the portfolios do not change."""
    day = timezone.localdate(now)
    offices = {office.area_id: office for office in QuartierOffice.objects.select_related("page")}
    found = {
        area.pk: Standing(area, offices.get(area.pk))
        for area in Area.objects.filter(kind=Area.Kind.QUARTIER).order_by("name")
    }
    portfolios = Portfolio.objects.select_related("user", "area").prefetch_related("absences__replaced_by")
    in_force = set(Portfolio.objects.in_force(now).values_list("pk", flat=True))
    for portfolio in portfolios.filter(area__in=list(found)).order_by("-starts_on", "-pk"):
        if portfolio.pk in in_force:
            state = "current"
        else:
            state = "coming" if portfolio.starts_on > day and portfolio.ended_at is None else "over"
        found[portfolio.area_id].charges.append(
            Charge(
                portfolio,
                name_of(portfolio.user),
                state,
                [absence for absence in portfolio.absences.all() if absence.ended_at is None],
            )
        )
    return list(found.values())
