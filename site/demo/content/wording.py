"""French typography, a small mark-up for rich text, and French–English pairs."""

import dataclasses
import html
import re
from typing import TypeVar

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_TYPOGRAPHY = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(rf"«[ {NO_BREAK}]?"), f"«{NO_BREAK}"),
    (re.compile(rf"[ {NO_BREAK}]?»"), f"{NO_BREAK}»"),
    (re.compile(r" ([;!?])"), rf"{NARROW}\1"),
    (re.compile(r" ([:%€])(?=[\s.,;:)<]|$)"), rf"{NO_BREAK}\1"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"\b(n°|art\.|p\.) (?=\w)"), rf"\1{NO_BREAK}"),
    (re.compile(r"(?<=\d) (?=(?:h|min|ans?|jours?|mois|m|km|tonnes?|millions?|signatures)\b)"), NO_BREAK),
    (re.compile(r"(?<=\d\u00a0h) (?=\d)"), NO_BREAK),
    (re.compile(rf"\b(\d{{1,2}}|1er) (?=(?:{_MONTHS})\b)"), rf"\1{NO_BREAK}"),
)
_SPACES = re.compile(r"[ \t\n]+")

Value = TypeVar("Value")


def typeset(text: str) -> str:
    """Return French text with its no-break spaces and curly apostrophes; applying it twice changes nothing."""
    text = _SPACES.sub(" ", text).strip()
    for pattern, replacement in _TYPOGRAPHY:
        text = pattern.sub(replacement, text)
    return text


def typeset_all(value: Value) -> Value:
    """Typeset every string inside a record, a sequence or the values of a mapping."""
    if isinstance(value, str):
        return typeset(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: typeset_all(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changes)
    if isinstance(value, tuple | list):
        return type(value)(typeset_all(each) for each in value)
    if isinstance(value, dict):
        return {key: typeset_all(each) for key, each in value.items()}
    return value


def rich(source: str) -> str:
    """Return the HTML of a small mark-up, set as French text.

    A blank line parts blocks. A block whose lines start with ``- `` or ``1. `` is a list, with ``### `` a heading;
    ``**bold**`` and ``[text](address)`` work anywhere. Nothing else can come out, so Wagtail keeps all of it.
    """
    return typeset(_html(source))


def rich_english(source: str) -> str:
    """Return the same HTML for English text, which needs no special spaces."""
    return _html(source)


def _html(source: str) -> str:
    return "".join(_block(block) for block in re.split(r"\n\s*\n", source.strip()))


def _block(block: str) -> str:
    lines = [line.strip() for line in block.strip().splitlines()]
    if lines[0].startswith("### "):
        return f"<h3>{_inline(' '.join(lines)[4:])}</h3>"
    for marker, name in ((r"- ", "ul"), (r"\d+\. ", "ol")):
        if re.match(marker, lines[0]):
            entries = re.split(rf"(?m)^{marker}", "\n".join(lines))[1:]
            return f"<{name}>{''.join(f'<li>{_inline(entry)}</li>' for entry in entries)}</{name}>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    text = html.escape(_SPACES.sub(" ", text).strip(), quote=False)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', text)


class Bilingual:
    """Records the English of each French text and hands the French back, so that both stay side by side."""

    def __init__(self) -> None:
        self.english: dict[str, str] = {}

    def __call__(self, french: str, english: str) -> str:
        """Keep the pair; return the French, typeset."""
        return self._keep(typeset(french), _SPACES.sub(" ", english).strip())

    def rich(self, french: str, english: str) -> str:
        """Keep a pair of rich texts in the mark-up of `rich`; return the French HTML."""
        return self._keep(rich(french), rich_english(english))

    def _keep(self, french: str, english: str) -> str:
        if self.english.setdefault(french, english) != english:
            raise ValueError(f"Two English texts for « {french} »")
        return french
