"""The register: every kind of data with its purpose, basis, duration and end, as it was last dealt with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.db.models import Max
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.core import retention, sheets
from participation.core.csv_files import csv_lines, csv_words
from participation.core.retention import RetentionRule

from . import visas
from .models import ArchiveVisa, RetentionRun


@dataclass(frozen=True)
class Line:
    """One kind of data."""

    rule: RetentionRule
    due: int
    visa: ArchiveVisa | None
    last_run: RetentionRun | None

    @property
    def lacks_visa(self) -> bool:
        """Whether nothing can be destroyed for now."""
        return self.rule.is_archive and self.rule.purge is not None and self.visa is None


def lines(*, now: datetime) -> list[Line]:
    """The whole register; a dry run of every rule."""
    rules = retention.rules()
    given = visas.latest(rules)
    begun = RetentionRun.objects.exclude(started_at=None)
    last = dict(begun.order_by().values_list("rule").annotate(last=Max("day")))
    runs = {run.rule: run for run in begun.filter(day__in=set(last.values())) if run.day == last[run.rule]}
    return [
        Line(rule, rule.due(now=now) if rule.due else 0, given.get(rule.name), runs.get(rule.name)) for rule in rules
    ]


def rule_of(slug: str) -> RetentionRule | None:
    """The rule an address names."""
    return next((rule for rule in retention.rules() if rule.slug == slug), None)


def headings() -> list[str]:
    return [
        _("Kind of data"),
        _("Purpose"),
        _("Legal basis"),
        _("Kept for"),
        _("In the end"),
        _("Public archives"),
        _("Visa of the archives"),
        _("Visa covers what is due until"),
        _("Last run"),
        _("Outcome"),
        _("Records then"),
        _("Due now"),
    ]


def rows(*, now: datetime) -> Iterator[list[str]]:
    """The register in words, a list of cells for each kind."""
    for line in lines(now=now):
        rule, visa, run = line.rule, line.visa, line.last_run
        yield [
            str(rule.title or rule.name),
            str(rule.purpose),
            str(rule.basis.label),
            str(rule.kept),
            str(rule.disposition.label),
            _("yes") if rule.is_archive else _("no"),
            visa.reference if visa else "",
            date_format(visa.covers_until, "SHORT_DATE_FORMAT") if visa else "",
            date_format(run.day, "SHORT_DATE_FORMAT") if run else "",
            run.get_state_display() if run else "",
            str(run.number) if run else "",
            str(line.due),
        ]


def as_csv(*, now: datetime) -> Iterator[str]:
    cells = ([csv_words(cell) for cell in row] for row in rows(now=now))
    return csv_lines([csv_words(heading) for heading in headings()], cells)


def write_xlsx(target: IO[bytes], *, now: datetime) -> None:
    workbook = sheets.Workbook(target)
    cells = ([sheets.words(cell) for cell in row] for row in rows(now=now))
    workbook.add(_("Register"), [sheets.words(heading) for heading in headings()], cells, lambda: None)
    workbook.close()
