"""`{% kept "components/card.html" with title=… url=… only %}`: an include remembered by its values.

Including and rendering a component costs more than most queries, and a page of cards does it dozens of times with the
same words as a minute ago. What is kept is found by the template, the language, the time zone and every value, so that
nothing has to be forgotten when something changes. Not for what a person typed: include that.
"""

from collections import OrderedDict
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from threading import Lock
from typing import Any

from django import template
from django.conf import settings
from django.template.loader_tags import IncludeNode, do_include
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# Enough for the cards and frames of the pages people read, in two languages; a few megabytes for each process. What
# was not asked for longest goes first.
MOST = 1000
NUMBERS = frozenset({int, bool, float, Decimal})
_kept: OrderedDict[tuple, SafeString] = OrderedDict()
_lock = Lock()


class NotPlain(Exception):
    """A value that is more than words, numbers and dates: its rendering may ask the database."""


def plain(value: Any) -> Any:
    """Something hashable that is equal for equal renderings only. Raises `NotPlain`."""
    kind = type(value)
    if kind is str or value is None:
        return value
    # `True` equals 1 and safe words equal unsafe ones, but they are not rendered alike.
    if kind in NUMBERS or isinstance(value, SafeString | Enum | date):
        return kind, value
    if isinstance(value, Promise):
        return plain(str(value))
    if kind is list or kind is tuple:
        return list, tuple([plain(one) for one in value])
    if kind is dict:
        return dict, tuple([(name, plain(one)) for name, one in value.items()])
    # Its author vouches for it: frozen down to its words, none of them safe, no yes-or-no where a number may stand.
    if getattr(kind, "is_kept_whole", False):
        return value
    if is_dataclass(value) and kind.__dataclass_params__.frozen:
        return kind, tuple([plain(getattr(value, one.name)) for one in fields(value)])
    raise NotPlain


class KeptNode(template.Node):
    """The include it was written like, asked to render only what is not remembered."""

    def __init__(self, include: IncludeNode) -> None:
        self.include = include
        self.name = include.template.var
        self.values = list(include.extra_context.items())

    def render(self, context) -> str:
        values = {name: value.resolve(context) for name, value in self.values}
        try:
            found = tuple([plain(value) for value in values.values()])
        except NotPlain:
            return self._rendered(context, values)
        if settings.DEBUG or not context.autoescape:
            return self._rendered(context, values)
        key = (self.name, get_language(), timezone.get_current_timezone_name(), tuple(values), found)
        kept = _kept.get(key)
        if kept is None:
            kept = self._rendered(context, values)
        with _lock:
            _kept[key] = kept
            _kept.move_to_end(key)
            while len(_kept) > MOST:
                _kept.popitem(last=False)
        return kept

    def _rendered(self, context, values: dict[str, Any]) -> SafeString:
        return context.template.engine.get_template(self.name).render(context.new(values))


@register.tag
def kept(parser, token) -> KeptNode:
    """Written like `include`, with a fixed template and `only`: what else it saw would not be part of the key."""
    include = do_include(parser, token)
    if not include.isolated_context or not isinstance(include.template.var, str):
        raise template.TemplateSyntaxError("kept needs the name of a template and “only”.")
    return KeptNode(include)
