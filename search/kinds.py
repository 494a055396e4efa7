"""Kinds of pages as the search offers them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.models import Page, get_page_models

from participation.editorial.pages import EditorialPage


@dataclass(frozen=True)
class Kind:
    """A page type under the name readers see."""

    label: str | Promise
    model: type[Page]


@cache
def kinds() -> dict[str, Kind]:
    """Every page type residents may find, by its model name."""
    return {model._meta.model_name: Kind(capfirst(model._meta.verbose_name), model) for model in _public_types()}


def _public_types() -> Iterator[type[Page]]:
    for model in get_page_models():
        if issubclass(model, EditorialPage) and not model._meta.abstract:
            yield model
