"""What one can ask news about. Subjects stand below; mechanisms add their pages without being known here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from participation.editorial.models import subjects_in_order
from participation.editorial.querysets import in_language

from .models import Interest


@dataclass(frozen=True)
class Topic:
    """Something to tick: the slug of a subject, or the key a page shares with its translations."""

    key: str
    title: str


Source = Callable[[str, datetime], Iterable[Topic]]
_sources: dict[str, Source] = {}


def register(kind: str, source: Source) -> None:
    """`source(language, now)` gives the topics of that kind of interest; called by an app's `ready`."""
    _sources[kind] = source


def offered(kind: str, language: str, now: datetime) -> list[Topic]:
    """The topics to tick, in the order they are shown."""
    if kind == Interest.Kind.SUBJECT:
        return [Topic(subject.slug, subject.label) for subject in subjects_in_order()]
    source = _sources.get(kind)
    return list(source(language, now)) if source else []


def pages_as_topics(keys: Iterable, language: str) -> list[Topic]:
    """The live pages with these keys, in the visitor's language where there is one."""
    return [Topic(str(page.translation_key), page.title) for page in in_language(keys, language)]
