"""Noting what happens to activities: each event once, when it is first seen."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from participation.core.models import Activity

from .models import News

Kind = News.Kind
SOON = timedelta(days=3)
# What is older when it is first seen is no news: a consultation of last year put online, the first run of all.
STALE = timedelta(days=30)


def note_news(*, now: datetime) -> int:
    """Write down what has happened since the last look, in three queries; gives how many."""
    known = set(News.objects.values_list("activity_id", "kind"))
    found = [
        News(activity=activity, kind=kind, at=now if now - moment <= STALE else moment)
        for activity in Activity.objects.visible().filter(opens_at__lte=now)
        for kind, moment in _events(activity, now)
        if (activity.pk, kind) not in known
    ]
    News.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def _events(activity: Activity, now: datetime) -> Iterator[tuple[str, datetime]]:
    """What has happened to it by now, with the moment."""
    yield Kind.OPENED, activity.opens_at
    if activity.closes_at - SOON > activity.opens_at and activity.closes_at - SOON <= now < activity.closes_at:
        yield Kind.CLOSING, activity.closes_at - SOON
    if now < activity.closes_at:
        return  # what is published early shows only after the close
    for kind, day in ((Kind.SUMMED_UP, activity.synthesis_on), (Kind.ANSWERED, activity.answered_on)):
        if day and (moment := max(activity.closes_at, _begin(day))) <= now:
            yield kind, moment


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone())
