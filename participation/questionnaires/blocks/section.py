"""What begins a new screen."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label=_("Screen title"), max_length=120, help_text=_("For example: Your use of the square.")
    )
    intro = blocks.RichTextBlock(
        label=_("Introduction"), required=False, features=["bold", "italic", "ul", "ol", "link", "document-link"]
    )

    class Meta:
        icon = "minus"
        label = _("New screen")
        description = _("Begins a new screen of the questionnaire; what follows is shown together.")
        group = _("Questionnaire")
        template = "questionnaires/blocks/section.html"
        preview_value = {
            "title": _("Your use of the square"),
            "intro": _("Two minutes to tell us how you use it."),
        }
