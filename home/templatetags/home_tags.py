"""Small helpers the public templates share."""

from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static

register = template.Library()


@cache
def illustration_path(name: str) -> str:
    """The drawing of that name, or the default one: names come from editors and from the registry of mechanisms."""
    path = f"img/illustrations/{name}.svg"
    if name and name.replace("-", "").isalnum() and finders.find(path):
        return path
    return "img/illustrations/default.svg"


@register.simple_tag
def illustration_url(name: str | None = None) -> str:
    """Address of a drawing of `img/illustrations`; an unknown name gives the default drawing, never an error."""
    return static(illustration_path(str(name or "")))
