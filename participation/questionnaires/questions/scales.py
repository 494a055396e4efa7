"""Agreement and rating scales: whole steps from 1, named ends, and a way to say "no opinion"."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from .base import NO_OPINION, AnswerRow, Question, Value, clean_text


@dataclass(frozen=True)
class ScaleQuestion(Question):
    type: ClassVar[str] = "scale"
    bounds: ClassVar[tuple[str, ...]] = ("steps",)

    steps: int = 5
    low_label: str = ""
    high_label: str = ""
    offers_no_opinion: bool = True

    @property
    def focus_id(self) -> str:
        return f"{self.name}-1"

    @property
    def degrees(self) -> list[dict[str, str]]:
        """The steps with what a screen reader says for each."""
        degrees = []
        for number in range(1, self.steps + 1):
            end = {1: self.low_label, self.steps: self.high_label}.get(number, "")
            degrees.append({"key": str(number), "end": end})
        return degrees

    def labels(self) -> dict[str, str]:
        labels = {
            degree["key"]: f"{degree['key']} – {degree['end']}" if degree["end"] else degree["key"]
            for degree in self.degrees
        }
        if self.offers_no_opinion:
            labels[NO_OPINION] = _("No opinion")
        return labels

    def own(self, value: Value) -> Value:
        return Value(choices=value.choices[:1])

    def read(self, posted) -> Value:
        chosen = clean_text(posted.get(self.name, ""))
        return Value(choices=(chosen[:60],) if chosen else ())

    def missing_message(self) -> str:
        if self.offers_no_opinion:
            return _("Choose a step, or “No opinion”.")
        return _("Choose a step.")

    def wrong(self, value: Value) -> str:
        return "" if value.choices[0] in self.labels() else _("Choose among the answers offered.")

    def rows(self, value: Value) -> list[AnswerRow]:
        return [AnswerRow(self.key, choice=key) for key in value.choices]

    def words(self, value: Value) -> list[str]:
        labels = self.labels()
        return [labels.get(key, key) for key in value.choices]

    def tightened(self, newer: Question) -> bool:
        loses_no_opinion = self.offers_no_opinion and not newer.offers_no_opinion
        return super().tightened(newer) or newer.steps != self.steps or loses_no_opinion
