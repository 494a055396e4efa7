"""Keeping an activity open while something is stored in it."""

from datetime import datetime

from django.db import connection

from .models import Activity, WindowChange

CLOSED_EARLY_EXISTS = (
    f"SELECT activity.*, EXISTS (SELECT 1 FROM {WindowChange._meta.db_table} AS change"  # noqa: S608 - table names only
    f" WHERE change.activity_id = activity.id AND change.kind = %s) AS is_closed_early"
    f" FROM {Activity._meta.db_table} AS activity WHERE activity.id = %s"
)


def hold_open(*, activity: Activity, now: datetime) -> bool:
    """Whether the activity is open, and if so keep it open until this transaction ends.

    Those who store do not wait for one another; a deliberate close waits for them. Whoever comes after it is refused,
    even when `now` was read before: nothing is stored once the close is said. Call inside a transaction.
    """
    # Django has no FOR SHARE. SQLite needs none: a writing transaction is alone from its beginning.
    locking = " FOR SHARE OF activity" if connection.vendor == "postgresql" else ""
    held = Activity.objects.raw(CLOSED_EARLY_EXISTS + locking, [WindowChange.Kind.CLOSED_EARLY, activity.pk])[0]
    # Having waited for a close, the row is new but the sub-query still sees the time before: then the date has moved.
    was_closed_meanwhile = held.closes_at < activity.closes_at
    return held.is_open(now) and not held.is_closed_early and not was_closed_meanwhile
