"""A spreadsheet file (XLSX) written as a stream: rows go straight into the zip, nothing is kept (ADR 0018).

Only texts and numbers: there is no way to write a formula. Texts stand in their cells; a cell's XML is made from its
value by `words` or `number` – once for what many rows share – and completed by the sheet with the place it stands in.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

# Excel stops at 1,048,576 rows: what is beyond goes to a further sheet.
SHEET_ROWS = 1_000_000
ROWS_AT_ONCE = 200
# What Excel takes in one cell, counted as it counts: in UTF-16.
LONGEST = 32_767
# The fastest: a third more bytes than the usual level for little more than half of the time.
LEVEL = 1
# What XML cannot hold, and what a reader would take for a sign written the way such signs are written.
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x")

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Style 0 is every cell's, style 1 the headings'.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
# Every part is a sheet unless it says otherwise: so this can be written first, which tells programs what the file is.
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="{TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def words(text: str) -> str | None:
    """A cell that holds this text, whatever it begins with; None when there is none."""
    if not text:
        return None
    if len(text) > LONGEST // 2:
        text = text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", errors="ignore")
    return f'" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def number(value: float) -> str:
    """A cell that holds this number."""
    return f'"><v>{value!r}</v></c>'


def escaped(text: str) -> str:
    """The text as XML content. What XML cannot hold is written `_xHHHH_`, as the format wants it."""
    if not SPECIAL.search(text):
        return text
    text = UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Workbook:
    """A workbook being written to an open file, sheet after sheet; `close` makes it a whole one."""

    def __init__(self, target: IO[bytes]):
        self._zip = ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL)
        self._names: list[str] = []
        self._write("[Content_Types].xml", TYPES)
        self._write("_rels/.rels", RELATIONS)
        self._write("xl/styles.xml", STYLES)

    def add(
        self, name: str, header: list[str | None], rows: Iterator[list[str | None]], sign: Callable[[], Any]
    ) -> None:
        """Write rows of cells below their headings, on as many sheets as they need; `sign` is called now and then."""
        places = [_letters(column) for column in range(1, len(header) + 1)]
        first, rank = next(rows, None), 0
        while first is not None or not rank:
            rank += 1
            whole = chain(() if first is None else (first,), rows)
            self._sheet(name if rank == 1 else f"{name} {rank}", places, header, islice(whole, SHEET_ROWS), sign)
            first = next(rows, None)

    def _sheet(self, name: str, places: list[str], header: list[str | None], rows: Iterator, sign: Callable) -> None:
        self._names.append(name)
        selected = ' tabSelected="1"' if len(self._names) == 1 else ""
        headings = [f'<c r="{place}1" s="1{cell}' for place, cell in zip(places, header, strict=True) if cell]
        starts, line = [f'<c r="{place}' for place in places], 1
        with self._zip.open(f"xl/worksheets/sheet{len(self._names)}.xml", "w", force_zip64=True) as part:
            part.write(
                f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetViews><sheetView{selected} workbookViewId="0">'
                '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
                f'<cols><col min="1" max="{len(places)}" width="22" customWidth="1"/></cols>'
                f'<sheetData><row r="1">{"".join(headings)}</row>'.encode()
            )
            while some := list(islice(rows, ROWS_AT_ONCE)):
                pending = []
                for row in some:
                    line += 1
                    pending.append(f'<row r="{line}">')
                    pending += [f"{start}{line}{cell}" for start, cell in zip(starts, row, strict=False) if cell]
                    pending.append("</row>")
                part.write("".join(pending).encode())
                sign()
            part.write(b"</sheetData></worksheet>")

    def close(self) -> None:
        """Write which sheets there are."""
        sheets, relations = "", f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>'
        for rank, name in enumerate(self._names, 1):
            sheets += f'<sheet name="{_attribute(name)}" sheetId="{rank}" r:id="sheet{rank}"/>'
            relations += (
                f'<Relationship Id="sheet{rank}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{rank}.xml"/>'
            )
        self._write(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
        )
        self._write(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
        )
        self._zip.close()

    def _write(self, name: str, content: str) -> None:
        self._zip.writestr(name, DECLARATION + content)


def _attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def _letters(column: int) -> str:
    """A column's name: A, …, Z, AA, …"""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
