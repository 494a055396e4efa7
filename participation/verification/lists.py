"""Lists that may lawfully establish a tie: recorded with their basis, matched by keyed hash, deleted on their day."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from participation.core.accounting import Kind, record_act
from participation.core.eligibility import Proof, Tie
from participation.core.secrets import keyed_hash
from participation.people.models import User

from .models import LawfulList, ListEntry, TieProof
from .proving import ProofRefused, establish


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What a list and a person must say alike: surname, first name, date of birth."""

    surname: str
    first_name: str
    born_on: date


@dataclass(frozen=True, kw_only=True)
class Basis:
    """Why the city may use a list: nothing is recorded without it."""

    title: str
    tie: Tie
    purpose: str
    legal_basis: str
    source: str
    obtained_on: date
    delete_on: date


class NotListed(ProofRefused):
    """No list in use has this person, or another account – perhaps closed since – was matched with the same entry."""


@transaction.atomic
def record_list(*, basis: Basis, people: Iterable[Identity], actor: User, now: datetime) -> LawfulList:
    """Keep a list as keyed hashes; the file it came from is not kept. People named twice count once."""
    recorded = LawfulList.objects.create(**vars(basis), recorded_at=now, recorded_by=actor)
    hashes = {_hash(recorded, person) for person in people}
    ListEntry.objects.bulk_create(
        [ListEntry(people_list=recorded, identity_hash=one) for one in sorted(hashes)], batch_size=1000
    )
    record_act(kind=Kind.CHANGED, person=None, what=f"list recorded: {recorded.pk}", actor=actor, now=now)
    return recorded


@transaction.atomic
def match(*, user: User, identity: Identity, now: datetime) -> TieProof:
    """Establish the tie of the first list in use that has this person; again where it was given up meanwhile.

    Raises `NotListed`, alike for every reason.
    """
    today = timezone.localdate(now)
    for people_list in LawfulList.objects.filter(delete_on__gt=today, deleted_on=None).order_by("-obtained_on", "pk"):
        entry = ListEntry.objects.filter(people_list=people_list, identity_hash=_hash(people_list, identity))
        mine = ListEntry.objects.filter(people_list=people_list, user=user)
        is_mine = entry.filter(user=user).exists()
        if is_mine or (not mine.exists() and entry.filter(is_taken=False).update(user=user, is_taken=True)):
            return establish(user=user, tie=Tie(people_list.tie), means=Proof.LIST, now=now)
    raise NotListed("not listed")


@transaction.atomic
def delete_due(*, now: datetime) -> int:
    """Delete the entries of lists whose day has come; the record of the list, without people, stays."""
    return sum(_empty(one, actor=None, now=now) for one in lists_due(now=now).select_for_update())


@transaction.atomic
def delete_now(*, people_list: LawfulList, actor: User, now: datetime) -> int:
    """Delete the entries of a list before its day: it was wrong, or has served its purpose. Again changes nothing."""
    held = LawfulList.objects.select_for_update().get(pk=people_list.pk)
    return 0 if held.deleted_on else _empty(held, actor=actor, now=now)


def _empty(people_list: LawfulList, *, actor: User | None, now: datetime) -> int:
    gone, _by_model = people_list.entries.all().delete()
    people_list.deleted_on = timezone.localdate(now)
    people_list.save(update_fields=["deleted_on"])
    record_act(kind=Kind.ERASED, person=None, what=f"list deleted: {people_list.pk}", actor=actor, now=now)
    return gone


def lists_due(*, now: datetime) -> QuerySet[LawfulList]:
    """The lists whose day has come and whose entries are still there."""
    return LawfulList.objects.filter(delete_on__lte=timezone.localdate(now), deleted_on=None)


def _hash(people_list: LawfulList, person: Identity) -> str:
    named = "|".join((_folded(person.surname), _folded(person.first_name), person.born_on.isoformat()))
    return keyed_hash("list", f"{people_list.pk}|{named}")


def _folded(name: str) -> str:
    """Letters only, without accents or case: “Lévêque-Dupré” and “LEVEQUE DUPRE” are alike."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in decomposed if character.isalnum())
