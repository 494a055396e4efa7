"""A ballot box’s counters beside a direct count of its answers: prints `equal` or `DIFFERENT`, and how long it took."""

import sys
import time

import django

django.setup()

from django.db import connection  # noqa: E402

from participation.questionnaires import tallies  # noqa: E402
from participation.questionnaires.models import Questionnaire  # noqa: E402

COUNT = """
SELECT answer.question, answer.choice, answer.number, count(*)
FROM questionnaires_answer AS answer JOIN questionnaires_response AS response ON response.id = answer.response_id
WHERE response.questionnaire_id = %s AND response.withdrawn_on IS NULL
    AND (answer.choice <> '' OR answer.number IS NOT NULL)
GROUP BY 1, 2, 3
"""


def main(key: str) -> None:
    box = Questionnaire.objects.get(activity__key=key)
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [box.pk])
        counted = {_name(*row[:3]): row[3] for row in cursor.fetchall()}
    took = time.perf_counter() - start
    kept = tallies.add_up(questionnaire=box)
    kept = {name: number for name, number in kept.items() if name.count(":") == 2 and number}
    responses = box.responses.filter(withdrawn_on=None).count() == tallies.participants_of([box])[box.pk]
    print("equal" if counted == kept and responses else "DIFFERENT", f"{took:.1f}")  # noqa: T201


def _name(question, choice, number) -> str:
    return f"q:{question}:{choice}" if choice else f"q:{question}:={number.normalize():f}"


if __name__ == "__main__":
    main(sys.argv[1])
