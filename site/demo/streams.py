"""Turns the plain content into what StreamFields take: (block name, value) pairs.

Every child of a block is given, the empty ones too: one left out would be read back as None, which translation refuses.
"""

from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from typing import Any

from demo.content.mechanisms import MECHANISMS
from demo.content.records import (
    Accordion,
    Block,
    Callout,
    Decision,
    Edition,
    Figure,
    KeyFigure,
    KeyFigures,
    NextStep,
    Question,
    Quote,
    Rule,
    Section,
    Source,
    Step,
    Text,
    Timeline,
)
from demo.content.wording import typeset
from participation.editorial.models import CityDocument

Pairs = list[tuple[str, Any]]
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def body(blocks: Iterable[Block]) -> Pairs:
    """The body of a page, editorial blocks and questions mixed."""
    return [_pair(block) for block in blocks]


def key_figures(figures: Iterable[KeyFigure]) -> Pairs:
    return [("key_figure", _key_figure(figure)) for figure in figures]


def steps(entries: Iterable[Step]) -> Pairs:
    """The steps of a page's own timeline."""
    return [("step", _step(step)) for step in entries]


def rules(entries: Iterable[Rule]) -> Pairs:
    return [
        (
            "rule",
            {
                "label": rule.label,
                "value": rule.value,
                "valid_from": spelled(rule.valid_from) if rule.valid_from else "",
                "source": rule.source,
                "is_demonstration": rule.is_demonstration,
            },
        )
        for rule in entries
    ]


def editions(entries: Iterable[Edition]) -> Pairs:
    return [("edition", _edition(edition)) for edition in entries]


def sources(entries: Iterable[Source]) -> Pairs:
    return [("source", {"title": source.title, "date": source.date, "url": ""}) for source in entries]


def decisions(entries: Iterable[Decision]) -> Pairs:
    return [
        (
            "decision",
            {
                "theme": decision.theme,
                "said": decision.said,
                "outcome": decision.outcome,
                "decided": decision.decided,
                "why": decision.why,
                "standing": decision.standing,
                "question": decision.question,
            },
        )
        for decision in entries
    ]


def next_steps(entries: Iterable[NextStep]) -> Pairs:
    return [
        ("step", {"date_label": step.date_text, "title": step.title, "text": step.text, "state": step.state})
        for step in entries
    ]


def documents(files: Iterable[CityDocument]) -> Pairs:
    """The one block of a page's documents; none when there is no file."""
    chosen = list(files)
    return [("documents", {"heading": "", "documents": chosen})] if chosen else []


@singledispatch
def _pair(block: Block) -> tuple[str, Any]:
    raise TypeError(f"No block for {type(block).__name__}")


@_pair.register
def _(block: Text) -> tuple[str, Any]:
    return "text", block.html


@_pair.register
def _(block: Figure) -> tuple[str, Any]:
    return "figure", {
        "title": block.title,
        "image": None,
        "illustration": block.illustration,
        "alt": block.alt,
        "caption": "",
        "credit": block.credit,
        "description": block.description,
    }


@_pair.register
def _(block: Callout) -> tuple[str, Any]:
    return "callout", {"heading": block.title, "text": block.html, "theme": block.tone}


@_pair.register
def _(block: KeyFigures) -> tuple[str, Any]:
    return "key_figures", {"heading": block.title, "figures": [_key_figure(figure) for figure in block.figures]}


@_pair.register
def _(block: Quote) -> tuple[str, Any]:
    return "quote", {"text": block.text, "author": block.author, "role": block.role}


@_pair.register
def _(block: Timeline) -> tuple[str, Any]:
    return "timeline", {"heading": block.title, "steps": [_step(step) for step in block.steps]}


@_pair.register
def _(block: Accordion) -> tuple[str, Any]:
    entries = [{"title": title, "text": text} for title, text in block.entries]
    return "accordion", {"heading": block.title, "items": entries}


@_pair.register
def _(block: Section) -> tuple[str, Any]:
    return "section", {"title": block.title, "intro": block.intro}


@_pair.register
def _(block: Question) -> tuple[str, Any]:
    common = {"key": block.key, "text": block.text, "hint": block.hint, "why": block.why, "required": block.required}
    return block.kind, common | _settings(block)


def _settings(question: Question) -> dict[str, Any]:
    """What only questions of this kind have."""
    match question.kind:
        case "single_choice":
            return {
                "choices": [{"label": label} for label in question.choices],
                "allow_other": question.allow_other,
            }
        case "multiple_choice":
            return {
                "choices": [
                    {"label": label, "is_exclusive": label == question.exclusive} for label in question.choices
                ],
                "allow_other": question.allow_other,
                "minimum": question.minimum_choices,
                "maximum": question.maximum_choices,
            }
        case "scale":
            return {
                "steps": question.steps,
                "low_label": question.low_label,
                "high_label": question.high_label,
                "offers_no_opinion": question.has_no_opinion,
            }
        case "number":
            return {
                "minimum": question.minimum,
                "maximum": question.maximum,
                "unit": question.unit,
                "decimals": question.decimals,
            }
        case _:
            return {"max_length": question.max_length}


def _key_figure(figure: KeyFigure) -> dict[str, Any]:
    return {"value": figure.value, "label": figure.label, "source": figure.source, "date": ""}


def _step(step: Step) -> dict[str, Any]:
    return {"date_label": step.date_text, "title": step.label, "text": step.text, "is_done": step.done}


def _edition(edition: Edition) -> dict[str, Any]:
    figures = " ; ".join(f"{figure.value} {figure.label}" for figure in edition.figures)
    return {
        "title": edition.title,
        "dates": edition.dates,
        "summary": typeset(f"{edition.summary} En chiffres : {figures}.") if figures else edition.summary,
        "source": typeset(" ; ".join(dict.fromkeys(figure.source for figure in edition.figures))),
    }


def days_in_english() -> dict[str, str]:
    """The days rules are in force since, French → English."""
    days = {rule.valid_from for mechanism in MECHANISMS for rule in mechanism.rules if rule.valid_from}
    return {spelled(day): f"{day:%-d %B %Y}" for day in days}


def spelled(day: date) -> str:
    """A day as French reads it: « 1er mars 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return typeset(f"{number} {_MONTHS.split()[day.month - 1]} {day.year}")
