"""One query for the sizes of all images a page shows, instead of one per image."""

from collections.abc import Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.blocks import ListBlock, StreamBlock, StreamValue, StructBlock

from .models import CityImage


def fetch_renditions(stream: Any) -> None:
    """Read the renditions of every image of this StreamField's value at once."""
    if isinstance(stream, StreamValue) and (images := list(_images(stream.stream_block, stream))):
        prefetch_related_objects(images, "renditions")


def _images(block, value) -> Iterator[CityImage]:
    if isinstance(value, CityImage):
        yield value
    elif not value:
        return
    elif isinstance(block, StreamBlock):
        for child in value:
            yield from _images(child.block, child.value)
    elif isinstance(block, ListBlock):
        for child in value:
            yield from _images(block.child_block, child)
    elif isinstance(block, StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _images(child_block, value.get(name))
