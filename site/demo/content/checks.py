"""Says what is wrong with the demonstration content: typography, lengths, keys, mark-up and missing English."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from demo.content.announced_consultation import CONSULTATION as ANNOUNCED
from demo.content.direction import DIRECTION, HOME, NEWS, PARTICIPATE, SERVICE_PAGES
from demo.content.english import ENGLISH
from demo.content.hours_consultation import CONSULTATION as CLOSED
from demo.content.hours_consultation import REPLY, WRITTEN_ANSWERS
from demo.content.mechanisms import MECHANISMS
from demo.content.name_consultation import CONSULTATION as NAME
from demo.content.records import Consultation, Question
from demo.content.square_consultation import CONSULTATION as OPEN
from demo.content.square_consultation import PROCESS
from demo.content.tags import TAGS

_CONSULTATIONS = (OPEN, CLOSED, ANNOUNCED, NAME)
_IN_ENGLISH = tuple(page for page in SERVICE_PAGES if page.kind in ("help", "accessibility"))
_TRANSLATED = (HOME, PARTICIPATE, DIRECTION, *_IN_ENGLISH, MECHANISMS[0], PROCESS, OPEN)
_FRENCH = (*_TRANSLATED, *_CONSULTATIONS, *MECHANISMS, *NEWS, *SERVICE_PAGES, REPLY, *WRITTEN_ANSWERS, *TAGS)

_NOT_WORDS = {
    "audience", "degree", "illustration", "key", "kind", "level", "mechanism", "name_en", "outcome", "question", "slug",
    "stake", "stakes", "state", "tags", "ties", "tone",
}  # fmt: skip
_LIMITS = {
    "title": 110, "summary": 200, "label": 160, "text": 600, "hint": 300, "why": 1200, "date_text": 80, "value": 300,
    "source": 160, "alt": 255, "credit": 255, "decider": 255, "decision_date": 120, "low_label": 60, "high_label": 60,
    "unit": 20, "choices": 160, "theme": 120, "hero_heading": 120, "action_text": 60, "dates": 120, "author": 120,
}  # fmt: skip
_MARKUP = re.compile(r"<(?!/?(?:p|ul|ol|li|b|i|h3)>|a href=\"[^\"]+\">|/a>)")
_TAG = re.compile(r"<(/?\w+)[^>]*>")
_FAULTS = (
    (re.compile(r"'"), "straight apostrophe"),
    (re.compile(r"\.\.\."), "three dots"),
    (re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"), "guillemet without its no-break space"),
    (re.compile(r"(?<![\u00a0\u202f\w&/])[;!?](?!\w)|[^\s\u00a0\u202f…\"][!?]"), "no space before a high mark"),
    (re.compile(r" [;:!?%€»]"), "breaking space before a mark"),
    (re.compile(r"[^\W\d]:(?!//)|\d:"), "no space before a colon"),
    (re.compile(r"\d \d{3}\b"), "breaking space inside a number"),
)


def problems() -> list[str]:
    """Return one line per fault; an empty list when the content is sound."""
    return [*_wording(), *_lengths(), *_keys(), *_questions(), *_english()]


def words(value: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield (field name, text) for every text a reader sees in a record."""
    if field in _NOT_WORDS:
        return
    if isinstance(value, str):
        if value:
            yield field, value
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from words(getattr(value, each.name), each.name)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from words(each, field)


def _wording() -> Iterator[str]:
    for _, text in (pair for record in _FRENCH for pair in words(record)):
        if _MARKUP.search(text):
            yield f"mark-up Wagtail would drop: {text[:80]}"
        bare = re.sub(r"<[^>]*>", "", text).replace("&amp;", "&")
        for pattern, fault in _FAULTS:
            if found := pattern.search(bare):
                yield f"{fault}: …{bare[max(0, found.start() - 30) : found.end() + 10]}…"


def _lengths() -> Iterator[str]:
    for field, text in (pair for record in _FRENCH for pair in words(record)):
        if len(text) > _LIMITS.get(field, 10_000) and "<" not in text and text not in {w.text for w in WRITTEN_ANSWERS}:
            yield f"{field} of {len(text)} characters: {text[:60]}"


def _keys() -> Iterator[str]:
    named = {
        "mechanism slug": [each.slug for each in MECHANISMS],
        "mechanism key": [each.key for each in MECHANISMS],
        "tag": [each.slug for each in TAGS],
        "news slug": [each.slug for each in NEWS],
        "service slug": [each.slug for each in SERVICE_PAGES],
    }
    for name, values in named.items():
        for value, times in Counter(values).items():
            if times > 1 or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
                yield f"{name} {value!r} twice, or not a slug"
    known = set(named["tag"])
    for record in (*MECHANISMS, *_CONSULTATIONS, *NEWS, PROCESS):
        for tag in set(record.tags) - known:
            yield f"{record.slug} has an unknown tag {tag}"


def _questions() -> Iterator[str]:
    for consultation in _CONSULTATIONS:
        for key, times in Counter(question.key for question in consultation.questions).items():
            if times > 1 or not re.fullmatch(r"[a-z][a-z0-9_]*", key):
                yield f"{consultation.slug}: key {key!r} twice, or not a key"
        for question in consultation.questions:
            yield from (f"{consultation.slug}, {question.key}: {fault}" for fault in _question_faults(question))
    asked = {question.key for question in CLOSED.questions}
    for decision in REPLY.decisions:
        if decision.question not in {"", *asked}:
            yield f"the reply quotes an unknown question {decision.question}"


def _question_faults(question: Question) -> Iterator[str]:
    is_choice = question.kind.endswith("_choice")
    if is_choice and len(set(question.choices)) != len(question.choices):
        yield "the same choice twice"
    if is_choice and len(question.choices) < 2:
        yield "fewer than two choices"
    if question.exclusive and question.exclusive not in question.choices:
        yield "the exclusive choice is not among the choices"
    if question.kind == "scale" and not (question.steps and question.low_label and question.high_label):
        yield "a scale without steps or named ends"
    if question.kind in {"short_text", "long_text"} and not question.max_length:
        yield "a text without a limit"
    if question.kind == "number" and (question.minimum is None or question.maximum is None):
        yield "a number without bounds"


def _english() -> Iterator[str]:
    for record in _TRANSLATED:
        for field, text in words(record):
            if isinstance(record, Consultation) and field == "window":
                continue
            if text not in ENGLISH and not text.isdigit():
                yield f"no English for: {text[:80]}"
    for french, english in ENGLISH.items():
        if _TAG.findall(french) != _TAG.findall(english):
            yield f"English with other mark-up: {french[:80]}"
