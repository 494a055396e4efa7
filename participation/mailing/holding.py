"""What the office decides about sendings: hold back, let go on, and settle mails of unknown outcome."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from participation.core.accounting import Kind, record_act

from .calendar import Slot, due_slots
from .composing import begin
from .delivering import held_postbox
from .happenings import note_news
from .models import Mail, Postbox, Sending

State = Mail.State
HELD, RELEASED, SETTLED = "mailing.held", "mailing.released", "mailing.settled"
# A dialogue with the mail server lasts seconds: after this long nobody is speaking any more.
SETTLED_AFTER = timedelta(minutes=10)


@transaction.atomic
def hold(*, by: Any, now: datetime) -> Postbox:
    """No mail leaves any more, those about to leave included; what is due waits. Doing it again changes nothing."""
    box = held_postbox()
    if box.held_at is None:
        box.held_at, box.held_by = now, by
        box.save(update_fields=["held_at", "held_by"])
        Mail.objects.filter(state=State.CLAIMED).update(state=State.WAITING, claim=None, claimed_until=None)
        log(instance=box, action=HELD, user=by, timestamp=now)
    return box


@transaction.atomic
def release(*, by: Any, now: datetime) -> Postbox:
    """Mails leave again, from the next round on."""
    box = held_postbox()
    if box.held_at:
        box.held_at = box.held_by = None
        box.save(update_fields=["held_at", "held_by"])
        log(instance=box, action=RELEASED, user=by, timestamp=now)
    return box


@transaction.atomic
def after_restore(*, now: datetime) -> None:
    """An older copy of the database is back: what it has not sent may have left since, and nobody gets it twice.

    Nothing leaves until somebody in the office has looked; what waited is given up, and what has happened is counted as
    told.
    """
    hold(by=None, now=now)
    Mail.objects.filter(state__in=(State.WAITING, State.CLAIMED)).update(state=State.GIVEN_UP, claim=None, items=[])
    note_news(now=now)
    for slot in (*due_slots(now), Slot(Sending.Kind.NOTICE, f"restored-{now:%Y-%m-%d-%H%M%S}")):
        begin(slot=slot, now=now)
    Sending.objects.filter(composed_at=None).update(composed_at=now)


def uncertain(*, now: datetime):
    """Mails whose handing-over was interrupted: each may have arrived or not."""
    return Mail.objects.filter(state=State.HANDING, handed_at__lt=now - SETTLED_AFTER)


@transaction.atomic
def settle(*, sending: Sending, again: bool, by: Any, now: datetime) -> int:
    """Send the uncertain mails of a sending once more – some people may then get it twice – or leave it at that."""
    rows = uncertain(now=now).filter(sending=sending)
    if again:
        rows.filter(subscriber=None).update(state=State.GIVEN_UP, claim=None, items=[])
        number = rows.update(state=State.WAITING, claim=None, claimed_until=None, due_at=now)
        what = f"mails of unknown outcome sent again: {number} of {sending.name}"
    else:
        number = rows.update(state=State.GIVEN_UP, claim=None, items=[])
        what = f"mails of unknown outcome left: {number} of {sending.name}"
    if number:
        record_act(kind=Kind.CHANGED, person=None, what=what, actor=by, now=now)
        log(instance=sending, action=SETTLED, user=by, timestamp=now, data={"again": again, "mails": number})
    return number
