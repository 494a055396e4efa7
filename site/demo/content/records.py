"""The shapes of the demonstration content."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Stake = Literal["ecological", "democratic", "social"]
Audience = Literal["outside", "inside", "both"]
Degree = Literal["information", "consultation", "concertation", "co_construction"]
Outcome = Literal["kept", "partly", "refused", "studied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    slug: str
    name: str
    name_en: str
    stake: Stake


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    title: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    value: str
    label: str
    source: str = ""
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule in force: `valid_from` is None when the date of its decision is not known."""

    label: str
    value: str
    valid_from: date | None
    source: str
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    title: str
    dates: str
    summary: str
    figures: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    label: str
    date_text: str
    text: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """`what`, `who`, `how` and `state_of_play` are rich text; `key` names the illustration."""

    key: str
    title: str
    slug: str
    summary: str
    audience: Audience
    stakes: tuple[Stake, ...]
    tags: tuple[str, ...]
    what: str
    who: str
    how: str
    state_of_play: str
    sources: tuple[Source, ...]
    rules: tuple[Rule, ...] = ()
    editions: tuple[Edition, ...] = ()
    timeline: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An illustration with its full description in words, for those who do not see it."""

    illustration: str
    title: str
    alt: str
    description: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    tone: Literal["information", "important", "promise"]
    title: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    title: str
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    text: str
    author: str
    role: str
    is_demonstration: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accordion:
    """Questions and answers: pairs of a title and rich text."""

    title: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Starts a screen of the questionnaire."""

    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; the fields after `required` belong to one kind or another."""

    kind: Literal["single_choice", "multiple_choice", "scale", "short_text", "long_text", "number"]
    key: str
    text: str
    hint: str = ""
    why: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    exclusive: str = ""
    allow_other: bool = False
    minimum_choices: int | None = None
    maximum_choices: int | None = None
    steps: int | None = None
    low_label: str = ""
    high_label: str = ""
    has_no_opinion: bool = False
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    unit: str = ""
    decimals: int = 0


Block = Text | Figure | Callout | KeyFigures | Quote | Timeline | Accordion | Section | Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When a consultation takes answers; both ends carry the time zone of Paris."""

    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    title: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    title: str
    slug: str
    mechanism: str
    audience: Audience
    illustration: str
    summary: str
    promise: str
    governance: str
    timeline: tuple[Step, ...]
    tags: tuple[str, ...]
    stakes: tuple[Stake, ...]
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What a consultation page says; `window` takes today's date."""

    title: str
    slug: str
    summary: str
    object: str
    open_points: str
    closed_points: str
    degree: Degree
    audience: Audience
    decider: str
    decision_date: str
    contact: str
    offline: str
    illustration: str
    tags: tuple[str, ...]
    stakes: tuple[Stake, ...]
    window: Callable[[date], Window]
    body: tuple[Block, ...]
    timeline: tuple[Step, ...] = ()
    documents: tuple[Document, ...] = ()
    level: str = "none"
    minimum_age: int | None = None
    ties: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the body, in order."""
        return tuple(block for block in self.body if isinstance(block, Question))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the city's reply; `question` is the key of the question it answers, or empty."""

    theme: str
    question: str
    said: str
    decided: str
    why: str
    outcome: Outcome
    standing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    title: str
    date_text: str
    text: str
    state: Literal["coming", "under_way", "done", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    synthesis: str
    synthesis_on: date
    answered_on: date
    decisions: tuple[Decision, ...]
    next_steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenAnswer:
    """A sentence a fictive resident wrote, in a situation if it needs one; `hidden_because`: the moderator’s reason."""

    question: str
    text: str
    situation: str = ""
    hidden_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    kind: str
    title: str
    slug: str
    summary: str
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    title: str
    slug: str
    summary: str
    published_on: date
    body: tuple[Block, ...]
    tags: tuple[str, ...]
    is_demonstration: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    title: str
    slug: str
    summary: str
    body: tuple[Block, ...]
