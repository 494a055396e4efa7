"""Every response with all its answers, read for exports: a thousand at a time, each response's answers as one text.

A row object for each answer would cost three times as much. Choices and details are asked for apart: the first come
from an index alone, and only one answer in three has a number or words. Parts of an answer stand between `PART_END`
signs, answers between `ANSWER_END` signs; words that hold `ANSWER_END`, which no keyboard types, have a space there.
"""

import json
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import connection

from .models import Questionnaire, Response

CHUNK = 1000
PART_END, ANSWER_END = "\x1f", "\x1e"

# question, choice
CHOICES = {
    "postgresql": """
        SELECT response_id, string_agg(question || E'\\x1f' || choice, E'\\x1e')
        FROM questionnaires_answer WHERE response_id = ANY(%s::uuid[]) GROUP BY response_id
    """,
    "sqlite": """
        SELECT response_id, group_concat(question || char(31) || choice, char(30))
        FROM questionnaires_answer WHERE response_id IN (SELECT value FROM json_each(%s)) GROUP BY response_id
    """,
}
# question, choice, number, words: of answers that have one of the last two
DETAILS = {
    "postgresql": """
        SELECT response_id, string_agg(
            concat_ws(E'\\x1f', question, choice, coalesce(number::text, ''), translate(text, E'\\x1e', ' ')), E'\\x1e')
        FROM questionnaires_answer WHERE response_id = ANY(%s::uuid[]) AND (number IS NOT NULL OR NOT text = '')
        GROUP BY response_id
    """,
    "sqlite": """
        SELECT response_id, group_concat(
            question || char(31) || choice || char(31) || coalesce(number, '') || char(31)
            || replace(text, char(30), ' '), char(30))
        FROM questionnaires_answer
        WHERE response_id IN (SELECT value FROM json_each(%s)) AND (number IS NOT NULL OR NOT text = '')
        GROUP BY response_id
    """,
}


def responses(questionnaire: Questionnaire) -> Iterator[tuple[int, str, str, date, str, str]]:
    """Version, language, channel, day, choices and details of each response not withdrawn, by its random id.

    Memory does not grow with their number.
    """
    found = (
        Response.objects.filter(questionnaire=questionnaire, withdrawn_on=None)
        .order_by("pk")
        .values_list("pk", "version_id", "language", "channel", "answered_on")
    )
    last = None
    while True:
        chunk = list((found if last is None else found.filter(pk__gt=last))[:CHUNK])
        if not chunk:
            return
        last = chunk[-1][0]
        keys = _listed([row[0] for row in chunk])
        choices, details = _texts(CHOICES, keys), _texts(DETAILS, keys)
        for pk, version, language, channel, day in chunk:
            yield version, language, channel, day, choices.get(pk, ""), details.get(pk, "")


def _listed(keys: list[UUID]) -> str:
    """The keys as one parameter; the driver's own way of writing lists costs more than the query."""
    if connection.vendor == "sqlite":
        return json.dumps([key.hex for key in keys])
    return "{" + ",".join([key.hex for key in keys]) + "}"


def _texts(statements: dict[str, str], keys: str) -> dict[UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], [keys])
        found = cursor.fetchall()
    return {UUID(key): text for key, text in found} if connection.vendor == "sqlite" else dict(found)
