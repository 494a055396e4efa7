"""Editorial blocks by family; import them from here."""

from .facts import KeyFigureBlock, KeyFiguresBlock, TableBlock, TimelineBlock, TimelineStepBlock
from .links import CardsBlock
from .media import CreditedImageBlock, DocumentsBlock, FigureBlock, VideoBlock
from .stream import EditorialStreamBlock, editorial_blocks
from .text import TEXT_FEATURES, AccordionBlock, CalloutBlock, CalloutTheme, QuoteBlock, TextBlock

__all__ = [
    "TEXT_FEATURES",
    "AccordionBlock",
    "CalloutBlock",
    "CalloutTheme",
    "CardsBlock",
    "CreditedImageBlock",
    "DocumentsBlock",
    "EditorialStreamBlock",
    "FigureBlock",
    "KeyFigureBlock",
    "KeyFiguresBlock",
    "QuoteBlock",
    "TableBlock",
    "TextBlock",
    "TimelineBlock",
    "TimelineStepBlock",
    "VideoBlock",
    "editorial_blocks",
]
