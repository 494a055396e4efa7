"""Handing mails over to the mail server, each at most once (docs/adr/0021).

A mail is written down as being handed over, and that is committed, before the server hears of it. Whatever kills the
worker after that, the row stays in that state: nobody gets a mail twice, and the staff is told which may not have left.
"""

import logging
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q

from .carrier import Carrier, Outcome, ServerDown
from .models import Mail, Postbox
from .writing import Desk

logger = logging.getLogger(__name__)
State = Mail.State

# How many are claimed at once, how long a claim holds, how long one round goes on.
BATCH = 50
LEASE = timedelta(minutes=5)
ROUND_SECONDS = 40
MINUTE = timedelta(minutes=1)
# After each refusal for the moment, the next try; after the last, none.
DELAYS = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
STATE_AFTER = {Outcome.SENT: State.SENT, Outcome.REFUSED: State.FAILED}


def deliver_due(*, now: datetime) -> str:
    """Hand over what is due, no more in a minute than MAIL_PER_MINUTE and for no longer than a round."""
    began = time.monotonic()

    def clock() -> datetime:
        return now + timedelta(seconds=time.monotonic() - began)

    handed = 0
    with Carrier() as carrier:
        while time.monotonic() - began < ROUND_SECONDS:
            mails = claim(now=clock())
            if not mails:
                break
            try:
                handed += _deliver(mails, carrier, clock, until=began + ROUND_SECONDS)
            except ServerDown as down:
                note_problem(str(down), now=clock())
                logger.warning("The mail server does not answer (%s): mails wait.", down)
                break
            finally:
                _give_back(mails)
    return f"{handed} handed over"


@transaction.atomic
def claim(*, now: datetime) -> list[Mail]:
    """Take the next mails for this worker alone, as many as the throttle lets; none while sending is held back."""
    box = held_postbox()
    if box.held_at:
        return []
    busy = Q(handed_at__gt=now - MINUTE) | Q(state=State.CLAIMED, claimed_until__gt=now)
    allowed = min(BATCH, settings.MAIL_PER_MINUTE - Mail.objects.filter(busy).count())
    if allowed <= 0:
        return []
    due = Q(state=State.WAITING, due_at__lte=now) | Q(state=State.CLAIMED, claimed_until__lte=now)
    skips = connection.features.has_select_for_update_skip_locked
    free = Mail.objects.select_for_update(skip_locked=skips).filter(due).order_by("due_at", "pk")
    taken = [mail.pk for mail in free[:allowed]]
    mark = uuid.uuid4()
    Mail.objects.filter(pk__in=taken).update(state=State.CLAIMED, claim=mark, claimed_until=now + LEASE)
    return list(Mail.objects.filter(claim=mark).select_related("subscriber", "sending"))


def held_postbox() -> Postbox:
    """The one row, locked until this transaction ends."""
    Postbox.objects.get_or_create(pk=1)
    return Postbox.objects.select_for_update().get(pk=1)


def _deliver(mails: list[Mail], carrier: Carrier, clock: Callable[[], datetime], *, until: float) -> int:
    """Hand over each; gives how many the server was asked to take."""
    desk = Desk(mails, now=clock())
    handed = 0
    for mail in mails:
        if time.monotonic() > until:
            break
        try:
            message = desk.message_for(mail)
        except InvalidToken:  # encrypted under another key: this one cannot be written to, the others can
            Mail.objects.filter(pk=mail.pk, claim=mail.claim).update(state=State.FAILED, claim=None, items=[])
            continue
        if message is None:  # everything it told has gone offline since, or its reader has left
            Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=State.CLAIMED).delete()
            continue
        carrier.be_ready()
        if begin_handing(mail=mail, now=clock()):
            outcome = carrier.hand_over(message)
            finish(mail=mail, outcome=outcome, now=clock())
            handed += 1
    return handed


def begin_handing(*, mail: Mail, now: datetime) -> bool:
    """Write down that the server is about to hear of this mail, if it is still ours to hand over."""
    return bool(
        Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=State.CLAIMED, claimed_until__gt=now).update(
            state=State.HANDING, handed_at=now
        )
    )


def finish(*, mail: Mail, outcome: Outcome, now: datetime) -> None:
    """Write down what the server said. Of an unknown outcome nothing is written: the row stays for the staff to see."""
    mine = Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=State.HANDING)
    if outcome == Outcome.UNKNOWN:
        note_problem("no answer", now=now)
    elif outcome == Outcome.LATER:
        attempts = mail.attempts + 1
        if attempts > len(DELAYS):
            mine.update(state=State.GIVEN_UP, attempts=attempts, claim=None)
        else:
            mine.update(state=State.WAITING, attempts=attempts, claim=None, due_at=now + DELAYS[attempts - 1])
    else:
        # What it told is of no more use: whoever looks at the row later need not know.
        mine.update(state=STATE_AFTER[outcome], claim=None, items=[])


def note_problem(said: str, *, now: datetime) -> None:
    Postbox.objects.update_or_create(pk=1, defaults={"problem": said[:200], "problem_at": now})


def _give_back(mails: list[Mail]) -> None:
    """What was claimed and not begun waits for the next round; after a kill, the lease does the same."""
    Mail.objects.filter(claim=mails[0].claim, state=State.CLAIMED).update(
        state=State.WAITING, claim=None, claimed_until=None
    )
