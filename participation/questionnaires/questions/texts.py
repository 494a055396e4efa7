"""Written answers."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from .base import AnswerRow, Question, Value, clean_text


@dataclass(frozen=True)
class TextQuestion(Question):
    """`max_length` counts characters, a line break as one."""

    bounds: ClassVar[tuple[str, ...]] = ("max_length",)

    max_length: int = 1500

    def own(self, value: Value) -> Value:
        return Value(text=value.text)

    def read(self, posted) -> Value:
        return Value(text=clean_text(posted.get(self.name, "")))

    def missing_message(self) -> str:
        return _("Write an answer.")

    def wrong(self, value: Value) -> str:
        length = len(value.text.strip())
        if length > self.max_length:
            return _(
                "Your text has %(length)s characters; %(limit)s at most. Nothing was cut: shorten it by %(over)s."
            ) % {
                "length": length,
                "limit": self.max_length,
                "over": length - self.max_length,
            }
        return ""

    def rows(self, value: Value) -> list[AnswerRow]:
        return [AnswerRow(self.key, text=value.text.strip())]

    def words(self, value: Value) -> list[str]:
        return [value.text.strip()]

    def tightened(self, newer: Question) -> bool:
        return super().tightened(newer) or newer.max_length < self.max_length


@dataclass(frozen=True)
class ShortText(TextQuestion):
    type: ClassVar[str] = "short_text"

    max_length: int = 120

    def read(self, posted) -> Value:
        value = super().read(posted)
        return Value(text=value.text.replace("\n", " "))


@dataclass(frozen=True)
class LongText(TextQuestion):
    type: ClassVar[str] = "long_text"
