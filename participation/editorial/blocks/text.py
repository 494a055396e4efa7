"""Blocks to read: rich text, callout, accordion, quote."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockGroup, CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock
from wagtail.blocks import TextBlock as PlainTextBlock

TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Rich text with the few features a page needs; headings start at level 3, under the page's own."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    def normalize(self, value):
        # Previews are written as translatable strings, which the rich text machinery does not take.
        return super().normalize(str(value) if isinstance(value, Promise) else value)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, subheadings, lists and links.")
        group = _("Text")
        template = "editorial/blocks/text.html"
        preview_value = _(
            "<h3>A subheading</h3><p>A paragraph with a <b>strong</b> word, then a list:</p><ul><li>one</li></ul>"
        )


class CalloutTheme(TextChoices):
    """What a callout is for; the look follows."""

    INFORMATION = "information", _("Information")
    IMPORTANT = "important", _("Important")
    PROMISE = "promise", _("Promise of the city")


class CalloutBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    text = TextBlock(label=_("Text"))
    theme = ChoiceBlock(choices=CalloutTheme.choices, default=CalloutTheme.INFORMATION, label=_("Theme"))

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A short text that stands out: a reminder, a date, practical details.")
        group = _("Text")
        template = "editorial/blocks/callout.html"
        preview_value = {
            "heading": _("Good to know"),
            "text": _("<p>No account is needed to answer.</p>"),
            "theme": CalloutTheme.INFORMATION.value,
        }
        form_layout = BlockGroup(children=["heading", "text"], settings=["theme"])


class AccordionItemBlock(StructBlock):
    title = CharBlock(max_length=160, label=_("Title"))
    text = TextBlock(label=_("Text"))

    class Meta:
        icon = "plus"
        label = _("Section that unfolds")


class AccordionBlock(StructBlock):
    heading = CharBlock(max_length=120, required=False, label=_("Heading"))
    items = ListBlock(AccordionItemBlock(), min_num=1, label=_("Sections"))

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        description = _("Questions and answers, or details that unfold one by one.")
        group = _("Text")
        template = "editorial/blocks/accordion.html"
        preview_value = {
            "heading": _("Frequent questions"),
            "items": [
                {"title": _("Who can answer?"), "text": _("<p>Anyone who lives, works or studies in the city.</p>")},
                {"title": _("And then?"), "text": _("<p>The city publishes the results and its answer.</p>")},
            ],
        }


class QuoteBlock(StructBlock):
    text = PlainTextBlock(max_length=1000, label=_("Quotation"))
    author = CharBlock(max_length=120, required=False, label=_("Author"))
    role = CharBlock(max_length=160, required=False, label=_("Role of the author"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("The words of someone, with a name and a role.")
        group = _("Text")
        template = "editorial/blocks/quote.html"
        preview_value = {
            "text": _("We know our street best."),
            "author": _("A resident"),
            "role": _("Workshop of 12 May"),
        }
