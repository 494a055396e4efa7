"""Questions answered in words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from .base import LAYOUT, QuestionBlock


class _WrittenBlock(QuestionBlock):
    """A question answered in words, no more of them than `max_length` characters."""

    class Meta:
        form_layout = BlockGroup(children=["text", "hint", "max_length", "required"], settings=LAYOUT)

    def freeze_settings(self, value, *, key, choice_keys):
        return {"max_length": value.get("max_length") or self.child_blocks["max_length"].get_default()}


class ShortTextBlock(_WrittenBlock):
    max_length = blocks.IntegerBlock(label=_("Longest answer, in characters"), default=120, min_value=10, max_value=300)

    class Meta:
        icon = "edit"
        label = _("Short text")
        description = _("A word or a sentence.")
        preview_value = {"text": _("How would you describe the place in a word?"), "max_length": 60}


class LongTextBlock(_WrittenBlock):
    max_length = blocks.IntegerBlock(
        label=_("Longest answer, in characters"), default=1500, min_value=100, max_value=5000
    )

    class Meta:
        icon = "pilcrow"
        label = _("Long text")
        description = _("Some paragraphs, with a counter.")
        preview_value = {"text": _("What should change first, and why?"), "max_length": 1500}
