"""A code by post: whoever receives it lives, studies or works at that address of the city."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.accounting import Kind, record_act
from participation.core.eligibility import Proof, Tie
from participation.core.secrets import derived_code, grouped, normalised_code
from participation.people.models import User

from .models import Letter, TieProof
from .proving import ProofRefused, establish

DAYS_VALID = 60
# A letter costs a stamp: the next one may be asked for after this time.
DAYS_BETWEEN = 14
ATTEMPTS = 5
LENGTH = 8


class State(TextChoices):
    """Where a letter is, in the order of the work it makes."""

    TO_PRINT = "to_print", _("To be printed")
    TO_POST = "to_post", _("Printed, to be posted")
    POSTED = "posted", _("Posted, code not typed yet")
    RETURNED = "returned", _("Returned by the post")
    SPENT = "spent", _("Code expired or used up")


class TooSoon(ProofRefused):
    """A letter is already on its way; `on` is the first day another may be asked for."""

    def __init__(self, on):
        super().__init__("a letter is on its way")
        self.on = on


class CodeRefused(ProofRefused):
    """Not the code, or used up or expired; `left` is the number of tries left (0: another letter is needed)."""

    def __init__(self, left: int):
        super().__init__("code refused")
        self.left = left


@transaction.atomic
def order_letter(*, user: User, tie: Tie, recipient: str, address: str, now: datetime) -> Letter:
    """Ask for a letter; one at a time. Raises `TooSoon`."""
    # Two presses take turns, also on the first letter, when there is no row of it to lock.
    User.objects.select_for_update().get(pk=user.pk)
    previous = Letter.objects.select_for_update().filter(user=user).first()
    if previous:
        # Printed is as good as posted: an envelope whose code no longer works must not leave.
        left_at = previous.posted_at or previous.printed_at
        is_on_its_way = left_at and not previous.returned_on
        if is_on_its_way and timezone.localdate(left_at) + timedelta(days=DAYS_BETWEEN) > timezone.localdate(now):
            raise TooSoon(timezone.localdate(left_at) + timedelta(days=DAYS_BETWEEN))
        previous.delete()
    return Letter.objects.create(
        user=user,
        tie=tie,
        recipient=recipient,
        address=address,
        ordered_at=now,
        nonce=secrets.token_hex(16),
        expires_on=timezone.localdate(now) + timedelta(days=DAYS_VALID),
        attempts_left=ATTEMPTS,
    )


def in_state(state: State, *, now: datetime) -> QuerySet[Letter]:
    """The letters that are there now, the oldest first."""
    over = Q(expires_on__lte=timezone.localdate(now)) | Q(attempts_left=0)
    asked = {
        State.TO_PRINT: Q(posted_at=None, printed_at=None),
        State.TO_POST: Q(posted_at=None, printed_at__isnull=False),
        State.POSTED: Q(posted_at__isnull=False) & ~over,
        State.RETURNED: Q(returned_on__isnull=False),
        State.SPENT: Q(posted_at__isnull=False, returned_on=None) & over,
    }
    return Letter.objects.filter(asked[state]).order_by("ordered_at")


def code_on(letter: Letter) -> str:
    """The code to print: derived, stored nowhere."""
    return grouped(_code(letter), 4)


@transaction.atomic
def print_letters(*, letters: Sequence[int], actor: User, now: datetime) -> list[Letter]:
    """The letters of these that have not left, to be put on paper; each printing is written down.

    Until it is posted a letter may be printed again: paper jams. Once it has left its address is gone, and it cannot.
    Nobody prints a letter to themselves: its code would establish a tie without having travelled.
    """
    leaving = list(
        Letter.objects.select_for_update(of=("self",))
        .filter(pk__in=letters, posted_at=None)
        .exclude(user=actor)
        .select_related("user")
        .order_by("ordered_at")
    )
    for letter in leaving:
        record_act(kind=Kind.READ, person=letter.user, what="letter printed: name, address, code", actor=actor, now=now)
        letter.printed_at = now
    Letter.objects.bulk_update(leaving, ["printed_at"])
    return leaving


@transaction.atomic
def mark_posted(*, letters: Sequence[int], actor: User, now: datetime) -> int:
    """The letters have left: their names and addresses are forgotten, the codes count from now."""
    expires_on = timezone.localdate(now) + timedelta(days=DAYS_VALID)
    leaving = Letter.objects.select_for_update().filter(pk__in=letters, posted_at=None, printed_at__isnull=False)
    for letter in leaving:
        record_act(kind=Kind.CHANGED, person=letter.user, what="letter posted, address forgotten", actor=actor, now=now)
    return leaving.update(recipient="", address="", posted_at=now, expires_on=expires_on)


@transaction.atomic
def mark_returned(*, letters: Sequence[int], actor: User, now: datetime) -> int:
    """The post brought these letters back: their codes work no more, and their people may ask for another at once."""
    back = in_state(State.POSTED, now=now).select_for_update().filter(pk__in=letters).exclude(user=actor)
    for letter in back:
        record_act(kind=Kind.CHANGED, person=letter.user, what="letter returned by the post", actor=actor, now=now)
    return Letter.objects.filter(pk__in=[letter.pk for letter in back]).update(
        attempts_left=0, returned_on=timezone.localdate(now)
    )


def confirm_letter(*, user: User, typed: str, now: datetime) -> TieProof:
    """Type the code of the letter. Raises `CodeRefused`; five tries in all. A second press of a success is one too."""
    spent = Letter.objects.filter(
        user=user, attempts_left__gt=0, expires_on__gt=timezone.localdate(now), posted_at__isnull=False
    )
    # One conditional UPDATE of its own spends a try: parallel guesses cannot share one, and a refusal does not undo it.
    is_tried = spent.update(attempts_left=F("attempts_left") - 1)
    letter = Letter.objects.filter(user=user).first()
    if letter is None:
        return _confirmed_just_now(user, now)
    if not is_tried:
        raise CodeRefused(0)
    if not secrets.compare_digest(_code(letter), normalised_code(typed)):
        raise CodeRefused(letter.attempts_left)
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        proof = establish(user=user, tie=Tie(letter.tie), means=Proof.LETTER, now=now)
        letter.delete()
    return proof


def _confirmed_just_now(user: User, now: datetime) -> TieProof:
    """What the first press of two established, which took the letter away."""
    proof = TieProof.objects.filter(user=user, means=Proof.LETTER, established_on=timezone.localdate(now)).first()
    if proof is None:
        raise CodeRefused(0)
    return proof


def _code(letter: Letter) -> str:
    return derived_code("letter", f"{letter.pk}|{letter.nonce}", LENGTH)
