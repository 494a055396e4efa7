"""A subscription's life: asked for, confirmed, chosen, ended. Ending it erases it."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from participation.core import restoring
from participation.core.secrets import keyed_hash
from participation.people.addresses import address_of

from .models import Interest, Mail, Rhythm, Subscriber, hash_of

Kind = Interest.Kind
# Its name on the list of what is done again after a restore.
ENDED = "unsubscribed"
NOT_LEFT = (Mail.State.WAITING, Mail.State.CLAIMED)


@dataclass(frozen=True)
class Choices:
    """What somebody wants to hear of, and how often. No subject and no mechanism means all of them."""

    rhythm: str = Rhythm.WEEKLY
    subjects: frozenset[str] = frozenset()
    mechanisms: frozenset[str] = frozenset()
    followed: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would ever be sent."""
        return self.rhythm == Rhythm.NONE and not self.followed

    def pairs(self) -> set[tuple[str, str]]:
        """(kind, key) of each interest."""
        chosen = ((Kind.SUBJECT, self.subjects), (Kind.MECHANISM, self.mechanisms), (Kind.FOLLOWED, self.followed))
        return {(str(kind), key) for kind, keys in chosen for key in keys}


@transaction.atomic
def ask(*, address: str, language: str, followed: Iterable[str], now: datetime) -> Subscriber:
    """Somebody typed an address: nothing is sent there but a question, until it is confirmed.

    A subscription confirmed before is left as it is: whoever types an address may not be its owner.
    """
    fresh = Subscriber(language=language, asked_at=now)
    fresh.set_address(address)
    wanted = {(str(Kind.FOLLOWED), key) for key in followed}
    # Who comes from a page to follow asked for that page, not for a digest.
    fresh.rhythm = Rhythm.NONE if wanted else Rhythm.WEEKLY
    # One statement, known address or not: both take as long, and of two presses at once the second waits here.
    Subscriber.objects.bulk_create(
        [fresh], update_conflicts=True, unique_fields=["address_hash"], update_fields=["address_hash"]
    )
    subscriber = Subscriber.objects.get(address_hash=fresh.address_hash)
    if subscriber.confirmed_at:
        return subscriber
    if subscriber.key != fresh.key:
        subscriber.asked_at, subscriber.language, subscriber.rhythm = now, language, fresh.rhythm
        subscriber.save(update_fields=["asked_at", "language", "rhythm"])
        subscriber.interests.all().delete()
    Interest.objects.bulk_create(Interest(subscriber=subscriber, kind=kind, key=key) for kind, key in wanted)
    return subscriber


def confirm(*, key: UUID, now: datetime) -> Subscriber | None:
    """The owner of the address says yes; saying it again changes nothing. None when the subscription is gone."""
    Subscriber.objects.filter(key=key, confirmed_at=None).update(confirmed_at=now)
    return Subscriber.objects.filter(key=key).first()


def choices_of(subscriber: Subscriber) -> Choices:
    chosen: dict[str, set[str]] = {kind: set() for kind in Kind.values}
    for kind, key in subscriber.interests.values_list("kind", "key"):
        chosen[kind].add(key)
    return Choices(
        subscriber.rhythm,
        frozenset(chosen[Kind.SUBJECT]),
        frozenset(chosen[Kind.MECHANISM]),
        frozenset(chosen[Kind.FOLLOWED]),
    )


@transaction.atomic
def choose(*, key: UUID, choices: Choices, language: str, now: datetime) -> Subscriber | None:
    """Take new choices over. With nothing left to send, the subscription ends: None, as when it is gone."""
    subscriber = Subscriber.objects.select_for_update().filter(key=key).first()
    if subscriber is None:
        return None
    if choices.is_empty:
        unsubscribe(key=key)
        return None
    wanted = choices.pairs()
    present = {(kind, one): pk for pk, kind, one in subscriber.interests.values_list("pk", "kind", "key")}
    Interest.objects.filter(pk__in=[pk for pair, pk in present.items() if pair not in wanted]).delete()
    Interest.objects.bulk_create(
        Interest(subscriber=subscriber, kind=kind, key=one) for kind, one in wanted - present.keys()
    )
    subscriber.rhythm, subscriber.language = choices.rhythm, language
    # Whoever holds the link, or is signed in with this address, has shown that it is theirs.
    subscriber.confirmed_at = subscriber.confirmed_at or now
    subscriber.save(update_fields=["rhythm", "language", "confirmed_at"])
    return subscriber


def theirs(user: Any) -> Q:
    """What was subscribed from an account, or before with the address its owner has confirmed."""
    address = address_of(user)
    return Q(user=user) | Q(user=None, address_hash=hash_of(address)) if address else Q(user=user)


def of_account(*, user: Any) -> Subscriber | None:
    """The subscription of an account, whether it was made there or with the same address before."""
    mine = Subscriber.objects.filter(user=user).first()
    if mine is None and (address := address_of(user)):
        mine = Subscriber.objects.filter(address_hash=hash_of(address), user=None).first()
    return mine


@transaction.atomic
def choose_in_account(*, user: Any, choices: Choices, language: str, now: datetime) -> Subscriber | None:
    """The same from the account; makes the subscription where there is none."""
    subscriber, address = of_account(user=user), address_of(user)
    if subscriber is None:
        if choices.is_empty or not address:
            return None
        fresh = Subscriber(language=language, asked_at=now)
        fresh.set_address(address)
        subscriber, _is_new = Subscriber.objects.get_or_create(
            address_hash=fresh.address_hash,
            defaults={"sealed_address": fresh.sealed_address, "language": language, "asked_at": now},
        )
    Subscriber.objects.filter(key=subscriber.key, user=None).update(user=user)
    return choose(key=subscriber.key, choices=choices, language=language, now=now)


def lessen(*, key: UUID, rhythm: str) -> bool:
    """Fewer mails, never more: from every week to every month, or to what is followed closely and no digest."""
    more = {Rhythm.MONTHLY: [Rhythm.WEEKLY], Rhythm.NONE: [Rhythm.WEEKLY, Rhythm.MONTHLY]}.get(Rhythm(rhythm), [])
    return bool(Subscriber.objects.filter(key=key, rhythm__in=more).update(rhythm=rhythm))


@transaction.atomic
def unsubscribe(*, key: UUID) -> bool:
    """Erase a subscription, its choices and what has not left yet. Doing it again changes nothing."""
    Mail.objects.filter(subscriber=key, state__in=NOT_LEFT).delete()
    is_gone = bool(Subscriber.objects.filter(key=key).delete()[0])
    if is_gone:
        restoring.note(name=ENDED, mark=_mark_of(key), now=timezone.now())
    return is_gone


def _mark_of(key: UUID) -> str:
    """What stands for one subscription; whoever subscribes anew has another key, and keeps that one."""
    return keyed_hash("unsubscribed", key.hex)


def _unsubscribe_again(*, marks: Set[str], now: datetime) -> int:
    back = [key for key in Subscriber.objects.values_list("key", flat=True) if _mark_of(key) in marks]
    return sum(unsubscribe(key=key) for key in back)


ENDING = restoring.Ending(name=ENDED, again=_unsubscribe_again)


@transaction.atomic
def forget_account(*, user: Any, by: Any, now: datetime) -> None:
    """Somebody closes an account: what was subscribed with it or with its address goes."""
    for key in Subscriber.objects.filter(theirs(user)).values_list("key", flat=True):
        unsubscribe(key=key)


@transaction.atomic
def follow_address(*, user: Any, address: str) -> None:
    """The account has another address: its mails go there. A subscription that was there already is merged into it."""
    subscriber = Subscriber.objects.select_for_update().filter(user=user).first()
    if subscriber is None:
        return
    for key in Subscriber.objects.filter(address_hash=hash_of(address)).exclude(pk=subscriber.pk).values_list("key"):
        unsubscribe(key=key[0])
    subscriber.set_address(address)
    subscriber.save(update_fields=["sealed_address", "address_hash"])


def unlink(*, user: Any) -> None:
    """The office gave the account another address, which nobody has confirmed: news go on to the mailbox that asked
    for them, and only its own links rule over them."""
    Subscriber.objects.filter(user=user).update(user=None)
