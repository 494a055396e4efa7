"""Keeping an activity open while something is stored in it."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from .models import Activity, WindowChange
from .prepared import PreparedQuery

_held = PreparedQuery(
    lambda pk: Activity.objects.filter(pk=pk).annotate(
        is_closed_early=Exists(
            WindowChange.objects.filter(activity=OuterRef("pk"), kind=WindowChange.Kind.CLOSED_EARLY).order_by()
        )
    ),
    is_held=True,
    pk=lambda: Activity._meta.pk,
)


def hold_open(*, activity: Activity, now: datetime) -> bool:
    """Whether the activity is open, and if so keep it open until this transaction ends.

    Those who store do not wait for one another; a deliberate close waits for them. Whoever comes after it is refused,
    even when `now` was read before: nothing is stored once the close is said. Call inside a transaction.
    """
    held = _held.fetch(pk=activity.pk)[0]
    # Having waited for a close, the row is new but the sub-query still sees the time before: then the date has moved.
    was_closed_meanwhile = held.closes_at < activity.closes_at
    return held.is_open(now) and not held.is_closed_early and not was_closed_meanwhile
