"""The one list of editorial blocks."""

from wagtail.blocks import Block, StreamBlock

from .facts import KeyFiguresBlock, TableBlock, TimelineBlock
from .links import CardsBlock
from .media import CreditedImageBlock, DocumentsBlock, FigureBlock, VideoBlock
from .text import AccordionBlock, CalloutBlock, QuoteBlock, TextBlock


def editorial_blocks() -> list[tuple[str, Block]]:
    """The twelve editorial blocks, new instances each time, for streams that mix them with others."""
    return [
        ("text", TextBlock()),
        ("image", CreditedImageBlock()),
        ("figure", FigureBlock()),
        ("callout", CalloutBlock()),
        ("accordion", AccordionBlock()),
        ("documents", DocumentsBlock()),
        ("video", VideoBlock()),
        ("key_figures", KeyFiguresBlock()),
        ("timeline", TimelineBlock()),
        ("quote", QuoteBlock()),
        ("cards", CardsBlock()),
        ("table", TableBlock()),
    ]


class EditorialStreamBlock(StreamBlock):
    """A body of editorial blocks."""

    def __init__(self, local_blocks=None, **kwargs):
        super().__init__(editorial_blocks() + list(local_blocks or []), **kwargs)
