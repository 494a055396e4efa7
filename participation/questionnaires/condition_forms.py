"""The questions a condition asks of a person, as a form."""

from django import forms
from django.utils import formats
from django.utils.translation import gettext as _

from participation.core.eligibility import Tie
from participation.territory.options import quartier_options

from .conditions import ELSEWHERE, Asked, Statements

YES, NO, NONE = "yes", "no", "none"


class ConditionsForm(forms.Form):
    """One field for each thing asked, each with the reason why; nothing is ticked beforehand."""

    def __init__(self, *args, asked: Asked, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = asked
        day = formats.date_format(asked.day, "j F Y")
        for years in asked.ages:
            self.fields[f"age-{years}"] = forms.ChoiceField(
                label=_("On %(day)s, are you %(years)s years old or more?") % {"day": day, "years": years},
                choices=[(YES, _("Yes")), (NO, _("No"))],
                help_text=_("We do not ask for your date of birth."),
                error_messages={"required": _("Choose yes or no."), "invalid_choice": _("Choose yes or no.")},
            )
        if asked.ties:
            self.fields["ties"] = forms.MultipleChoiceField(
                label=_("What binds you to Clermont-Ferrand?"),
                choices=[*((tie.value, Tie(tie).label) for tie in asked.ties), (NONE, _("None of these"))],
                help_text=_("Tick everything that is true."),
                error_messages={"required": _("Tick what is true, or “None of these”.")},
            )
        if asked.area:
            self.fields["area"] = forms.ChoiceField(
                label=_("In which neighbourhood do you live?"),
                choices=[*quartier_options(), (ELSEWHERE, _("In another town"))],
                error_messages={"required": _("Choose a neighbourhood, or “In another town”.")},
            )

    def clean_ties(self) -> list[str]:
        ties = self.cleaned_data["ties"]
        if NONE in ties and len(ties) > 1:
            raise forms.ValidationError(_("“None of these” and another answer do not go together."))
        return ties

    def statements(self) -> Statements:
        """What was said; call on a valid form."""
        ticked = self.cleaned_data.get("ties", [])
        return Statements(
            day=self.asked.day,
            ages={years: self.cleaned_data[f"age-{years}"] == YES for years in self.asked.ages},
            ties={tie: tie.value in ticked for tie in self.asked.ties},
            area=self.cleaned_data.get("area", ""),
        )

    def items(self) -> list[dict]:
        """For the template: each field with its id, its choices and whether they are ticked."""
        items = []
        for bound in self:
            several = isinstance(bound.field, forms.MultipleChoiceField)
            chosen = self.data.getlist(bound.name) if self.is_bound else []
            items.append(
                {
                    "id": f"condition-{bound.name}",
                    "name": bound.name,
                    "label": bound.label,
                    "hint": bound.help_text,
                    "errors": bound.errors,
                    "type": "checkbox" if several else "radio",
                    "choices": [
                        {"value": value, "label": label, "is_chosen": value in chosen}
                        for value, label in bound.field.choices
                    ],
                }
            )
        return items
