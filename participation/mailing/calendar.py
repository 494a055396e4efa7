"""When digests and notices are due, in the city's hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from .models import Sending

Kind = Sending.Kind
MORNING, EVENING = 9, 17
THURSDAY = 4
# How long after its hour a sending still goes: a worker that was down must not send Thursday's digest on Wednesday.
LATE = {Kind.WEEKLY: timedelta(days=3), Kind.MONTHLY: timedelta(days=3), Kind.NOTICE: timedelta(hours=6)}
# What the very first one looks back on.
SPAN = {Kind.WEEKLY: timedelta(days=7), Kind.MONTHLY: timedelta(days=31), Kind.NOTICE: timedelta(days=1)}


@dataclass(frozen=True)
class Slot:
    """A sending to be made; its name is made once."""

    kind: Kind
    name: str


def due_slots(now: datetime) -> Iterator[Slot]:
    """What should leave by now. Whoever follows something closely hears of it twice a day at most."""
    local = timezone.localtime(now, timezone.get_default_timezone())
    year, week, weekday = local.isocalendar()
    thursday = local + timedelta(days=THURSDAY - weekday)
    if _is_due(thursday, MORNING, local, Kind.WEEKLY):
        yield Slot(Kind.WEEKLY, f"weekly-{year}-{week:02}")
    if _is_due(local.replace(day=1), MORNING, local, Kind.MONTHLY):
        yield Slot(Kind.MONTHLY, f"monthly-{local:%Y-%m}")
    for hour in (MORNING, EVENING):
        if _is_due(local, hour, local, Kind.NOTICE):
            yield Slot(Kind.NOTICE, f"notice-{local:%Y-%m-%d}-{hour:02}")


def _is_due(day: datetime, hour: int, local: datetime, kind: Kind) -> bool:
    beginning = day.replace(hour=hour, minute=0, second=0, microsecond=0)
    return beginning <= local < beginning + LATE[kind]
