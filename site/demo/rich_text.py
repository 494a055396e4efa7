"""Rich text as the editor would have saved it, with its block keys: opening a page must not look like changing it."""

from typing import Any

from wagtail import blocks
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText


def saved(html: str, features: list[str] | None) -> str:
    """The same text, passed once through the editor's own format."""
    converter = get_rich_text_editor_widget("default", features=features).converter
    return converter.to_database_format(converter.from_database_format(html)) if html else ""


def saved_field(field: RichTextField, html: str) -> str:
    return saved(html, field.features)


def saved_value(block: blocks.Block, value: Any) -> Any:
    """A stream's value with every rich text in it as saved by the editor."""
    if isinstance(block, blocks.RichTextBlock):
        return RichText(saved(value.source, block.features)) if value else value
    if isinstance(block, blocks.StructBlock) and hasattr(value, "items"):
        for name, child in value.items():
            value[name] = saved_value(block.child_blocks[name], child)
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            child.value = saved_value(child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            child.value = saved_value(block.child_block, child.value)
    return value
