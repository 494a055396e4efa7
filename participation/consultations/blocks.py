"""The city's reply: decisions with their reasons, next steps with their dates."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from participation.questionnaires.blocks import KeyBlock

OUTCOMES = [
    ("kept", _("Kept")),
    ("partly", _("Kept in part")),
    ("studied", _("Being studied")),
    ("passed_on", _("Passed on to whom it concerns")),
    ("refused", _("Not kept")),
]
STATES = [("coming", _("To come")), ("under_way", _("Under way")), ("done", _("Done")), ("dropped", _("Dropped"))]


class Decision(blocks.StructValue):
    @property
    def outcome_label(self) -> str:
        return dict(OUTCOMES).get(self.get("outcome"), "")


class DecisionBlock(blocks.StructBlock):
    theme = blocks.CharBlock(label=_("Theme"), max_length=160)
    said = blocks.TextBlock(label=_("What you said"), max_length=1200)
    outcome = blocks.ChoiceBlock(label=_("Outcome"), choices=OUTCOMES, default="kept")
    decided = blocks.TextBlock(label=_("What was decided"), max_length=1200)
    why = blocks.TextBlock(label=_("Why"), max_length=1200, help_text=_("A refusal without a reason is not an answer."))
    standing = blocks.TextBlock(
        label=_("Where we stand"),
        max_length=600,
        required=False,
        default="",
        help_text=_("What is done, what is under way. Empty as long as nothing has begun."),
    )
    question = KeyBlock(
        label=_("Question it answers"),
        required=False,
        default="",
        max_length=40,
        help_text=_("The question’s name in the data."),
    )

    class Meta:
        icon = "check"
        label = _("Decision")
        description = _("What was said on a theme, what was decided, why, and where it stands.")
        value_class = Decision
        template = "consultations/blocks/decision.html"
        preview_value = {"theme": _("Opening later"), "said": "…", "outcome": "kept", "decided": "…", "why": "…"}


class NextStep(blocks.StructValue):
    @property
    def state_label(self) -> str:
        return dict(STATES).get(self.get("state"), "")


class NextStepBlock(blocks.StructBlock):
    date_label = blocks.CharBlock(label=_("Date"), max_length=80, help_text=_("As it should be read: “spring 2027”."))
    title = blocks.CharBlock(label=_("Step"), max_length=200)
    text = blocks.TextBlock(label=_("Text"), max_length=600, required=False, default="")
    state = blocks.ChoiceBlock(label=_("State"), choices=STATES, default="coming")

    class Meta:
        icon = "calendar-alt"
        label = _("Next step")
        description = _("What the city does next, when, and where it stands.")
        value_class = NextStep
        preview_value = {"date_label": _("March 2027"), "title": _("Taking stock with residents"), "state": "coming"}
