"""Fills ballot boxes and the form page with synthetic answers, written by the database itself.

    python -m tests.bench.fill boxes NAME=KEY:NUMBER …      python -m tests.bench.fill survey PK NUMBER

What sixty people answer is worked out by the site's own code and repeated; so are their counts.
"""

import json
import sys
from collections import Counter
from contextlib import contextmanager

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from participation.questionnaires import tallies  # noqa: E402
from participation.questionnaires.answering import rows_of  # noqa: E402
from participation.questionnaires.documents import compiled  # noqa: E402
from participation.questionnaires.freezing import current_version  # noqa: E402
from participation.questionnaires.models import Questionnaire, TallyEntry  # noqa: E402
from tests.bench.questions import values  # noqa: E402

PATTERNS = 60
# Entries of their own for the last ones, as between two runs of the periodic command.
LATEST = 600

PEOPLE = """
CREATE TEMP TABLE person AS SELECT number, gen_random_uuid() AS id FROM generate_series(1, %s) AS number
"""
RESPONSES = """
INSERT INTO questionnaires_response
    (id, questionnaire_id, version_id, language, channel, answered_on, submission_key, receipt, withdrawal_hash)
SELECT id, %s, %s, 'fr', 'web', %s, md5(id::text || 's') || md5(id::text), upper(substr(md5(id::text || 'r'), 1, 16)),
    md5(id::text || 'w') || md5(id::text)
FROM person
"""
# One person's answers lie together, as those sent together do; a join alone spreads them over as many pages.
ANSWERS = """
INSERT INTO questionnaires_answer (response_id, question, choice, number, text)
SELECT person.id, pattern.question, pattern.choice, pattern.number, pattern.text
FROM person JOIN pattern ON pattern.person = person.number %% %s
ORDER BY person.number
"""
SUBMISSIONS = """
INSERT INTO wagtailforms_formsubmission (page_id, form_data, submit_time)
SELECT %s, pattern.form_data, now() FROM generate_series(1, %s) AS number
JOIN form_pattern AS pattern ON pattern.person = number %% %s
"""


@contextmanager
def bare(cursor, table: str):
    """The table without its indexes, unique constraints and reference checks, which are made again in one go."""
    cursor.execute("SET LOCAL session_replication_role = replica")
    cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
    cursor.execute("SET LOCAL work_mem = '256MB'")
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'u'",
        [table],
    )
    constraints = cursor.fetchall()
    for name, _definition in constraints:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT LIKE '%%_pkey'", [table]
    )
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    yield
    for name, definition in constraints:
        cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    for _name, definition in indexes:
        cursor.execute(definition)


@transaction.atomic
def fill(box: Questionnaire, number: int) -> None:
    """That many responses to the twelve questions, and the counts the site would have kept."""
    version = current_version(box, "fr")
    document = compiled(version)
    patterns = [rows_of(document.questions, given) for given in (as_kept(person) for person in range(PATTERNS))]
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE pattern (person int, question text, choice text, number numeric, text text)")
        rows = [
            (person, row.question, row.choice, row.number, row.text)
            for person, given in enumerate(patterns)
            for row in given
        ]
        cursor.executemany("INSERT INTO pattern VALUES (%s, %s, %s, %s, %s)", rows)
        cursor.execute(PEOPLE, [number])
        with bare(cursor, "questionnaires_response"):
            cursor.execute(RESPONSES, [box.pk, version.pk, timezone.localdate()])
        with bare(cursor, "questionnaires_answer"):
            cursor.execute(ANSWERS, [PATTERNS])
        cursor.execute("DROP TABLE pattern, person")
    counts = [tallies.counts_of(version=version, document=document, rows=rows) for rows in patterns]
    merged: Counter = Counter()
    for person, count in enumerate(counts):
        times = len(range(person or PATTERNS, number - LATEST + 1, PATTERNS))
        merged.update(dict.fromkeys(count, times))
    TallyEntry.objects.create(questionnaire=box, counts=merged)
    TallyEntry.objects.bulk_create(
        TallyEntry(questionnaire=box, counts=counts[person % PATTERNS])
        for person in range(number - LATEST + 1, number + 1)
    )
    Questionnaire.objects.filter(pk=box.pk).update(holds_answers=True)


def as_kept(person: int) -> dict:
    return {key: value.to_json() for key, value in values(person).items()}


@transaction.atomic
def fill_survey(pk: int, number: int) -> None:
    """That many submissions of the form page, saying the same."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE form_pattern (person int, form_data jsonb)")
        for person in range(PATTERNS):
            said = {key: as_submitted(value) for key, value in values(person).items()}
            cursor.execute("INSERT INTO form_pattern VALUES (%s, %s)", [person, json.dumps(said)])
        cursor.execute(SUBMISSIONS, [pk, number, PATTERNS])
        cursor.execute("DROP TABLE form_pattern")


def as_submitted(value):
    return list(value.choices) if len(value.choices) > 1 else next(iter(value.choices), value.text or value.number)


def main(arguments: list[str]) -> None:
    what, *rest = arguments
    if what == "survey":
        fill_survey(int(rest[0]), int(rest[1]))
    else:
        for asked in rest:
            key, number = asked.split(":")
            fill(Questionnaire.objects.select_related("activity").get(activity__key=key), int(number))
    with connection.cursor() as cursor:
        # What autovacuum has long done where answers come one by one: index-only reading depends on it.
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main(sys.argv[1:])
