"""What must not come back with an older copy of the database: kept on a list outside it, done again after a restore.

Apps register what they end for good and note each end; `privacy.erasures` keeps the list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

_endings: dict[str, "Ending"] = {}
_first: dict[str, Callable[..., object]] = {}
_writers: list[Callable[..., object]] = []


@dataclass(frozen=True, kw_only=True)
class Ending:
    """`name`: lower-case letters. `again(marks=…, now=…)` ends anew what these marks stand for; returns how many.

    `standing()` gives the marks of all that the database itself still knows to have ended.
    """

    name: str
    again: Callable[..., int]
    standing: Callable[[], Iterable[str]] = tuple


def register(ending: Ending) -> None:
    _endings[ending.name] = ending


def endings() -> list[Ending]:
    return [_endings[name] for name in sorted(_endings)]


def register_first(name: str, act: Callable[..., object]) -> None:
    """`act(now=…)` runs before anything is ended again."""
    _first[name] = act


def prepare(*, now: datetime) -> None:
    """Everything that comes first after a restore."""
    for act in _first.values():
        act(now=now)


def register_list(write: Callable[..., object]) -> None:
    """`write(name=…, mark=…, now=…)` puts one end on the list."""
    _writers[:] = [write]


def note(*, name: str, mark: str, now: datetime) -> None:
    """Put an end on the list once it is committed. A mark names nobody: letters a to f, digits and colons."""
    for write in _writers:
        transaction.on_commit(partial(write, name=name, mark=mark, now=now))
