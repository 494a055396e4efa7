"""What a resident types to establish a tie, and what they say of themselves."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import Tie
from participation.core.forms import SiteForm
from participation.territory.options import quartier_options

# The two postcodes of the commune (La Poste, base officielle des codes postaux).
POSTCODES = ("63000", "63100")
ELSEWHERE, UNSAID = "elsewhere", ""
OLDEST = date(1900, 1, 1)


class LetterForm(SiteForm):
    """Where the letter goes. Both are forgotten once it has left."""

    tie = forms.ChoiceField(
        label=_("What does this address establish?"), choices=Tie.choices, widget=forms.RadioSelect, initial=Tie.LIVES
    )
    recipient = forms.CharField(
        label=_("Name on the letterbox"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("A letter needs a name to arrive. It is forgotten once the letter has left."),
    )
    address = forms.CharField(
        label=_("Address in Clermont-Ferrand"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        help_text=_("Number and street, then postcode and town, each on its line."),
    )

    def clean_address(self) -> str:
        address = "\n".join(line.strip() for line in self.cleaned_data["address"].splitlines() if line.strip())
        if not any(postcode in address for postcode in POSTCODES):
            raise forms.ValidationError(
                _("Write the postcode, 63000 or 63100: the letter goes to an address of the city.")
            )
        return address


class LetterCodeForm(SiteForm):
    """The code of the letter."""

    code = forms.CharField(
        label=_("Code of the letter"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Eight letters and digits, with or without the dash."),
    )


class ListForm(SiteForm):
    """What a list and a person must say alike. None of it is kept."""

    surname = forms.CharField(
        label=_("Surname"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    first_name = forms.CharField(
        label=_("First name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    born_on = forms.DateField(
        label=_("Date of birth"),
        widget=forms.DateInput(attrs={"autocomplete": "bday", "inputmode": "numeric"}),
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        help_text=_("Day, month, year: 31/01/1990. It is compared with the list, then forgotten."),
        error_messages={"invalid": _("Write the date as day, month, year: 31/01/1990.")},
    )

    def clean_born_on(self) -> date:
        born_on = self.cleaned_data["born_on"]
        if born_on < OLDEST:
            raise forms.ValidationError(_("Check the year."))
        return born_on


class StatementsForm(SiteForm):
    """Everything a person has said of themselves, to be corrected in one place."""

    ties = forms.MultipleChoiceField(
        label=_("What binds you to Clermont-Ferrand?"),
        choices=Tie.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever unticks a tie gives up what established it."),
    )
    area = forms.ChoiceField(label=_("In which neighbourhood do you live?"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [
            *quartier_options(),
            (ELSEWHERE, _("In another town")),
            (UNSAID, _("I would rather not say")),
        ]
