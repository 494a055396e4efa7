"""What the site keeps about one person, kind by kind: each app registers its own, “my data” shows them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Value = str | int | bool | date | datetime | None


@dataclass(frozen=True)
class Fact:
    """One thing kept: `key` for programs, `label` for people."""

    key: str
    label: str
    value: Value


Record = list[Fact]


@dataclass(frozen=True, kw_only=True)
class DataKind:
    """A kind of personal data. All words may be lazy.

    `collect(user=…, now=…)` gives this person's records of the kind; `at_erasure` says what becomes of them when she
    leaves, and `stays` whether something of them is left then. `correct_at` names the screen where they are corrected.
    """

    name: str
    title: str
    why: str
    until: str
    at_erasure: str
    collect: Callable[..., list[Record]]
    stays: bool = False
    correct_at: str = ""
    order: int = 100


@dataclass(frozen=True)
class Kept:
    """What is kept of one kind about one person."""

    kind: DataKind
    records: list[Record]


_kinds: dict[str, DataKind] = {}


def register(*kinds: DataKind) -> None:
    """Called by an app's `ready`; registering a name again replaces it."""
    for kind in kinds:
        _kinds[kind.name] = kind


def kinds() -> list[DataKind]:
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.name))


def kept_about(*, user: Any, now: datetime) -> list[Kept]:
    """Every kind, also those of which nothing is kept: an empty one is an answer too."""
    return [Kept(kind, kind.collect(user=user, now=now)) for kind in kinds()]
