"""Appointing a deputy, ending a portfolio, declaring an absence: the dates every right follows from."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from participation.territory.models import Area

from . import rights
from .models import Absence, Portfolio, QuartierOffice

APPOINTED = "quartiers.appointed"
ENDED = "quartiers.ended"
ABSENT = "quartiers.absent"


class PortfolioRefused(Exception):
    """The dates or persons do not fit; the message says why and what to do."""


@transaction.atomic
def appoint(
    *,
    user,
    area: Area,
    title: str,
    starts_on: date,
    ends_on: date | None = None,
    kind: str = Portfolio.Kind.DEPUTY,
    now: datetime,
    actor,
) -> Portfolio:
    """Give a person charge of a quartier. Raises `PortfolioRefused` when she already has it on one of these days."""
    office = _office(area)
    if not user.is_active or not user.get_full_name():
        raise PortfolioRefused(_("Choose an active account with first and last name: the name is shown to the public."))
    if ends_on and ends_on < starts_on:
        raise PortfolioRefused(_("The last day cannot come before the first."))
    others = Portfolio.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on), user=user, area=area)
    # One ended within a day frees the days after it, not that day.
    others = others.filter(Q(ended_at__isnull=True) | Q(ended_at__date__gte=starts_on))
    if ends_on:
        others = others.filter(starts_on__lte=ends_on)
    if other := others.first():
        raise PortfolioRefused(
            _("This person already has charge of this quartier from %(day)s on. End that portfolio first.")
            % {"day": date_format(other.starts_on, "j F Y")}
        )
    portfolio = Portfolio.objects.create(
        user=user, area=area, kind=kind, title=title.strip(), starts_on=starts_on, ends_on=ends_on
    )
    log(instance=portfolio, action=APPOINTED, user=actor, timestamp=now)
    rights.refresh(office, now=now)
    return portfolio


@transaction.atomic
def end_portfolio(*, portfolio: Portfolio, last_day: date | None, now: datetime, actor) -> Portfolio:
    """End a portfolio after a day to come or, without one, this very minute. Raises `PortfolioRefused` if over."""
    office = _office(portfolio.area)
    portfolio = Portfolio.objects.select_for_update().get(pk=portfolio.pk)
    today = timezone.localdate(now)
    if portfolio.ended_at or (portfolio.ends_on and portfolio.ends_on < today):
        raise PortfolioRefused(_("This portfolio is already over. Nothing was changed."))
    if last_day is None:
        portfolio.ended_at = now
    elif last_day < today or last_day < portfolio.starts_on:
        raise PortfolioRefused(_("Choose a last day from today on, and not before the first day."))
    else:
        portfolio.ends_on = last_day
    portfolio.save(update_fields=["ended_at", "ends_on"])
    log(instance=portfolio, action=ENDED, user=actor, timestamp=now, data={"last_day": str(last_day or today)})
    rights.refresh(office, now=now)
    return portfolio


@transaction.atomic
def declare_absence(
    *, portfolio: Portfolio, starts_on: date, ends_on: date, replaced_by, now: datetime, actor
) -> Absence:
    """Let somebody else hold the rights of a portfolio for some days. Raises `PortfolioRefused` if they do not fit."""
    office = _office(portfolio.area)
    portfolio = Portfolio.objects.select_for_update().get(pk=portfolio.pk)
    if ends_on < starts_on:
        raise PortfolioRefused(_("The last day cannot come before the first."))
    if starts_on < timezone.localdate(now):
        raise PortfolioRefused(_("An absence is declared from today on: rights never change for days gone by."))
    if starts_on < portfolio.starts_on or portfolio.ended_at or (portfolio.ends_on and ends_on > portfolio.ends_on):
        raise PortfolioRefused(_("The absence must lie within the days of the portfolio."))
    if replaced_by.pk == portfolio.user_id:
        raise PortfolioRefused(_("Choose somebody else: nobody replaces herself."))
    if not replaced_by.is_active or not replaced_by.get_full_name():
        raise PortfolioRefused(_("Choose an active account with first and last name: the name is shown to the public."))
    if portfolio.absences.filter(starts_on__lte=ends_on, ends_on__gte=starts_on, ended_at=None).exists():
        raise PortfolioRefused(_("Another absence is already declared on one of these days."))
    absence = Absence.objects.create(portfolio=portfolio, starts_on=starts_on, ends_on=ends_on, replaced_by=replaced_by)
    log(instance=portfolio, action=ABSENT, user=actor, timestamp=now, data={"from": str(starts_on), "to": str(ends_on)})
    rights.refresh(office, now=now)
    return absence


def _office(area: Area) -> QuartierOffice:
    """The office, kept for this transaction: changes of one quartier wait for one another."""
    office = QuartierOffice.objects.select_for_update().select_related("page").filter(area=area).first()
    if office is None:
        raise PortfolioRefused(_("This quartier is not founded yet. Found it first."))
    return office
