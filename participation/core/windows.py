"""Journeys that change when an activity is open: each leaves a public trace."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from .models import Activity, WindowChange
from .status import Status


class WindowRefused(Exception):
    """The change makes no sense at this moment; the message says why."""


@transaction.atomic
def close_early(*, activity: Activity, reason: str, now: datetime, by) -> WindowChange:
    """Close an open activity now. Raises `WindowRefused` unless it is open and a reason is given."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.status_at(now) != Status.OPEN:
        raise WindowRefused(_("Only an open activity can be closed early."))
    return _record(activity=activity, kind=WindowChange.Kind.CLOSED_EARLY, closes_at=now, reason=reason, now=now, by=by)


@transaction.atomic
def extend(*, activity: Activity, closes_at: datetime, reason: str, now: datetime, by) -> WindowChange:
    """Move the close of an open or announced activity to later. Raises `WindowRefused` otherwise.

    A closed activity is never reopened: its results may already have been read.
    """
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if activity.status_at(now) not in {Status.OPEN, Status.ANNOUNCED}:
        raise WindowRefused(_("A closed activity cannot be reopened: its results may already have been read."))
    if closes_at <= activity.closes_at:
        raise WindowRefused(_("The new closing date must be later than the present one."))
    return _record(
        activity=activity, kind=WindowChange.Kind.EXTENDED, closes_at=closes_at, reason=reason, now=now, by=by
    )


def _record(*, activity: Activity, kind: str, closes_at: datetime, reason: str, now: datetime, by) -> WindowChange:
    if not reason.strip():
        raise WindowRefused(_("Give a reason: it is shown to the public."))
    change = WindowChange.objects.create(
        activity=activity,
        kind=kind,
        closes_at_before=activity.closes_at,
        closes_at_after=closes_at,
        reason=reason.strip(),
        changed_at=now,
        changed_by=by,
    )
    activity.closes_at = closes_at
    activity.save(update_fields=["closes_at"])
    return change
