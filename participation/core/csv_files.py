"""CSV for French spreadsheets: semicolons, UTF-8 with a byte order mark, decimal commas.

A cell or heading that a spreadsheet would take for a formula gets a leading apostrophe.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

ROWS_AT_ONCE = 200
FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"
# What a spreadsheet may skip before it looks for a formula.
IGNORABLE = " '\u00a0\u2007\u202f\u200b\u200e\u200f\u2060\ufeff"
SUSPECT = frozenset(FORMULA_SIGNS + IGNORABLE)
BOM = "\ufeff"
DELIMITER, QUOTE, LINE_END = ";", '"', "\r\n"
TO_QUOTE = re.compile(f"[{DELIMITER}{QUOTE}{LINE_END}]")


def safe(text: str) -> str:
    """The text, with an apostrophe in front when a spreadsheet would take it for a formula."""
    if text and text[0] in SUSPECT:
        bare = text.lstrip(IGNORABLE)
        return f"'{text}" if bare and bare[0] in FORMULA_SIGNS else text
    return text


def csv_words(text: str) -> str:
    """A cell that holds this text, harmless, in quotes where it needs them."""
    text = safe(text)
    return f'"{text.replace(QUOTE, QUOTE * 2)}"' if TO_QUOTE.search(text) else text


def french_number(number: float) -> str:
    return str(number).replace(".", ",")


def csv_lines(header: list[str], cells: Iterator[list[Any]]) -> Iterator[str]:
    """The file, some rows at a time. A cell was made by `csv_words` or `french_number`, or is None."""
    yield BOM + DELIMITER.join(header) + LINE_END
    while some := list(islice(cells, ROWS_AT_ONCE)):
        yield "".join([DELIMITER.join([cell or "" for cell in row]) + LINE_END for row in some])
