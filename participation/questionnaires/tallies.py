"""Counting without counting again.

Each answer adds one `TallyEntry` with its own small counts, in the same transaction. Reading adds the entries up; a
periodic job merges them into one, so that a million answers read like a hundred. One query reads all entries in one
snapshot: the sum is exact whether or not merging has happened. Nothing hangs on the order of ids, for rows commit out
of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection, transaction
from django.db.models import IntegerField, OuterRef, Subquery, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from .documents import Document
from .models import Questionnaire, TallyEntry, Version
from .questions import AnswerRow

RESPONSES = "responses"
# Entries merged in one transaction: bounds the time a lock is held.
BATCH = 2000


def counts_of(*, version: Version, document: Document, rows: list[AnswerRow], sign: int = 1) -> dict[str, int]:
    """What one response adds (or, withdrawn, takes away). Each person counts once per option, never per combination."""
    counts = {RESPONSES: sign, f"v:{version.pk}": sign}
    by_question: dict[str, list[AnswerRow]] = {}
    for row in rows:
        by_question.setdefault(row.question, []).append(row)
    for key, question in document.questions.items():
        given = by_question.get(key)
        if given:
            counts[f"q:{key}"] = sign
            for bucket in question.buckets(given):
                counts[f"q:{key}:{bucket}"] = sign
    return counts


def add_up(*, questionnaire: Questionnaire) -> Counter:
    """All counts of a ballot box, exact at this moment, in one query."""
    total: Counter = Counter()
    for counts in TallyEntry.objects.filter(questionnaire=questionnaire).values_list("counts", flat=True).iterator():
        _add(total, counts)
    return total


def participants_of(questionnaires: Iterable[Questionnaire]) -> Counter:
    """Questionnaire id → how many answers its ballot box holds, added up by the database in one query."""
    entries = TallyEntry.objects.filter(questionnaire__in=list(questionnaires))
    return Counter(dict(entries.values_list("questionnaire_id").annotate(total=_responses())))


def participants_of_outer() -> Subquery:
    """The same for the one questionnaire of the query around it."""
    entries = TallyEntry.objects.filter(questionnaire=OuterRef("pk")).order_by()
    return Subquery(entries.values("questionnaire").annotate(total=_responses()).values("total"))


def _responses() -> Sum:
    return Sum(Cast(KeyTextTransform(RESPONSES, "counts"), IntegerField()))


def _add(total: Counter, counts: Mapping[str, int]) -> None:
    for name, number in counts.items():
        total[name] += number


@transaction.atomic
def compact(*, questionnaire: Questionnaire) -> int:
    """Merge up to BATCH entries into one; returns how many were merged. Two runners never take the same entry."""
    entries = TallyEntry.objects.filter(questionnaire=questionnaire).order_by("pk")
    if connection.features.has_select_for_update_skip_locked:
        entries = entries.select_for_update(skip_locked=True)
    taken = list(entries[:BATCH])
    if len(taken) < 2:
        return 0
    total: Counter = Counter()
    for entry in taken:
        _add(total, entry.counts)
    TallyEntry.objects.filter(pk__in=[entry.pk for entry in taken]).delete()
    TallyEntry.objects.create(
        questionnaire=questionnaire, counts={name: number for name, number in total.items() if number}
    )
    return len(taken)


def compact_due(*, now: datetime) -> int:
    """Merge the entries of every ballot box; returns how many entries went."""
    merged = 0
    boxes = Questionnaire.objects.filter(tally_entries__isnull=False).distinct()
    for questionnaire in boxes:
        while taken := compact(questionnaire=questionnaire):
            merged += taken - 1
            if taken < BATCH:
                break
    return merged
