"""The frozen questionnaire: canonical JSON, and the same thing as objects."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .questions import KINDS, Question

if TYPE_CHECKING:
    from .models import Version

SCHEMA = 1


def canonical(document: Mapping[str, Any]) -> str:
    """One text for one document: sorted keys, no spaces, UTF-8 kept (after RFC 8785, for the types used here)."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(document: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(document).encode()).hexdigest()


@dataclass(frozen=True)
class Content:
    """An editorial block as it stood in the body; `value` is its raw StreamField value."""

    block: str
    value: Any
    ref: str


@dataclass(frozen=True)
class Screen:
    """What is shown at once: editorial content and questions, in the editor's order."""

    number: int
    title: str
    intro: str
    items: tuple[Content | Question, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item for item in self.items if isinstance(item, Question))


@dataclass(frozen=True)
class Document:
    """A questionnaire ready to be asked."""

    language: str
    title: str
    screens: tuple[Screen, ...]

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Document":
        screens = tuple(
            Screen(
                number=number,
                title=screen["title"],
                intro=screen["intro"],
                items=tuple(_item(item) for item in screen["items"]),
            )
            for number, screen in enumerate(document["screens"], start=1)
        )
        return cls(language=document["language"], title=document["title"], screens=screens)

    @property
    def questions(self) -> dict[str, Question]:
        return {question.key: question for screen in self.screens for question in screen.questions}

    def screen(self, number: int) -> Screen | None:
        return self.screens[number - 1] if 1 <= number <= len(self.screens) else None

    def problems(self, answers: Mapping[str, Any], screens: Iterator[Screen] | None = None) -> dict[str, str]:
        """Question key → what must be corrected, in the order asked."""
        found = {}
        for screen in screens or self.screens:
            for question in screen.questions:
                problem = question.problem(question.value_in(answers))
                if problem:
                    found[question.key] = problem
        return found


def _item(item: Mapping[str, Any]) -> Content | Question:
    if item["kind"] == "content":
        return Content(block=item["block"], value=item["value"], ref=item["ref"])
    return KINDS[item["type"]].from_document(item)


_compiled: dict[str, Document] = {}


def compiled(version: "Version") -> Document:
    """The document of a version, kept per process by its fingerprint; its JSON is read from the database once."""
    document = _compiled.get(version.sha256)
    if document is None:
        if len(_compiled) >= 512:
            _compiled.clear()
        document = _compiled[version.sha256] = Document.from_json(version.document)
    return document
