"""Answers being typed: begun at the first POST, kept on the server, gone when sent or after a week."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import COUNTS_PEOPLE
from participation.core.models import Activity
from participation.core.prepared import PreparedQuery, insert
from participation.core.retention import RetentionRule

from .documents import Document, compiled
from .models import Draft, EmailCode, Participation, Questionnaire, Version
from .questions import Question, Value
from .tokens import new_token, token_hash

DAYS_KEPT = 7
HOUR = 3600
BATCH = 1000


@dataclass(frozen=True)
class Begun:
    """A draft and the token that opens it; the token itself is never stored."""

    draft: Draft
    token: str


def begin(
    *, questionnaire: Questionnaire, version: Version, now: datetime, values: Mapping[str, Value] | None = None
) -> Begun:
    """A new draft, with what was typed on its first screen."""
    token = new_token()
    draft = Draft(
        questionnaire=questionnaire,
        version=version,
        token_hash=token_hash(token),
        answers={key: value.to_json() for key, value in (values or {}).items() if value.to_json()},
        touched_on=_day(now),
    )
    insert(draft)
    return Begun(draft, token)


_of_token = PreparedQuery(
    lambda token_hash, key: (
        Draft.objects.filter(token_hash=token_hash, questionnaire__activity__key=key)
        .select_related("version", "questionnaire__activity")
        .defer("version__document")
    ),
    token_hash=lambda: Draft._meta.get_field("token_hash"),
    key=lambda: Activity._meta.get_field("key"),
)


def find(*, key: UUID, token: str) -> Draft | None:
    """The draft a browser holds the token of; None when sent, expired, or of another activity (`key`)."""
    return _of_token.first(token_hash=token_hash(token), key=key) if token else None


# What other screens hold stays, also when two tabs write at once: the database merges into the row as it finds it.
MERGED = {
    "postgresql": "(answers - %s::text[]) || %s::jsonb",
    # Emptied first, because json_patch goes into objects: what a question held before would shine through.
    "sqlite": "json_patch(json_patch(answers, %s), %s)",
}


def keep(*, draft: Draft, values: Mapping[str, Value], now: datetime, version: Version | None = None) -> Draft:
    """Keep what was typed on one screen, valid or not; other screens stay. Gives the draft as it now is.

    `version` is the one the screen was shown in, when it is no longer the draft's own (another language).
    Raises `Draft.DoesNotExist` when it was sent or erased meanwhile.
    """
    table = connection.ops.quote_name(Draft._meta.db_table)
    sql = (
        f"UPDATE {table} SET answers = {MERGED[connection.vendor]}, version_id = COALESCE(%s, version_id),"  # noqa: S608
        " touched_on = %s WHERE id = %s RETURNING answers"
    )
    stored = {key: value.to_json() for key, value in values.items()}
    emptied = list(stored) if connection.vendor == "postgresql" else json.dumps(dict.fromkeys(stored))
    typed = json.dumps({key: one for key, one in stored.items() if one})
    day = Draft._meta.get_field("touched_on").get_db_prep_value(_day(now), connection)
    pk = Draft._meta.pk.get_db_prep_value(draft.pk, connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, [emptied, typed, version and version.pk, day, pk])
        rows = cursor.fetchall()
    if not rows:
        raise Draft.DoesNotExist
    draft.answers = json.loads(rows[0][0])
    draft.version = version or draft.version
    draft.touched_on = _day(now)
    return draft


@transaction.atomic
def move_to(*, draft: Draft, version: Version, now: datetime) -> Draft:
    """Ask the same person another version (changed meanwhile, or another language): every answer typed is kept."""
    locked = Draft.objects.select_for_update().get(pk=draft.pk)
    locked.version = version
    locked.touched_on = _day(now)
    locked.save(update_fields=["version", "touched_on"])
    return locked


def discard(*, draft: Draft) -> None:
    """The resident asked to forget what was typed."""
    draft.delete()


def read_posted(questions: tuple[Question, ...], posted) -> dict[str, Value]:
    """Question key → what the form says."""
    return {question.key: question.read(posted) for question in questions}


def typed_texts(*, document: Document, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Everything typed, in words, for a person to copy when it can no longer be sent."""
    typed = []
    for question in document.questions.values():
        value = question.value_in(answers)
        if not value.is_blank:
            typed.append({"question": question.text, "words": question.words(value)})
    return typed


def document_for(draft: Draft) -> Document:
    return compiled(draft.version)


def _day(now: datetime):
    return timezone.localdate(now)


def drafts_due(*, now: datetime) -> QuerySet[Draft]:
    return Draft.objects.filter(touched_on__lt=_day(now) - timedelta(days=DAYS_KEPT))


def codes_due(*, now: datetime) -> QuerySet[EmailCode]:
    return EmailCode.objects.filter(expires_at__lt=now)


def purge_drafts(*, now: datetime) -> int:
    return drafts_due(now=now).delete()[0]


def purge_codes(*, now: datetime) -> int:
    return codes_due(now=now).delete()[0]


RETENTION = RetentionRule(
    name="drafts",
    title=_("Answers being typed"),
    purpose=_("Answering a consultation"),
    kept=_("7 days after the last change"),
    purge=purge_drafts,
    due=lambda *, now: drafts_due(now=now).count(),
    is_short=True,
)
CODE_RETENTION = RetentionRule(
    name="e-mail codes",
    title=_("Codes sent to confirm an address"),
    purpose=_("Answering a consultation"),
    kept=_("15 minutes"),
    purge=purge_codes,
    due=lambda *, now: codes_due(now=now).count(),
    is_short=True,
)


@transaction.atomic
def scatter(*, questionnaire: Questionnaire) -> int:
    """Write a box's participations anew in the order of their hashes, under new ids.

    The order of rows (and, on PostgreSQL, the transaction that wrote them) would otherwise tell a database
    administrator which participation arrived beside which answer.
    """
    rows = list(
        Participation.objects.select_for_update().filter(questionnaire=questionnaire).order_by("participant_hash")
    )
    # Only what was read: a mark committed since then would be deleted unread, and its person could answer again.
    for start in range(0, len(rows), BATCH):
        Participation.objects.filter(pk__in=[row.pk for row in rows[start : start + BATCH]]).delete()
    Participation.objects.bulk_create(
        [Participation(questionnaire=questionnaire, participant_hash=row.participant_hash) for row in rows],
        batch_size=BATCH,
    )
    return len(rows)


def scatter_due(*, now: datetime) -> int:
    """Scatter boxes still open or closed since yesterday, once an hour; returns how many rows were rewritten."""
    if not cache.add("participations-scattered", True, HOUR):
        return 0
    since = now - timedelta(days=1)
    boxes = Questionnaire.objects.filter(
        activity__level__in=COUNTS_PEOPLE, activity__opens_at__lte=now, activity__closes_at__gt=since
    )
    return sum(scatter(questionnaire=questionnaire) for questionnaire in boxes)
