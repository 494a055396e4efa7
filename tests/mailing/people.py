"""Subscribers and sendings, without the screens."""

import itertools
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from participation.mailing.models import Interest, Mail, Rhythm, Sending, Subscriber

SAME_ORIGIN = {"HTTP_SEC_FETCH_SITE": "same-origin"}
_numbers = itertools.count(1)


def make_subscriber(
    address: str = "",
    *,
    rhythm: str = Rhythm.WEEKLY,
    interests: Iterable[tuple[str, object]] = (),
    confirmed: bool = True,
    **fields,
) -> Subscriber:
    """Somebody who wants news; `interests` are (kind, key)."""
    now = timezone.now()
    one = Subscriber(**({"language": "fr", "asked_at": now, "rhythm": rhythm} | fields))
    one.confirmed_at = now if confirmed else None
    one.set_address(address or f"person-{next(_numbers)}@example.org")
    one.save()
    Interest.objects.bulk_create(Interest(subscriber=one, kind=kind, key=str(key)) for kind, key in interests)
    return one


def make_sending(kind: str = Sending.Kind.WEEKLY, *, until: datetime | None = None, days: int = 7) -> Sending:
    """A sending of the last days, not written yet."""
    until = until or timezone.now()
    return Sending.objects.create(
        kind=kind, name=f"test-{next(_numbers)}", since=until - timedelta(days=days), until=until
    )


def make_mails(people: Iterable[Subscriber], items: list[str], *, now: datetime) -> Sending:
    """A sending written for these people, each to be told these items."""
    sending = make_sending(until=now)
    Mail.objects.bulk_create(
        Mail(sending=sending, person=one.address_hash, subscriber=one, items=items, due_at=now) for one in people
    )
    Sending.objects.filter(pk=sending.pk).update(composed_at=now)
    return sending


def states(sending: Sending) -> dict[str, int]:
    """How many mails of a sending are in each state."""
    found = list(sending.mails.values_list("state", flat=True))
    return {state: found.count(state) for state in set(found)}
