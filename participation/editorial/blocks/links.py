"""Cards that lead to other pages."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock, StructValue

from participation.editorial.querysets import in_language


class Cards(StructValue):
    """Pages as chosen, shown in the visitor's language where a translation is online."""

    @property
    def cards(self) -> list:
        keys = [page.translation_key for page in self.get("pages") or [] if page]
        return in_language(keys, get_language())


class CardsBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    pages = ListBlock(PageChooserBlock(label=_("Page")), min_num=1, max_num=6, label=_("Pages"))

    class Meta:
        icon = "grid"
        label = _("Cards")
        description = _("Up to six pages of the site, each with its title and summary.")
        group = _("Links")
        template = "editorial/blocks/cards.html"
        value_class = Cards
        preview_template = "editorial/previews/cards.html"
