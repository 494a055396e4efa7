"""Headings that go down step by step, whatever level the editor's tools gave them."""

import re

from django import template

register = template.Library()
HEADING = re.compile(r"<(/?)h([2-6])\b", re.IGNORECASE)


@register.filter(is_safe=True)
def headings_in_order(html: str, above: int = 1) -> str:
    """Raise headings so that none skips a level under one of level `above`; equal ones in a row stay equal.

    A text under a page's title may begin with a heading of level 3: readers who go by headings would look for the
    missing level 2.
    """
    levels: list[tuple[int, int]] = []

    def place(found: re.Match) -> str:
        slash, asked = found.group(1), int(found.group(2))
        if not slash:
            while levels and levels[-1][0] >= asked:
                levels.pop()
            levels.append((asked, (levels[-1][1] if levels else above) + 1))
        shown = levels[-1][1] if levels else asked
        return f"<{slash}h{shown}"

    return HEADING.sub(place, html)
