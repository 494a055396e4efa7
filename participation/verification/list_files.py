"""Reading the file of a list: surname, first name, date of birth. All its faults are told at once, line by line."""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .lists import Identity

COLUMNS = ("nom", "prenom", "date_naissance")
LARGEST = 10 * 1024 * 1024
MOST_PEOPLE = 200_000
FAULTS_TOLD = 20
LONGEST = 120
OLDEST = date(1900, 1, 1)
DAY_FORMATS = ("%d/%m/%Y", "%Y-%m-%d")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one line of the file; `line` counts the head."""

    line: int
    text: str

    def __str__(self) -> str:
        return _("Line %(line)s: %(text)s") % {"line": self.line, "text": self.text}


class FileRefused(Exception):
    """The file cannot be used; nothing of it was kept. `faults` are sentences for the screen."""

    def __init__(self, faults: list[str]):
        super().__init__("; ".join(faults))
        self.faults = faults


def read_people(content: bytes, *, today: date) -> list[Identity]:
    """The people of a CSV file (semicolons or commas, UTF-8 or Windows). Raises `FileRefused`."""
    if len(content) > LARGEST:
        raise FileRefused([_("The file is larger than 10 MB. Cut it into several lists.")])
    text = _text_of(content)
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in head else ",", strict=True)
    people: list[Identity] = []
    faults: list[Fault] = []
    try:
        _check_head(next(rows, []))
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            person = _person(row, line=rows.line_num, today=today)
            if isinstance(person, Fault):
                faults.append(person)
            else:
                people.append(person)
            if len(people) > MOST_PEOPLE:
                raise FileRefused([_("The file has more than 200,000 people. Cut it into several lists.")])
    except csv.Error as error:
        text = gettext_lazy("The quotation marks of this line do not close. Save the file again as CSV.")
        raise FileRefused([str(Fault(rows.line_num, str(text)))]) from error
    if faults:
        raise FileRefused(_told(faults))
    if not people:
        raise FileRefused([_("The file names nobody below its first line.")])
    return people


def _text_of(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileRefused([_("This is no text file. Save the sheet as CSV (UTF-8), then choose that file.")])


def _check_head(head: list[str]) -> None:
    if tuple(cell.strip().casefold() for cell in head) != COLUMNS:
        raise FileRefused(
            [_("The first line must be exactly: %(head)s. Nothing was read.") % {"head": ";".join(COLUMNS)}]
        )


def _person(row: list[str], *, line: int, today: date) -> Identity | Fault:
    if len(row) != len(COLUMNS):
        return Fault(line, _("%(n)s columns instead of 3.") % {"n": len(row)})
    surname, first_name, born = (cell.strip() for cell in row)
    if not any(map(str.isalnum, surname)) or not any(map(str.isalnum, first_name)):
        return Fault(line, _("the surname or the first name is missing."))
    if max(len(surname), len(first_name)) > LONGEST:
        return Fault(line, _("a name is longer than 120 signs."))
    born_on = _day(born)
    if born_on is None:
        return Fault(line, _("“%(typed)s” is no date like 31/01/1990.") % {"typed": born[:20]})
    if not OLDEST <= born_on <= today:
        return Fault(line, _("the date of birth %(typed)s cannot be.") % {"typed": born[:20]})
    return Identity(surname=surname, first_name=first_name, born_on=born_on)


def _day(typed: str) -> date | None:
    for known in DAY_FORMATS:
        try:
            return datetime.strptime(typed, known).date()
        except ValueError:
            continue
    return None


def _told(faults: list[Fault]) -> list[str]:
    said = [str(fault) for fault in faults[:FAULTS_TOLD]]
    if len(faults) > FAULTS_TOLD:
        said.append(_("And %(n)s other lines.") % {"n": len(faults) - FAULTS_TOLD})
    return said
