"""All answers as one wide table: one row for each response, in an order that says nothing about when it came.

CSV is meant for French spreadsheets: semicolons, UTF-8 with a byte order mark, decimal commas. A cell or heading that a
spreadsheet would take for a formula gets a leading apostrophe in CSV and is written as a plain string in XLSX.
"""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import IO, Any

from django.conf import settings
from django.db import connection
from django.db.models import TextField
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter import Workbook

from .columns import Table
from .models import Questionnaire, Response
from .reading import Subject, record_reading

CHUNK = 500
# Excel stops at 1,048,576 rows: what is beyond goes to a further sheet.
SHEET_ROWS = 1_000_000
FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"
# What a spreadsheet may skip before it looks for a formula.
IGNORABLE = " '\u00a0\u2007\u202f\u200b\u200e\u200f\u2060\ufeff"
SUSPECT = frozenset(FORMULA_SIGNS + IGNORABLE)
BOM = "\ufeff"

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


# A response's answers as one JSON text, put together by the database: a row object each would cost three times as much.
ANSWERS_AS_JSON = """
(SELECT CAST({group}({array}(answer.question, answer.choice, answer.number, answer.text)) AS text)
FROM questionnaires_answer AS answer WHERE answer.response_id = questionnaires_response.id)
"""
JSON_FUNCTIONS = {
    "postgresql": {"group": "json_agg", "array": "json_build_array"},
    "sqlite": {"group": "json_group_array", "array": "json_array"},
}


def rows(questionnaire: Questionnaire, table: Table) -> Iterator[list[Any]]:
    """One list of cells for each response that was not withdrawn; memory does not grow with their number."""
    last = None
    given = RawSQL(ANSWERS_AS_JSON.format(**JSON_FUNCTIONS[connection.vendor]), [], TextField())  # noqa: S611 - our own
    responses = (
        Response.objects.filter(questionnaire=questionnaire, withdrawn_on=None)
        .order_by("pk")
        .values_list("pk", "version_id", "language", "channel", "answered_on", given)
    )
    decode = json.JSONDecoder(parse_float=Decimal).decode
    while True:
        chunk = list((responses if last is None else responses.filter(pk__gt=last))[:CHUNK])
        if not chunk:
            return
        last = chunk[-1][0]
        for _pk, version_id, language, channel, day, answers in chunk:
            yield table.row(version_id, language, channel, day, decode(answers) if answers else ())


def csv_lines(header: list[str], cells: Iterator[list[Any]]) -> Iterator[str]:
    """The file, some rows at a time."""
    pending: list[str] = [BOM]
    writer = csv.writer(_Echo(pending.append), delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(heading) for heading in header])
    for number, row in enumerate(cells, start=1):
        writer.writerow([_csv_cell(cell) for cell in row])
        if number % 200 == 0:
            yield "".join(pending)
            pending.clear()
    yield "".join(pending)


def answers_csv(questionnaire: Questionnaire) -> Iterator[str]:
    with override(settings.LANGUAGE_CODE):
        table = Table(questionnaire)
    return csv_lines(table.header, rows(questionnaire, table))


def legend_csv(questionnaire: Questionnaire) -> Iterator[str]:
    """What the keys stand for: every question and option, in each version's words."""
    with override(settings.LANGUAGE_CODE):
        table = Table(questionnaire)
    return csv_lines(table.legend_header, iter(table.legend))


def write_xlsx(questionnaire: Questionnaire, target: IO[bytes]) -> None:
    """The answers, and a second sheet that says what the keys stand for, written row by row to an open file."""
    with override(settings.LANGUAGE_CODE):
        table = Table(questionnaire)
        names = (_("Answers"), _("Questions"))
    workbook = Workbook(
        target,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    _write_sheets(workbook, names[0], table.header, rows(questionnaire, table), heading)
    _write_sheets(workbook, names[1], table.legend_header, iter(table.legend), heading)
    workbook.close()


def _write_sheets(workbook: Workbook, name: str, header: list[str], cells: Iterator[list[Any]], heading) -> None:
    sheet, rank, line = None, 0, SHEET_ROWS
    for row in _at_least_one(cells):
        if line >= SHEET_ROWS:
            rank += 1
            sheet = workbook.add_worksheet(name if rank == 1 else f"{name} {rank}")
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(header) - 1, 22)
            for column, text in enumerate(header):
                sheet.write_string(0, column, text, heading)
            line = 0
        line += 1
        for column, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, int | Decimal):
                sheet.write_number(line, column, cell)
            else:
                sheet.write_string(line, column, str(cell))


def _at_least_one(cells: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """The rows, or one empty row so that the sheet and its headings exist."""
    is_empty = True
    for row in cells:
        is_empty = False
        yield row
    if is_empty:
        yield []


def safe(text: str) -> str:
    """The text, with an apostrophe in front when a spreadsheet would take it for a formula."""
    bare = text.lstrip(IGNORABLE)
    return f"'{text}" if bare and bare[0] in FORMULA_SIGNS else text


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, str):
        return safe(cell) if cell and cell[0] in SUSPECT else cell
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")
    return cell


class _Echo:
    """A file that hands each line on."""

    def __init__(self, write: Callable[[str], Any]):
        self.write = write
