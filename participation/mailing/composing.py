"""Who gets what: rows of mails for a sending, a batch of subscribers at a time."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import QuerySet

from participation.core.models import Activity
from participation.core.secrets import keyed_hash

from .calendar import SPAN, Slot, due_slots
from .happenings import note_news
from .models import Interest, Mail, News, Rhythm, Sending, Subscriber
from .stories import Story, stories_of

Kind = Sending.Kind
BATCH = 1000
RHYTHMS = {Kind.WEEKLY: Rhythm.WEEKLY, Kind.MONTHLY: Rhythm.MONTHLY}
TOLD_IN_DIGEST = (News.Kind.OPENED, News.Kind.SUMMED_UP, News.Kind.ANSWERED)
# What closes before the next digest but one, so that nobody learns of it too late.
CLOSING_WITHIN = {Kind.WEEKLY: timedelta(days=8), Kind.MONTHLY: timedelta(days=32)}
ORDER = {News.Kind.OPENED: 0, News.Kind.CLOSING: 1, News.Kind.ANSWERED: 2, News.Kind.SUMMED_UP: 3}


def compose_due(*, now: datetime) -> str:
    """Note what is new, begin the sendings that are due, and write out those begun: also after a kill in between."""
    note_news(now=now)
    for slot in due_slots(now):
        begin(slot=slot, now=now)
    written = sum(compose(sending=sending, now=now) for sending in Sending.objects.filter(composed_at=None))
    return f"{written} written"


def begin(*, slot: Slot, now: datetime) -> Sending:
    """The sending of a slot, once: it tells what was seen since the last one of its kind."""
    before = Sending.objects.filter(kind=slot.kind).exclude(name=slot.name).order_by("-until").first()
    since = before.until if before else now - SPAN[slot.kind]
    sending, _is_new = Sending.objects.get_or_create(
        name=slot.name, defaults={"kind": slot.kind, "since": since, "until": now}
    )
    return sending


def compose(*, sending: Sending, now: datetime) -> int:
    """One row for each person it has something to say to. A second run adds only who is missing."""
    items = _items(sending)
    stories = stories_of([activity for _kind, activity in items])
    told = [(f"{kind}:{activity.pk}", stories[activity.pk]) for kind, activity in items if activity.pk in stories]
    written = 0
    for people in _batches(_audience(sending, told)) if told else ():
        rows = [row for row in _rows(sending, people, told, now) if row.items]
        Mail.objects.bulk_create(rows, ignore_conflicts=True)
        written += len(rows)
    Sending.objects.filter(pk=sending.pk, composed_at=None).update(composed_at=now)
    return written


def _items(sending: Sending) -> list[tuple[str, Activity]]:
    """(what happened, activity) in the order of the mail, the last word on each activity only."""
    events = News.objects.filter(at__gt=sending.since, at__lte=sending.until, activity__is_withdrawn=False)
    if sending.kind in RHYTHMS:
        events = events.filter(kind__in=TOLD_IN_DIGEST)
    found: dict[int, tuple[str, Activity]] = {}
    if sending.kind in RHYTHMS:
        closing = Activity.objects.open_at(sending.until).visible()
        for activity in closing.filter(closes_at__lte=sending.until + CLOSING_WITHIN[sending.kind]):
            found[activity.pk] = (News.Kind.CLOSING, activity)
    for event in sorted(events.select_related("activity"), key=lambda event: tuple(News.Kind).index(event.kind)):
        is_open = event.activity.is_open(sending.until)
        if event.kind in (News.Kind.OPENED, News.Kind.CLOSING) and not is_open:
            continue  # over before anybody could be told
        found[event.activity_id] = (event.kind, event.activity)
    return sorted(found.values(), key=lambda item: (ORDER[item[0]], item[1].closes_at, item[1].pk))


def _audience(sending: Sending, told: list[tuple[str, Story]]) -> QuerySet:
    people = Subscriber.objects.filter(confirmed_at__isnull=False)
    if sending.kind in RHYTHMS:
        return people.filter(rhythm=RHYTHMS[sending.kind])
    keys = {key for _item, story in told for key in story.keys}
    followers = Interest.objects.filter(kind=Interest.Kind.FOLLOWED, key__in=keys)
    return people.filter(pk__in=followers.values("subscriber"))


def _batches(people: QuerySet) -> Iterator[list[Subscriber]]:
    last = None
    while True:
        batch = people.order_by("pk").only("pk", "address_hash")
        found = list((batch.filter(pk__gt=last) if last else batch)[:BATCH])
        if not found:
            return
        yield found
        last = found[-1].pk


def _rows(
    sending: Sending, people: Iterable[Subscriber], told: list[tuple[str, Story]], now: datetime
) -> Iterator[Mail]:
    people = list(people)
    chosen: dict = {}
    # A range rather than a thousand keys in the query.
    interests = Interest.objects.filter(subscriber__gte=people[0].pk, subscriber__lte=people[-1].pk)
    for subscriber, kind, key in interests.values_list("subscriber_id", "kind", "key"):
        chosen.setdefault(subscriber, {}).setdefault(kind, set()).add(key)
    for person in people:
        theirs = chosen.get(person.pk, {})
        yield Mail(
            sending=sending,
            person=keyed_hash(f"mail|{sending.pk}", person.address_hash),
            subscriber=person,
            items=[item for item, story in told if _concerns(sending, story, theirs)],
            due_at=now,
        )


def _concerns(sending: Sending, story: Story, chosen: dict[str, set[str]]) -> bool:
    if sending.kind in RHYTHMS:
        return story.is_for_digest(
            chosen.get(Interest.Kind.SUBJECT, frozenset()), chosen.get(Interest.Kind.MECHANISM, frozenset())
        )
    return bool(story.keys & chosen.get(Interest.Kind.FOLLOWED, frozenset()))
