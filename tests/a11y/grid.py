"""docs/accessibilite/grille.yml: one entry for each of the 106 criteria, and what is known to be wrong."""

import datetime
import importlib
import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from axe_playwright_python.base import AXE_SCRIPT

ROOT = Path(__file__).resolve().parents[2]
GRID = ROOT / "docs/accessibilite/grille.yml"
KINDS = ("test", "hand", "to be audited", "not applicable")
# How many criteria each topic of the RGAA 4.1 has: 106 in all.
TOPICS = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
NUMBERS = tuple(f"{topic}.{number}" for topic, count in enumerate(TOPICS, 1) for number in range(1, count + 1))


@dataclass(frozen=True)
class Entry:
    """One criterion: how it is looked at today."""

    number: str
    topic: str
    title: str
    kind: str
    tests: tuple[str, ...] = ()
    date: datetime.date | None = None
    finding: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Known:
    """Something known to be wrong. `rule` sees it and `what` is a pattern of what it says; `hand`: a person saw it."""

    criteria: tuple[str, ...]
    rule: str
    what: str
    fr: str
    en: str

    def covers(self, rule: str, what: str) -> bool:
        return self.rule == rule and re.search(self.what, what) is not None


def load(path: Path = GRID) -> tuple[list[Entry], list[Known]]:
    """The entries in order, and the known failings."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    entries = [Entry(**{**one, "tests": tuple(one.get("tests", ()))}) for one in data["criteria"]]
    known = [Known(**{**one, "criteria": tuple(one["criteria"])}) for one in data["known"] or ()]
    return entries, known


def exists(name: str) -> bool:
    """Whether a test of the grid is there: `axe:<rule>`, or `<module>:<function>`."""
    module, _, function = name.partition(":")
    if module == "axe":
        return f'{{id:"{function}"' in AXE_SCRIPT
    try:
        return callable(getattr(importlib.import_module(module), function, None))
    except ModuleNotFoundError:
        return False


def faults(entries: list[Entry], known: list[Known], *, today: datetime.date) -> list[str]:
    """What is wrong with the grid itself; an empty list when it can be trusted."""
    found = []
    if [entry.number for entry in entries] != list(NUMBERS):
        found.append("the grid must hold the 106 criteria, once each and in order")
    for entry in entries:
        if entry.kind not in KINDS:
            found.append(f"{entry.number}: {entry.kind!r} is no kind")
        if not entry.title or not entry.topic:
            found.append(f"{entry.number}: without its title or topic")
        if entry.kind == "test" and not entry.tests:
            found.append(f"{entry.number}: names no test")
        if entry.kind == "hand" and not (
            isinstance(entry.date, datetime.date) and entry.date <= today and entry.finding
        ):
            found.append(f"{entry.number}: a check by hand has a date, not one to come, and a finding")
        if entry.kind != "hand" and (entry.date or entry.finding):
            found.append(f"{entry.number}: only a check by hand has a date and a finding")
        if entry.kind == "not applicable" and not entry.reason:
            found.append(f"{entry.number}: not applicable, without a reason")
        found += [f"{entry.number}: no test named {name}" for name in entry.tests if not exists(name)]
    for one in known:
        if not (set(one.criteria) <= set(NUMBERS) and one.criteria and one.fr and one.en and one.rule):
            found.append(f"known failing without its criteria, rule or words: {one}")
    return found
