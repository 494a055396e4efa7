"""Questions answered by a step or a number."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from .base import LAYOUT, QuestionBlock


def first_end() -> str:
    """What a new scale calls its first step, in the editor's language."""
    return gettext("Strongly disagree")


def last_end() -> str:
    return gettext("Strongly agree")


class ScaleBlock(QuestionBlock):
    steps = blocks.IntegerBlock(label=_("Number of steps"), default=5, min_value=2, max_value=10)
    low_label = blocks.CharBlock(label=_("Name of the first step"), max_length=60, default=first_end)
    high_label = blocks.CharBlock(label=_("Name of the last step"), max_length=60, default=last_end)
    offers_no_opinion = blocks.BooleanBlock(label=_("Offer “No opinion”"), required=False, default=True)

    class Meta:
        icon = "order"
        label = _("Scale")
        description = _("Agreement or rating, from a named end to the other.")
        form_layout = BlockGroup(
            children=["text", "hint", "low_label", "high_label", "steps", "offers_no_opinion", "required"],
            settings=LAYOUT,
        )
        preview_value = {
            "text": _("Do you feel safe there at night?"),
            "steps": 5,
            "low_label": _("Not at all"),
            "high_label": _("Entirely"),
            "offers_no_opinion": True,
        }

    def freeze_settings(self, value, *, key, choice_keys):
        return {
            "steps": value.get("steps") or 5,
            "low_label": value.get("low_label") or "",
            "high_label": value.get("high_label") or "",
            "offers_no_opinion": bool(value.get("offers_no_opinion")),
        }


class NumberBlock(QuestionBlock):
    unit = blocks.CharBlock(
        label=_("Unit"), required=False, default="", max_length=20, help_text=_("For example: trees, m², minutes.")
    )
    minimum = blocks.DecimalBlock(label=_("Smallest"), default=0, max_digits=12, decimal_places=2)
    maximum = blocks.DecimalBlock(label=_("Largest"), default=100, max_digits=12, decimal_places=2)
    decimals = blocks.IntegerBlock(label=_("Decimals"), default=0, min_value=0, max_value=2)

    class Meta:
        icon = "decimal"
        label = _("Number")
        description = _("A number with a unit and bounds.")
        form_layout = BlockGroup(
            children=["text", "hint", "unit", "minimum", "maximum", "required"], settings=["decimals", *LAYOUT]
        )
        preview_value = {
            "text": _("How many more trees would you like?"),
            "unit": _("trees"),
            "minimum": 0,
            "maximum": 60,
        }

    def freeze_settings(self, value, *, key, choice_keys):
        def plain(number, default: int) -> str:
            return f"{number:f}" if number is not None else str(default)

        return {
            "unit": value.get("unit") or "",
            "minimum": plain(value.get("minimum"), 0),
            "maximum": plain(value.get("maximum"), 100),
            "decimals": value.get("decimals") or 0,
        }

    def problems(self, value):
        low, high = value.get("minimum"), value.get("maximum")
        if low is not None and high is not None and low >= high:
            return {"maximum": ValidationError(_("The largest number must be above the smallest."))}
        return {}
