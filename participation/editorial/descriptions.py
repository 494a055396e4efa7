"""What stands for a page in search engines when nobody wrote it: the beginning of its own words."""

import re
from html import unescape

from django.forms import Media, Script
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel

LONGEST = 155
TAG = re.compile(r"<[^>]*>")


def shortened(text: str, longest: int = LONGEST) -> str:
    """Plain words of a text, rich or not, cut between two words. `office/description.js` cuts alike."""
    plain = " ".join(unescape(TAG.sub(" ", text)).split())
    if len(plain) <= longest:
        return plain
    cut = plain[: longest - 1]
    if plain[longest - 1] != " ":
        cut = cut.rpartition(" ")[0]
    return cut.rstrip(" ,;:.!?…–—-") + "…"


class DescriptionPanel(FieldPanel):
    """The description for search engines: while it is empty, what will be shown instead, and a button to start from it.

    The first of the page's `description_sources` that has words is used, as typed, saved or not.
    """

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "editorial/panels/description.html"

        @cached_property
        def media(self) -> Media:
            return super().media + Media(js=[Script("office/description.js", type="module")])

        def get_context_data(self, parent_context=None):
            return {
                **super().get_context_data(parent_context),
                "sources": " ".join(self.instance.description_sources),
                "longest": LONGEST,
                "suggestion": self.instance.suggested_description,
            }
