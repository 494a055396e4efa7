"""What is kept, how long, and by which function it goes: filled by each app, run by the periodic command."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class RetentionRule:
    """`purge(now=…)` removes what is due and returns how many records went."""

    name: str
    kept: str
    purge: Callable[..., int]


_rules: dict[str, RetentionRule] = {}


def register(rule: RetentionRule) -> None:
    _rules[rule.name] = rule


def rules() -> list[RetentionRule]:
    return sorted(_rules.values(), key=lambda rule: rule.name)
