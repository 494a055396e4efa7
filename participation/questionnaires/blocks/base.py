"""What every question asks the editor for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from participation.questionnaires.questions import KINDS, Value

from .keys import KeyBlock

# Settings folded away in every question.
LAYOUT = ["why", "key"]


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

    def get_preview_context(self, value, parent_context=None) -> dict[str, Any]:
        """The very question people will see, for the office’s preview of the block."""
        from participation.questionnaires.freezing import ChoiceKeys

        document = self.freeze(value, key=self.name, ref="", choice_keys=ChoiceKeys())
        question = self.kind.from_document(document)
        context = super().get_preview_context(value, parent_context)
        return {**context, "question": question, "value": Value(), "error": ""}

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
