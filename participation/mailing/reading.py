"""What the office sees of sendings: numbers, never an address."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from .holding import uncertain
from .models import Mail, Postbox, Rhythm, Sending, Subscriber

State = Mail.State
SHOWN = 30
RECENT = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One sending and what became of its mails."""

    sending: Sending
    sent: int
    waiting: int
    failed: int
    given_up: int
    uncertain: int

    @property
    def total(self) -> int:
        return self.sent + self.waiting + self.failed + self.given_up + self.uncertain


@dataclass(frozen=True)
class Overview:
    box: Postbox
    lines: list[Line]
    subscribers: dict[str, int]

    @property
    def doubtful(self) -> list[Line]:
        """Those the staff has something to decide about."""
        return [line for line in self.lines if line.uncertain]


def overview(*, now: datetime) -> Overview:
    """The last sendings that had somebody to write to, in a number of queries that mails do not change."""
    sendings = list(Sending.objects.filter(Q(mails__isnull=False) | ~Q(counted={})).distinct()[:SHOWN])
    live: dict[int, dict[str, int]] = {}
    rows = Mail.objects.filter(sending__in=sendings).values_list("sending", "state").annotate(number=Count("pk"))
    for sending, state, number in rows:
        live.setdefault(sending, {})[state] = number
    doubtful = dict(uncertain(now=now).values_list("sending").annotate(number=Count("pk")))
    lines = []
    for sending in sendings:
        numbers = {state: live.get(sending.pk, {}).get(state, 0) + sending.counted.get(state, 0) for state in State}
        unsure = doubtful.get(sending.pk, 0)
        under_way = numbers[State.WAITING] + numbers[State.CLAIMED] + numbers[State.HANDING] - unsure
        lines.append(
            Line(sending, numbers[State.SENT], under_way, numbers[State.FAILED], numbers[State.GIVEN_UP], unsure)
        )
    confirmed = Subscriber.objects.filter(confirmed_at__isnull=False)
    by_rhythm = dict(confirmed.values_list("rhythm").annotate(number=Count("pk")))
    labels = {Rhythm.NONE: _("Only what they follow closely")}
    subscribers = {str(labels.get(one, one.label)): by_rhythm.get(one, 0) for one in Rhythm}
    box = Postbox.objects.select_related("held_by").filter(pk=1).first() or Postbox(pk=1)
    if box.problem_at and box.problem_at < now - RECENT:
        box.problem_at = None
    return Overview(box, lines, subscribers)
