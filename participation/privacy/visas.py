"""Visas of the archives: public archives go only when the departmental archives have agreed."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.core.accounting import Kind, record_act
from participation.core.retention import RetentionRule
from participation.people.models import User

from .models import ArchiveVisa
from .words import VISA_RECORDED


class VisaRefused(Exception):
    """The visa cannot be recorded; `field` is where to correct it, the message says why."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field


@transaction.atomic
def record_visa(
    *, rule: RetentionRule, reference: str, given_on: date, covers_until: date, actor: User, now: datetime
) -> ArchiveVisa:
    """Write a visa down, for good. Raises `VisaRefused`."""
    reference = reference.strip()
    if not rule.is_archive:
        raise VisaRefused("reference", _("These records are no public archives: they need no visa."))
    if not reference:
        raise VisaRefused("reference", _("Write the reference of the visa."))
    if given_on > timezone.localdate(now):
        raise VisaRefused("given_on", _("This day has not come yet."))
    if covers_until > given_on:
        raise VisaRefused("covers_until", _("A visa covers what is due by the day it is given, never later."))
    record_act(kind=Kind.CHANGED, person=None, what=f"{VISA_RECORDED}: {rule.name}", actor=actor, now=now)
    return ArchiveVisa.objects.create(
        rule=rule.name,
        reference=reference,
        given_on=given_on,
        covers_until=covers_until,
        recorded_at=now,
        recorded_by=actor,
    )


def latest(rules: Iterable[RetentionRule]) -> dict[str, ArchiveVisa]:
    """Name of a rule → the visa that reaches furthest."""
    found = ArchiveVisa.objects.filter(rule__in=[rule.name for rule in rules]).select_related("recorded_by")
    return {visa.rule: visa for visa in found.order_by("covers_until", "pk")}


def horizon(*, rule: RetentionRule, visa: ArchiveVisa | None, now: datetime) -> datetime | None:
    """What was due by then may go: now, or the end of the visa's last day; None where a visa is wanting."""
    if not rule.is_archive:
        return now
    if visa is None:
        return None
    return min(now, timezone.make_aware(datetime.combine(visa.covers_until + timedelta(days=1), time())))
