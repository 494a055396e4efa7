"""Questions answered by ticking: one option or several."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup

from .base import LAYOUT, QuestionBlock

# A new question opens with the two options it needs at least.
TWO_BLANK = [{"label": ""}, {"label": ""}]


class OptionBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Option"), max_length=160)

    class Meta:
        icon = "dot"
        label = _("Option")


class ExclusiveOptionBlock(OptionBlock):
    is_exclusive = blocks.BooleanBlock(
        label=_("Stands alone"), required=False, help_text=_("For “none of these”: cannot go with other options.")
    )


def _labels(options) -> list[str]:
    return [(option.get("label") or "").strip().casefold() for option in options or []]


class ChoiceQuestionBlock(QuestionBlock):
    allow_other = blocks.BooleanBlock(label=_("Offer “Other” with a text field"), required=False)

    def freeze_settings(self, value, *, key, choice_keys):
        choices = []
        options = value.get("choices")
        for bound in getattr(options, "bound_blocks", []):
            label = (bound.value.get("label") or "").strip()
            ref = bound.id or ""
            choices.append(
                {
                    "key": choice_keys.key_for(key, ref, label),
                    "label": label,
                    "ref": ref,
                    "is_exclusive": bool(bound.value.get("is_exclusive")),
                }
            )
        return {"choices": choices, "allow_other": bool(value.get("allow_other"))}

    def problems(self, value):
        labels = _labels(value.get("choices"))
        if len(labels) + bool(value.get("allow_other")) < 2:
            return {"choices": ValidationError(_("Give at least two options."))}
        if len(set(labels)) < len(labels):
            return {"choices": ValidationError(_("Two options have the same words."))}
        return {}


class SingleChoiceBlock(ChoiceQuestionBlock):
    choices = blocks.ListBlock(OptionBlock(), default=TWO_BLANK, label=_("Options"))

    class Meta:
        icon = "radio-full"
        label = _("Single choice")
        description = _("One answer among several.")
        form_layout = BlockGroup(children=["text", "hint", "choices", "allow_other", "required"], settings=LAYOUT)
        preview_value = {
            "text": _("What is your link with the neighbourhood?"),
            "choices": [{"label": _("I live there")}, {"label": _("I work there")}, {"label": _("I pass through")}],
        }


class MultipleChoiceBlock(ChoiceQuestionBlock):
    choices = blocks.ListBlock(ExclusiveOptionBlock(), default=TWO_BLANK, label=_("Options"))
    minimum = blocks.IntegerBlock(label=_("At least"), required=False, min_value=1, max_value=50)
    maximum = blocks.IntegerBlock(label=_("At most"), required=False, min_value=1, max_value=50)

    class Meta:
        icon = "tick-inverse"
        label = _("Multiple choice")
        description = _("Several answers, with limits and an option that stands alone.")
        form_layout = BlockGroup(
            children=["text", "hint", "choices", "allow_other", "minimum", "maximum", "required"], settings=LAYOUT
        )
        preview_value = {
            "text": _("Why do you come here?"),
            "maximum": 3,
            "choices": [
                {"label": _("The market")},
                {"label": _("The playground")},
                {"label": _("I do not come here"), "is_exclusive": True},
            ],
        }

    def freeze_settings(self, value, *, key, choice_keys):
        return {
            **super().freeze_settings(value, key=key, choice_keys=choice_keys),
            "minimum": value.get("minimum") or 0,
            "maximum": value.get("maximum") or 0,
        }

    def problems(self, value):
        errors = super().problems(value)
        low, high = value.get("minimum") or 0, value.get("maximum") or 0
        offered = len(_labels(value.get("choices"))) + bool(value.get("allow_other"))
        if high and low > high:
            errors["maximum"] = ValidationError(_("“At most” is smaller than “at least”."))
        elif offered and high > offered:
            errors["maximum"] = ValidationError(_("There are only %(n)s options.") % {"n": offered})
        elif offered and low > offered:
            errors["minimum"] = ValidationError(_("There are only %(n)s options.") % {"n": offered})
        return errors
