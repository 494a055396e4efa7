"""Establishing a tie to the city beyond a person’s word: a letter, a counter, a lawful list."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from participation.core.eligibility import Proof, Tie
from participation.people.models import User

from .models import TieProof, TieStatement

# The tie is asked for again after this time: people move.
YEARS_VALID = 3


class ProofRefused(Exception):
    """The tie was not established; the subclass says why. Nothing was stored."""


def establish(
    *, user: User, tie: Tie, means: Proof, now: datetime, actor: User | None = None, ends_on: date | None = None
) -> TieProof:
    """Record that a tie holds and how that was seen. Call inside the transaction that spends the code or the entry."""
    today = timezone.localdate(now)
    TieStatement.objects.update_or_create(user=user, tie=tie, defaults={"holds": True, "stated_on": today})
    last = ends_on or today + timedelta(days=365 * YEARS_VALID)
    established = {"established_on": today, "ends_on": last, "established_by": actor}
    proof, _created = TieProof.objects.update_or_create(user=user, tie=tie, means=means, defaults=established)
    return proof
