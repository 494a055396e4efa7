"""One way to fill a component, and the register of all of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from home.gallery.words import Words

Filling = Callable[[Words], Iterator["Sample"]]
SAMPLES: dict[str, Filling] = {}


@dataclass(frozen=True)
class Sample:
    """Parameters a component cannot do without, those it can, and the list it stands in ("ul.dates")."""

    needed: Mapping[str, Any]
    more: Mapping[str, Any] = field(default_factory=dict)
    within: str = ""

    def render(self, template: str, words: Words) -> SafeString:
        values = self.needed if words.has_only_what_is_needed else {**self.needed, **self.more}
        html = render_to_string(template, dict(values))
        if not self.within:
            return html
        element, classname = self.within.split(".")
        role = SafeString(' role="list"') if element == "ul" else ""
        return format_html('<{} class="{}"{}>{}</{}>', element, classname, role, html, element)


def sample(name: str) -> Callable[[Filling], Filling]:
    """Register how a component is filled: `@sample("card")` on a generator of `Sample`."""

    def register(filling: Filling) -> Filling:
        SAMPLES[name] = filling
        return filling

    return register
