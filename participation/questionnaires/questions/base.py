"""What every kind of question shares."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import gettext as _

NO_OPINION = "no_opinion"
OTHER = "other"
# A text far beyond every limit is still kept for correction, but not without end.
LONGEST_RAW = 20_000


@dataclass(frozen=True)
class Choice:
    """An option. `ref` is the editor's item id, by which the key survives translation and reordering."""

    key: str
    label: str
    ref: str = ""
    is_exclusive: bool = False


@dataclass(frozen=True)
class Value:
    """What a resident typed for one question, raw: it may be wrong, it is never lost."""

    choices: tuple[str, ...] = ()
    text: str = ""
    number: str = ""

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> "Value":
        stored = stored or {}
        return cls(tuple(stored.get("choices", ())), stored.get("text", ""), stored.get("number", ""))

    def to_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        if self.choices:
            kept["choices"] = list(self.choices)
        if self.text:
            kept["text"] = self.text
        if self.number:
            kept["number"] = self.number
        return kept

    @property
    def is_blank(self) -> bool:
        return not (self.choices or self.text.strip() or self.number.strip())


@dataclass(frozen=True)
class AnswerRow:
    """One row of `Answer`, still without its response."""

    question: str
    choice: str = ""
    number: Decimal | None = None
    text: str = ""


def clean_text(raw: str) -> str:
    """The text as counted and stored: one newline sign, no control character that a database would refuse."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text[:LONGEST_RAW]


@dataclass(frozen=True)
class Question(ABC):
    """A question as frozen in a version. `why` tells what a personal question is for."""

    type: ClassVar[str] = ""
    # Attributes whose change gives another meaning to answers already given.
    bounds: ClassVar[tuple[str, ...]] = ()

    key: str
    text: str
    hint: str = ""
    why: str = ""
    required: bool = False

    @classmethod
    def from_document(cls, item: Mapping[str, Any]) -> "Question":
        known = {f.name for f in fields(cls)}
        values = {name: value for name, value in item.items() if name in known}
        if "choices" in values:
            values["choices"] = tuple(Choice(**choice) for choice in values["choices"])
        return cls(**values)

    @property
    def name(self) -> str:
        """The form control's name."""
        return f"q-{self.key}"

    @property
    def other_name(self) -> str:
        return f"{self.name}-{OTHER}"

    @property
    def template(self) -> str:
        return f"questionnaires/questions/{self.type}.html"

    @property
    def focus_id(self) -> str:
        """The id an error links to."""
        return self.name

    @abstractmethod
    def read(self, posted) -> Value:
        """What the form says; `posted` is a QueryDict."""

    @abstractmethod
    def own(self, value: Value) -> Value:
        """The part of a value this kind of question can take: the kind may have changed since it was typed."""

    def value_in(self, answers: Mapping[str, Any]) -> Value:
        """What a draft's answers hold for this question."""
        return self.own(Value.from_json(answers.get(self.key)))

    def problem(self, value: Value) -> str:
        """What must be corrected, as a sentence; empty when the value can be stored."""
        if value.is_blank:
            return self.missing_message() if self.required else ""
        return self.wrong(value)

    def missing_message(self) -> str:
        return _("This question needs an answer.")

    def wrong(self, value: Value) -> str:
        """The problem of a value that is not blank."""
        return ""

    @abstractmethod
    def rows(self, value: Value) -> list[AnswerRow]:
        """What is stored for a correct value."""

    def buckets(self, rows: Iterable[AnswerRow]) -> list[str]:
        """Names counted once for this answer, besides the question itself."""
        return [row.choice for row in rows if row.choice]

    def labels(self) -> dict[str, str]:
        """Bucket → words, in the order shown."""
        return {}

    @abstractmethod
    def words(self, value: Value) -> list[str]:
        """The answer in words, one line each, for the overview."""

    def value_of(self, rows: Iterable[AnswerRow]) -> Value:
        """The value that gives these stored rows (the reverse of `rows`)."""
        rows = list(rows)
        return Value(
            choices=tuple(row.choice for row in rows if row.choice),
            text=next((row.text for row in rows if row.text), ""),
            number=next((format(row.number.normalize(), "f") for row in rows if row.number is not None), ""),
        )

    def tightened(self, newer: "Question") -> bool:
        """Whether `newer`, of the same kind, refuses or shifts answers this one took."""
        return newer.required and not self.required


@dataclass(frozen=True)
class WithChoices(Question):
    """A question whose answers are options."""

    choices: tuple[Choice, ...] = field(default=())
    allow_other: bool = False

    @property
    def focus_id(self) -> str:
        return f"{self.name}-{self.choices[0].key}" if self.choices else self.name

    def labels(self) -> dict[str, str]:
        labels = {choice.key: choice.label for choice in self.choices}
        if self.allow_other:
            labels[OTHER] = _("Other")
        return labels

    def own(self, value: Value) -> Value:
        return Value(choices=value.choices, text=value.text if self.allow_other else "")

    def rows(self, value: Value) -> list[AnswerRow]:
        return [
            AnswerRow(self.key, choice=key, text=value.text.strip() if key == OTHER else "") for key in value.choices
        ]

    def words(self, value: Value) -> list[str]:
        labels = self.labels()
        return [
            f"{labels[key]} : {value.text.strip()}" if key == OTHER and value.text.strip() else labels.get(key, key)
            for key in value.choices
        ]

    def wrong(self, value: Value) -> str:
        labels = self.labels()
        if any(key not in labels for key in value.choices):
            return _("Choose among the answers offered.")
        if not value.choices:
            return _("You wrote something under “Other”: tick “Other” too, or empty the field.")
        if OTHER in value.choices and len(value.text.strip()) > 200:
            return _("Write at most 200 characters under “Other”.")
        if OTHER not in value.choices and value.text.strip():
            return _("You wrote something under “Other”: tick “Other” too, or empty the field.")
        return ""

    def tightened(self, newer: Question) -> bool:
        return super().tightened(newer) or (self.allow_other and not newer.allow_other)
