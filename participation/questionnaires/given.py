"""Every response with all its answers, read for exports: some hundred at a time, each response's answers as two texts.

A row object for each answer would cost several times as much. Choices and details are asked for apart: the first come
from an index alone, and only one answer in three has a number or words. Parts of an answer stand between `PART_END`
signs, answers between `ANSWER_END` signs; words that hold `ANSWER_END`, which no keyboard types, have a space there.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from .models import Questionnaire, Response

# Larger ones save nothing and hold more memory.
CHUNK = 500
PART_END, ANSWER_END = "\x1f", "\x1e"

# Version, language, channel, day; question and choice of what was ticked; question, choice, number and words of answers
# that have one of the last two. Every response looks its own answers up: the cost of one stays the same however many
# answers other consultations have in the table.
STATEMENT = """
    SELECT id, version_id, language, channel, CAST(answered_on AS text), (
        SELECT {join}(question || {char}(31) || choice, {char}(30))
        FROM questionnaires_answer WHERE response_id = response.id AND NOT choice = ''
    ), (
        SELECT {join}(
            question || {char}(31) || choice || {char}(31) || coalesce(CAST(number AS text), '') || {char}(31)
            || replace(text, {char}(30), ' '), {char}(30))
        FROM questionnaires_answer WHERE response_id = response.id AND (number IS NOT NULL OR NOT text = '')
    )
    FROM questionnaires_response AS response
    WHERE questionnaire_id = %s AND withdrawn_on IS NULL AND id > %s
    ORDER BY id LIMIT %s
"""
DIALECTS = {
    "postgresql": STATEMENT.format(join="string_agg", char="chr"),
    "sqlite": STATEMENT.format(join="group_concat", char="char"),
}
# Version, language, channel, day (ISO), choices, details.
Given = tuple[int, str, str, str, str | None, str | None]


def responses(questionnaire: Questionnaire) -> Iterator[Given]:
    """Each response that was not withdrawn, by its random id. Memory does not grow with their number.

    Chunks instead of one open cursor: a cursor needs a transaction, in which a long export could not tell others that
    it is alive.
    """
    last = Response._meta.pk.get_db_prep_value(UUID(int=0), connection)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(DIALECTS[connection.vendor], [questionnaire.pk, last, CHUNK])
            chunk = cursor.fetchall()
        if not chunk:
            return
        last = chunk[-1][0]
        for row in chunk:
            yield row[1:]
