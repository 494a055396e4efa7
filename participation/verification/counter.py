"""Seen at a counter: the person shows a code of the account and a document, the officer says what it shows."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from participation.core.accounting import Kind, record_act
from participation.core.eligibility import Proof, Tie
from participation.core.secrets import ALPHABET, grouped, keyed_hash, normalised_code
from participation.people.models import User

from .models import CounterCode, TieProof
from .proving import ProofRefused, establish

HOURS_VALID = 24
LENGTH = 8


class NoSuchCode(ProofRefused):
    """No account shows this code now: mistyped, used or expired."""


@transaction.atomic
def show_code(*, user: User, now: datetime) -> str:
    """A new code to show at the counter, for a day; an older one stops working."""
    code = "".join(secrets.choice(ALPHABET) for _position in range(LENGTH))
    CounterCode.objects.filter(user=user).delete()
    CounterCode.objects.create(user=user, code_hash=_hash(code), expires_at=now + timedelta(hours=HOURS_VALID))
    return grouped(code, 4)


@transaction.atomic
def check_at_counter(*, typed: str, tie: Tie, actor: User, now: datetime) -> TieProof:
    """The officer has seen a document that shows this tie. Raises `NoSuchCode`; the code is spent."""
    found = CounterCode.objects.select_for_update().filter(code_hash=_hash(normalised_code(typed)), expires_at__gt=now)
    code = found.select_related("user").first()
    if code is None:
        raise NoSuchCode("no such code")
    proof = establish(user=code.user, tie=tie, means=Proof.COUNTER, now=now, actor=actor)
    record_act(kind=Kind.CHANGED, person=code.user, what=f"tie seen at a counter: {tie}", actor=actor, now=now)
    code.delete()
    return proof


def _hash(code: str) -> str:
    return keyed_hash("counter", code)
