"""What is known of a person, for `core.eligibility`: from an account, or from what was said on honour for one act."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from participation.core.eligibility import AgeFact, Facts, Proof, Tie
from participation.people.models import User

from .models import AgeStatement, Residence, TieProof, TieStatement

# Who sits on what: each kind of council adds a function `codes(user=…, now=…)`.
_memberships: list[Callable[..., frozenset[str]]] = []


def register_memberships(codes: Callable[..., frozenset[str]]) -> None:
    if codes not in _memberships:
        _memberships.append(codes)


def facts_of(user: Any, *, now: datetime) -> Facts:
    """The facts of whoever is signed in (four queries), or of nobody."""
    if not getattr(user, "is_authenticated", False):
        return Facts()
    residence = Residence.objects.filter(user=user).select_related("area").first()
    return Facts(
        has_account=True,
        awaits_guardian=user.awaits_guardian,
        is_franceconnected=hasattr(user, "identity"),
        ages=tuple(
            AgeFact(years=one.years, on=one.on, has_reached=one.has_reached, is_proved=one.is_proved)
            for one in AgeStatement.objects.filter(user=user).order_by("-on", "years")
        ),
        ties=_ties(user, timezone.localdate(now)),
        area=_code(residence),
        bodies=frozenset().union(*(codes(user=user, now=now) for codes in _memberships)),
    )


def facts_on_honour(*, ages: tuple[AgeFact, ...], ties: Mapping[Tie, bool], area: str | None) -> Facts:
    """What somebody without an account says for one act; it is forgotten with the draft."""
    honoured = {tie: frozenset({Proof.HONOUR}) if holds else frozenset() for tie, holds in ties.items()}
    return Facts(ages=ages, ties=honoured, area=area)


def _ties(user: User, today: date) -> dict[Tie, frozenset[Proof]]:
    proved = TieProof.objects.filter(user=user, ends_on__gt=today).values_list("tie", "means")
    known: dict[Tie, set[Proof]] = {}
    for statement in TieStatement.objects.filter(user=user):
        known[Tie(statement.tie)] = {Proof.HONOUR} if statement.holds else set()
    for tie, means in proved:
        if known.get(Tie(tie)):
            known[Tie(tie)].add(Proof(means))
    return {tie: frozenset(proofs) for tie, proofs in known.items()}


def _code(residence: Residence | None) -> str | None:
    if residence is None:
        return None
    return residence.area.code if residence.area else ""
