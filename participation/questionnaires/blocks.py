"""Question and section blocks, mixed freely with editorial blocks in one body."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup, StructBlockValidationError

from .questions import KINDS

KEY_PATTERN = re.compile(r"^[a-z][a-z0-9_]{0,39}$")


class KeyBlock(blocks.CharBlock):
    """A question's name in the data: never shown to translators, the same in every language."""

    def get_translatable_segments(self, value) -> list:
        return []

    def restore_translated_segments(self, value, segments):
        return value

    def clean(self, value):
        value = super().clean(value)
        if value and not KEY_PATTERN.match(value):
            raise ValidationError(_("Use small letters without accents, digits and _, and begin with a letter."))
        return value


def key_from(text: str) -> str:
    """A key made from a question's words."""
    stem = slugify(text).replace("-", "_")
    stem = re.sub(r"^[^a-z]+", "", stem)
    return stem[:40].rstrip("_")


def first_end() -> str:
    """What a new scale calls its first step, in the editor's language."""
    return gettext("Strongly disagree")


def last_end() -> str:
    return gettext("Strongly agree")


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


class QuestionBlock(blocks.StructBlock):
    """What every question asks the editor for. Settings are folded away."""

    text = blocks.CharBlock(label=_("Question"), max_length=300)
    hint = blocks.CharBlock(
        label=_("Hint"), required=False, default="", max_length=300, help_text=_("One sentence that helps to answer.")
    )
    required = blocks.BooleanBlock(
        label=_("An answer is required"),
        required=False,
        help_text=_("Rarely needed: people skip what they cannot answer."),
    )
    why = blocks.CharBlock(
        label=_("Why we ask"),
        required=False,
        default="",
        max_length=300,
        help_text=_("For a personal question (age, street…): what the answer is used for."),
    )
    key = KeyBlock(
        label=_("Name in the data"),
        required=False,
        default="",
        max_length=40,
        help_text=_("Filled in from the question when left empty. Keep it once the consultation has been published."),
    )

    class Meta:
        group = _("Questions")
        preview_template = "questionnaires/blocks/question_preview.html"
        template = "questionnaires/blocks/question.html"

    @property
    def kind(self):
        return KINDS[self.name]

    def freeze(self, value, *, key: str, ref: str, choice_keys) -> dict[str, Any]:
        """The question as it stands in a version's document, under this key."""
        return {
            "kind": "question",
            "type": self.name,
            "ref": ref,
            "key": key,
            "text": value.get("text") or "",
            "hint": value.get("hint") or "",
            "why": value.get("why") or "",
            "required": bool(value.get("required")),
            **self.freeze_settings(value, key=key, choice_keys=choice_keys),
        }

    def freeze_settings(self, value, *, key: str, choice_keys) -> dict[str, Any]:
        return {}

    def problems(self, value) -> dict[str, ValidationError]:
        """Settings that contradict each other: child name → error. Only asked when not a draft."""
        return {}

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            errors = self.problems(value)
            if errors:
                raise StructBlockValidationError(errors)
        return value


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


LAYOUT = ["why", "key"]
# A new question opens with the two options it needs at least.
TWO_BLANK = [{"label": ""}, {"label": ""}]


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


class ShortTextBlock(QuestionBlock):
    max_length = blocks.IntegerBlock(label=_("Longest answer, in characters"), default=120, min_value=10, max_value=300)

    class Meta:
        icon = "edit"
        label = _("Short text")
        description = _("A word or a sentence.")
        form_layout = BlockGroup(children=["text", "hint", "max_length", "required"], settings=LAYOUT)
        preview_value = {"text": _("How would you describe the place in a word?"), "max_length": 60}

    def freeze_settings(self, value, *, key, choice_keys):
        return {"max_length": value.get("max_length") or 120}


class LongTextBlock(QuestionBlock):
    max_length = blocks.IntegerBlock(
        label=_("Longest answer, in characters"), default=1500, min_value=100, max_value=5000
    )

    class Meta:
        icon = "pilcrow"
        label = _("Long text")
        description = _("Some paragraphs, with a counter.")
        form_layout = BlockGroup(children=["text", "hint", "max_length", "required"], settings=LAYOUT)
        preview_value = {"text": _("What should change first, and why?"), "max_length": 1500}

    def freeze_settings(self, value, *, key, choice_keys):
        return {"max_length": value.get("max_length") or 1500}


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


def question_blocks() -> list[tuple[str, blocks.Block]]:
    """The six kinds, named as in `questions.KINDS`."""
    return [
        ("single_choice", SingleChoiceBlock()),
        ("multiple_choice", MultipleChoiceBlock()),
        ("scale", ScaleBlock()),
        ("short_text", ShortTextBlock()),
        ("long_text", LongTextBlock()),
        ("number", NumberBlock()),
    ]
