"""Context every template receives."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .website import Website


def website(request: HttpRequest) -> dict:
    """`website`: see `home.website.Website`. Costs nothing until a template asks."""
    return {"website": SimpleLazyObject(lambda: Website(request))}
