"""The office's forms on portfolios; the rules stand in the journeys (`portfolios.py`)."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from .models import Portfolio


class PersonField(forms.ModelChoiceField):
    """Somebody of the office, by name."""

    def label_from_instance(self, user) -> str:
        return f"{user.get_full_name()} ({user.get_username()})"


def people():
    """Who may be given charge: active accounts with a name, as the public will read it."""
    named = get_user_model().objects.filter(is_active=True).exclude(first_name="").exclude(last_name="")
    return named.order_by("last_name", "first_name")


class DatesForm(forms.Form):
    starts_on = forms.DateField(label=_("First day"), widget=AdminDateInput)
    ends_on = forms.DateField(label=_("Last day"), widget=AdminDateInput, help_text=_("Included."))


class AppointForm(DatesForm):
    user = PersonField(queryset=None, label=_("Person"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Portfolio.Kind.choices)
    title = forms.CharField(
        label=_("Portfolio"), max_length=160, help_text=_("As the order of the mayor says it; shown to the public.")
    )

    field_order = ["user", "kind", "title", "starts_on", "ends_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people()
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = _("Included. Empty: until further notice.")


class EndForm(forms.Form):
    last_day = forms.DateField(
        label=_("Last day"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Included. Empty: the rights end this very minute."),
    )


class AbsenceForm(DatesForm):
    replaced_by = PersonField(queryset=None, label=_("Replaced by"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["replaced_by"].queryset = people()
