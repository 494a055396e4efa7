"""All answers as one wide table: one row for each response, in an order that says nothing about when it came.

CSV is meant for French spreadsheets: semicolons, UTF-8 with a byte order mark, decimal commas. A cell or heading that a
spreadsheet would take for a formula gets a leading apostrophe in CSV and is written as a plain string in XLSX.
"""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice, starmap
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from .columns import Style, Table, plain_number
from .given import responses
from .models import Questionnaire
from .reading import Subject, record_reading

if TYPE_CHECKING:
    from xlsxwriter import Workbook

ROWS_AT_ONCE = 200
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


def safe(text: str) -> str:
    """The text, with an apostrophe in front when a spreadsheet would take it for a formula."""
    if text and text[0] in SUSPECT:
        bare = text.lstrip(IGNORABLE)
        return f"'{text}" if bare and bare[0] in FORMULA_SIGNS else text
    return text


def french_number(written: str) -> str:
    return str(plain_number(written)).replace(".", ",")


IN_CSV = Style(words=safe, number=french_number)
IN_XLSX = Style(words=str, number=plain_number)


def table_of(questionnaire: Questionnaire, style: Style) -> Table:
    """Its columns, with headings in the city's language."""
    with override(settings.LANGUAGE_CODE):
        return Table(questionnaire, style)


def rows(questionnaire: Questionnaire, table: Table) -> Iterator[list[Any]]:
    """One list of cells for each response that was not withdrawn."""
    return starmap(table.row, responses(questionnaire))


def csv_lines(header: list[str], cells: Iterator[list[Any]]) -> Iterator[str]:
    """The file, some rows at a time. Every text among the cells has gone through `safe`."""
    pending: list[str] = [BOM]
    writer = csv.writer(_Echo(pending.append), delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    while some := list(islice(cells, ROWS_AT_ONCE)):
        writer.writerows(some)
        yield "".join(pending)
        pending.clear()
    yield "".join(pending)


def answers_csv(questionnaire: Questionnaire) -> Iterator[str]:
    table = table_of(questionnaire, IN_CSV)
    return csv_lines(table.header, rows(questionnaire, table))


def legend_csv(questionnaire: Questionnaire) -> Iterator[str]:
    """What the keys stand for: every question and option, in each version's words."""
    table = table_of(questionnaire, IN_CSV)
    return csv_lines(table.legend_header, iter(table.legend))


def write_xlsx(
    questionnaire: Questionnaire, target: IO[bytes], *, folder: Path | None = None, sign=lambda: None
) -> None:
    """The answers, and a second sheet that says what the keys stand for, written row by row to an open file.

    `folder` takes what is written on the way (the system's own for such things when left out); `sign` is called at
    each row.
    """
    # Imported where it is needed: no other process of the site pays for it.
    from xlsxwriter import Workbook

    table = table_of(questionnaire, IN_XLSX)
    with override(settings.LANGUAGE_CODE):
        names = (_("Answers"), _("Questions"))
    workbook = Workbook(
        target,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": folder,
        },
    )
    heading = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    _write_sheets(workbook, names[0], table.header, _signed(rows(questionnaire, table), sign), heading)
    _write_sheets(workbook, names[1], table.legend_header, iter(table.legend), heading)
    workbook.close()


def _write_sheets(workbook: "Workbook", name: str, header: list[str], cells: Iterator[list[Any]], heading) -> None:
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
            if isinstance(cell, str):
                sheet.write_string(line, column, cell)
            else:
                sheet.write_number(line, column, cell)


def _signed(cells: Iterator[list[Any]], sign: Callable[[], object]) -> Iterator[list[Any]]:
    for row in cells:
        sign()
        yield row


def _at_least_one(cells: Iterator[list[Any]]) -> Iterator[list[Any]]:
    """The rows, or one empty row so that the sheet and its headings exist."""
    is_empty = True
    for row in cells:
        is_empty = False
        yield row
    if is_empty:
        yield []


class _Echo:
    """A file that hands each line on."""

    def __init__(self, write: Callable[[str], Any]):
        self.write = write
