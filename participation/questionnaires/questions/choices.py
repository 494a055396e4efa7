"""Single and multiple choice."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .base import Question, Value, WithChoices, clean_text


@dataclass(frozen=True)
class SingleChoice(WithChoices):
    type: ClassVar[str] = "single_choice"

    def own(self, value: Value) -> Value:
        return super().own(Value(choices=value.choices[:1], text=value.text))

    def read(self, posted) -> Value:
        chosen = clean_text(posted.get(self.name, ""))
        return Value(choices=(chosen[:60],) if chosen else (), text=clean_text(posted.get(self.other_name, "")))

    def missing_message(self) -> str:
        return _("Choose an answer.")


@dataclass(frozen=True)
class MultipleChoice(WithChoices):
    """`minimum` and `maximum` count options ticked; 0 means no limit. An exclusive option stands alone."""

    type: ClassVar[str] = "multiple_choice"
    bounds: ClassVar[tuple[str, ...]] = ("minimum", "maximum")

    minimum: int = 0
    maximum: int = 0

    def read(self, posted) -> Value:
        chosen = dict.fromkeys(clean_text(key)[:60] for key in posted.getlist(self.name)[:200] if clean_text(key))
        order = list(self.labels())
        known = sorted((key for key in chosen if key in order), key=order.index)
        unknown = [key for key in chosen if key not in order]
        return Value(choices=(*known, *unknown), text=clean_text(posted.get(self.other_name, "")))

    @property
    def exclusive_keys(self) -> set[str]:
        return {choice.key for choice in self.choices if choice.is_exclusive}

    def limits_hint(self) -> str:
        if self.minimum and self.maximum and self.minimum == self.maximum:
            return ngettext("Choose %(n)s answer.", "Choose %(n)s answers.", self.maximum) % {"n": self.maximum}
        if self.minimum > 1 and self.maximum:
            return _("Choose %(low)s to %(high)s answers.") % {"low": self.minimum, "high": self.maximum}
        if self.maximum:
            return ngettext("%(n)s answer at most.", "%(n)s answers at most.", self.maximum) % {"n": self.maximum}
        if self.minimum > 1:
            return _("Choose at least %(n)s answers.") % {"n": self.minimum}
        return _("Several answers are possible.")

    def missing_message(self) -> str:
        return _("Choose at least one answer.")

    def wrong(self, value: Value) -> str:
        problem = super().wrong(value)
        if problem:
            return problem
        alone = self.exclusive_keys.intersection(value.choices)
        if alone:
            if len(value.choices) == 1:
                return ""
            return _("“%(label)s” cannot go with other answers.") % {"label": self.labels()[next(iter(alone))]}
        if self.maximum and len(value.choices) > self.maximum:
            return ngettext(
                "Choose at most %(n)s answer: you ticked %(ticked)s.",
                "Choose at most %(n)s answers: you ticked %(ticked)s.",
                self.maximum,
            ) % {"n": self.maximum, "ticked": len(value.choices)}
        if len(value.choices) < self.minimum:
            return ngettext(
                "Choose at least %(n)s answer: you ticked %(ticked)s.",
                "Choose at least %(n)s answers: you ticked %(ticked)s.",
                self.minimum,
            ) % {"n": self.minimum, "ticked": len(value.choices)}
        return ""

    def tightened(self, newer: Question) -> bool:
        smaller = newer.maximum and (not self.maximum or newer.maximum < self.maximum)
        stands_alone_now = bool(newer.exclusive_keys - self.exclusive_keys)
        return super().tightened(newer) or bool(smaller) or newer.minimum > self.minimum or stands_alone_now
