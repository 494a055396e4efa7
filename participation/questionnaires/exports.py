"""All answers as one wide table: one row for each response, in an order that says nothing about when it came.

As CSV (`core.csv_files`) or XLSX (`core.sheets`): in neither is there a cell that a spreadsheet takes for a formula.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import starmap
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from participation.core import sheets
from participation.core.csv_files import csv_lines, csv_words, french_number

from .columns import Style, Table
from .given import responses
from .models import Questionnaire
from .reading import Subject, record_reading

CSV, XLSX = "csv", "xlsx"
CONTENT_TYPES = {
    CSV: "text/csv; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def ensure_may_export(*, questionnaire: Questionnaire, now: datetime, by) -> None:
    """Raise `PermissionError` without the right to export, or before the close without the right to partial results."""
    if not by.has_perm("questionnaires.export_responses"):
        raise PermissionError
    if now < questionnaire.activity.closes_at and not by.has_perm("questionnaires.read_partial_results"):
        raise PermissionError


def record_export(*, questionnaire: Questionnaire, kind: str, now: datetime, by=None) -> None:
    """Log that the answers were taken out; `by` is nobody on the command line."""
    record_reading(questionnaire=questionnaire, subject=Subject.EXPORT, detail=kind, now=now, by=by)


def file_name(questionnaire: Questionnaire, kind: str) -> str:
    return f"reponses-{questionnaire.activity.key.hex[:12]}.{kind}"


IN_CSV = Style(words=csv_words, number=french_number)
IN_XLSX = Style(words=sheets.words, number=sheets.number)


def table_of(questionnaire: Questionnaire, style: Style) -> Table:
    """Its columns, with headings in the city's language."""
    with override(settings.LANGUAGE_CODE):
        return Table(questionnaire, style)


def rows(questionnaire: Questionnaire, table: Table) -> Iterator[list[Any]]:
    """One list of cells for each response that was not withdrawn."""
    return starmap(table.row, responses(questionnaire))


def answers_csv(questionnaire: Questionnaire) -> Iterator[str]:
    table = table_of(questionnaire, IN_CSV)
    return csv_lines(table.header, rows(questionnaire, table))


def legend_csv(questionnaire: Questionnaire) -> Iterator[str]:
    """What the keys stand for: every question and option, in each version's words."""
    table = table_of(questionnaire, IN_CSV)
    return csv_lines(table.legend_header, iter(table.legend))


def write_xlsx(questionnaire: Questionnaire, target: IO[bytes], *, sign: Callable[[], object] = lambda: None) -> None:
    """The answers, and a second sheet that says what the keys stand for, streamed to an open file.

    `sign` is called every now and then.
    """
    table = table_of(questionnaire, IN_XLSX)
    with override(settings.LANGUAGE_CODE):
        names = (_("Answers"), _("Questions"))
    workbook = sheets.Workbook(target)
    workbook.add(names[0], table.header, rows(questionnaire, table), sign)
    workbook.add(names[1], table.legend_header, iter(table.legend), sign)
    workbook.close()
