"""Question and section blocks, mixed freely with editorial blocks in one body."""

from wagtail import blocks

from .choices import MultipleChoiceBlock, SingleChoiceBlock
from .keys import KeyBlock, key_from
from .measures import NumberBlock, ScaleBlock
from .section import SectionBlock
from .texts import LongTextBlock, ShortTextBlock

__all__ = ["KeyBlock", "SectionBlock", "key_from", "question_blocks"]


def question_blocks() -> list[tuple[str, blocks.Block]]:
    """The six kinds, named as in `questions.KINDS`."""
    return [
        ("single_choice", SingleChoiceBlock()),
        ("multiple_choice", MultipleChoiceBlock()),
        ("scale", ScaleBlock()),
        ("short_text", ShortTextBlock()),
        ("long_text", LongTextBlock()),
        ("number", NumberBlock()),
    ]
