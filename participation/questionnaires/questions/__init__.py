"""Kinds of question. Each kind reads what was typed, says what is wrong, and gives rows, counts and words."""

from .base import NO_OPINION, OTHER, AnswerRow, Choice, Question, Value
from .choices import MultipleChoice, SingleChoice
from .numbers import NumberQuestion
from .scales import ScaleQuestion
from .texts import LongText, ShortText

KINDS: dict[str, type[Question]] = {
    kind.type: kind for kind in (SingleChoice, MultipleChoice, ScaleQuestion, ShortText, LongText, NumberQuestion)
}

__all__ = [
    "KINDS",
    "NO_OPINION",
    "OTHER",
    "AnswerRow",
    "Choice",
    "LongText",
    "MultipleChoice",
    "NumberQuestion",
    "Question",
    "ScaleQuestion",
    "ShortText",
    "SingleChoice",
    "Value",
]
