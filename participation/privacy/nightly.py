"""Once a night: every retention rule, each in its own transaction, so that a run cut short goes on where it stopped."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from participation.core import retention
from participation.core.retention import RetentionRule

from . import erasures, inactivity, visas
from .models import ArchiveVisa, RetentionRun

State = RetentionRun.State
# Not before this hour: residents sleep, and what ends with a day has ended.
HOUR = 3
# A rule begun so long ago and not finished was cut short.
SILENCE = timedelta(minutes=10)
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Due:
    """What a run would do now: `number` records, unless the state says otherwise."""

    rule: RetentionRule
    number: int
    state: State


def dry_run(*, now: datetime) -> Iterator[Due]:
    """Count for each rule, writing nothing."""
    rules = retention.rules()
    given = visas.latest(rules)
    for rule in rules:
        until, state = _until(rule, given.get(rule.name), now)
        yield Due(rule, rule.due(now=until) if rule.due else 0, state)


def run(*, now: datetime, again: bool = False) -> Iterator[RetentionRun]:
    """Run what has not finished today – with `again`, everything – and give each outcome as it comes."""
    rules, day = retention.rules(), timezone.localdate(now)
    if again:
        RetentionRun.objects.filter(day=day).update(finished_at=None, started_at=None, state=State.WAITING)
    try:
        erasures.note_missing(now=now)
    except OSError:
        logger.exception("The list of erasures could not be written.")
    inactivity.warn(now=now)
    given = visas.latest(rules)
    for rule in rules:
        claimed = _claim(rule, day, now)
        if claimed:
            yield _run(claimed, rule, given.get(rule.name), now)


def run_when_due(*, now: datetime) -> int:
    """For the periodic command: at night, what has not finished today; returns how many rules ran."""
    if timezone.localtime(now).hour < HOUR:
        return 0
    finished = RetentionRun.objects.filter(day=timezone.localdate(now)).exclude(finished_at=None)
    if set(finished.values_list("rule", flat=True)) >= {rule.name for rule in retention.rules()}:
        return 0
    return sum(1 for _run in run(now=now))


def _until(rule: RetentionRule, visa: ArchiveVisa | None, now: datetime) -> tuple[datetime, State]:
    """Up to when the rule counts or removes, and how it ends."""
    if rule.purge is None:
        return now, State.TO_HAND_OVER
    until = visas.horizon(rule=rule, visa=visa, now=now)
    return (now, State.NO_VISA) if until is None else (until, State.DONE)


def _claim(rule: RetentionRule, day, now: datetime) -> RetentionRun | None:
    """Nobody else runs it then: the UPDATE asks again whether it is free."""
    tonight, _is_new = RetentionRun.objects.get_or_create(rule=rule.name, day=day)
    is_free = Q(started_at=None) | Q(started_at__lt=now - SILENCE)
    if not RetentionRun.objects.filter(is_free, pk=tonight.pk, finished_at=None).update(started_at=now):
        return None
    return tonight


def _run(tonight: RetentionRun, rule: RetentionRule, visa: ArchiveVisa | None, now: datetime) -> RetentionRun:
    until, state = _until(rule, visa, now)
    act = rule.purge if state == State.DONE else rule.due
    try:
        with transaction.atomic():
            # In one transaction with its own trace: what went is told, and nothing that stayed.
            tonight.number = act(now=until) if act else 0
            tonight.state, tonight.finished_at = state, timezone.now()
            tonight.save(update_fields=["number", "state", "finished_at"])
    except Exception:
        logger.exception("Retention: %s failed.", rule.name)
        tonight.number, tonight.state, tonight.finished_at = 0, State.FAILED, None
        tonight.save(update_fields=["number", "state", "finished_at"])
    return tonight
