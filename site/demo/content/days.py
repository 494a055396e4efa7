"""Dates of the demonstration, most of them told from today."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from demo.content.records import Window

PARIS = ZoneInfo("Europe/Paris")


def window_between(first: date, last: date) -> Window:
    """Return the window from 9 in the morning of the first day to the end of the last: midnight, the day after."""
    return Window(
        opens_at=datetime.combine(first, time(9, 0), tzinfo=PARIS),
        closes_at=datetime.combine(last + timedelta(days=1), time(0, 0), tzinfo=PARIS),
    )


def window_around(today: date, *, opens_in: int, closes_in: int) -> Window:
    """Return a window counted in days from today; a negative number lies in the past."""
    return window_between(today + timedelta(days=opens_in), today + timedelta(days=closes_in))
