"""Icons and drawings. Tags rather than includes: a page of cards has dozens of them."""

from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from participation.editorial.illustrations import FOLDER

register = template.Library()

SPRITE = "img/icons.svg"


@register.simple_tag
def icon(name: str) -> SafeString:
    """One icon of the sprite (img/icons.svg), decorative: the words beside it carry the meaning.

    `name` is the id of a symbol: search, menu, close, arrow-right, arrow-left, check, warning, info, download,
    document, external, calendar, clock, pin, people, mail, link, print, play, edit, lock, filter, feed,
    state-<state>, stake-<stake>.
    """
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false" width="20" height="20"><use href="{}#{}"></use></svg>',
        static(SPRITE),
        name,
    )


@cache
def illustration_path(name: str) -> str:
    """The drawing of that name, or the default one: names come from editors and from the registry of mechanisms."""
    path = f"{FOLDER}/{name}.svg"
    if name and name.replace("-", "").isalnum() and finders.find(path):
        return path
    return f"{FOLDER}/default.svg"


@register.simple_tag
def illustration(name: str | None = None, *, alt: str = "", eager: bool = False) -> SafeString:
    """A drawing of img/illustrations; an unknown name gives the default drawing, never an error.

    `alt` is empty when the drawing decorates; `eager` when it stands at the top of the page.
    """
    return format_html(
        '<img src="{}" alt="{}" width="640" height="400"{}>',
        static(illustration_path(str(name or ""))),
        alt,
        "" if eager else SafeString(' loading="lazy"'),
    )
