"""Numbers with a unit and bounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .base import AnswerRow, Question, Value

# Beyond this many possible values, answers are counted in this many equal classes.
FINEST = 1000
CLASSES = 200
# How a counter names a number: the number itself, or the middle of its class.
EXACT, ABOUT = "=", "~"


@dataclass(frozen=True)
class NumberQuestion(Question):
    """`minimum` and `maximum` are inclusive, written as decimal strings; `decimals` is 0 to 2."""

    type: ClassVar[str] = "number"
    bounds: ClassVar[tuple[str, ...]] = ("minimum", "maximum", "decimals")

    unit: str = ""
    minimum: str = "0"
    maximum: str = "100"
    decimals: int = 0

    def own(self, value: Value) -> Value:
        return Value(number=value.number)

    def read(self, posted) -> Value:
        return Value(number=posted.get(self.name, "").replace("\x00", "").strip()[:40])

    def parse(self, value: Value) -> Decimal | None:
        """The number as typed in French or English (spaces between thousands, comma or point); None when it is none."""
        raw = value.number
        for space in (" ", "\u00a0", "\u202f", "\u2009"):
            raw = raw.replace(space, "")
        raw = raw.replace(",", ".")
        if not raw or not set(raw) <= set("0123456789.-+"):
            return None
        try:
            number = Decimal(raw)
        except InvalidOperation:
            return None
        return number if number.is_finite() and abs(number) < Decimal(10) ** 13 else None

    def missing_message(self) -> str:
        return _("Write a number.")

    def wrong(self, value: Value) -> str:
        number = self.parse(value)
        if number is None:
            return _("“%(typed)s” is not a number. Use digits, for example 12.") % {"typed": value.number}
        if number < Decimal(self.minimum) or number > Decimal(self.maximum):
            return _("Write a number from %(low)s to %(high)s.") % {
                "low": self.figures(Decimal(self.minimum)),
                "high": self.show(Decimal(self.maximum)),
            }
        if number != round(number, self.decimals):
            if self.decimals == 0:
                return _("Write a whole number, without decimals.")
            return _("Write at most %(n)s decimals.") % {"n": self.decimals}
        return ""

    def figures(self, number: Decimal) -> str:
        """The number alone, as the visitor's language writes it."""
        number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
        return number_format(number, use_l10n=True, force_grouping=True)

    def show(self, number: Decimal) -> str:
        shown = self.figures(number)
        return f"{shown}\u00a0{self.unit}" if self.unit else shown

    def bounds_hint(self) -> str:
        return _("From %(low)s to %(high)s.") % {
            "low": self.figures(Decimal(self.minimum)),
            "high": self.show(Decimal(self.maximum)),
        }

    @property
    def class_width(self) -> Decimal:
        """The width of one counting class; the smallest step itself while there are few enough values."""
        span = Decimal(self.maximum) - Decimal(self.minimum)
        step = Decimal(1).scaleb(-self.decimals)
        return step if span / step <= FINEST else span / CLASSES

    def rows(self, value: Value) -> list[AnswerRow]:
        return [AnswerRow(self.key, number=self.parse(value))]

    def buckets(self, rows: Iterable[AnswerRow]) -> list[str]:
        """The number itself as `=<decimal>`; where counted in classes, the middle of its class as `~<decimal>`.

        Both stand side by side once bounds have been widened: what was counted exactly stays exact.
        """
        low, width = Decimal(self.minimum), self.class_width
        if width == Decimal(1).scaleb(-self.decimals):
            return [f"{EXACT}{row.number.normalize():f}" for row in rows]
        ranks = [min((row.number - low) // width, CLASSES - 1) for row in rows]
        return [f"{ABOUT}{(low + rank * width + width / 2).normalize():f}" for rank in ranks]

    def words(self, value: Value) -> list[str]:
        number = self.parse(value)
        return [self.show(number)] if number is not None else [value.number]

    def tightened(self, newer: Question) -> bool:
        return (
            super().tightened(newer)
            or Decimal(newer.minimum) > Decimal(self.minimum)
            or Decimal(newer.maximum) < Decimal(self.maximum)
            or newer.decimals < self.decimals
            or newer.unit != self.unit
        )
