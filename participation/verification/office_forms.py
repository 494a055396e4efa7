"""What officers type: a code shown at the counter, and what makes a list of people lawful."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from participation.core.eligibility import Tie

from .counter import DOCUMENTS, Document
from .list_files import FileRefused, read_people


class CounterCodeForm(forms.Form):
    """The code on the screen of the person's telephone, or on paper."""

    code = forms.CharField(
        label=_("Code the person shows"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("Eight letters and digits. Dashes, spaces and case do not matter."),
        error_messages={"required": _("Type the code the person shows.")},
    )


class DocumentForm(forms.Form):
    """What was seen. The kind alone is kept."""

    code = forms.CharField(max_length=40, widget=forms.HiddenInput)
    document = forms.ChoiceField(
        label=_("Document you have seen"),
        widget=forms.RadioSelect,
        choices=[
            (tie.label, [(document.value, document.label) for document in documents])
            for tie, documents in DOCUMENTS.items()
        ],
        help_text=_("Look at it, give it back. Only this kind is kept: no number, no name, no copy."),
        error_messages={"required": _("Say which document you have seen: nothing was established.")},
    )

    def clean_document(self) -> Document:
        return Document(self.cleaned_data["document"])


class ListForm(forms.Form):
    """Why a list may be used, until when, then its file."""

    title = forms.CharField(
        label=_("Title"), max_length=120, help_text=_("Residents read it: “Students of the university, 2026-2027”.")
    )
    tie = forms.ChoiceField(label=_("Tie it establishes"), choices=Tie.choices, widget=forms.RadioSelect)
    purpose = forms.CharField(
        label=_("What it may be used for"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A list given for one purpose serves no other. Shown to residents."),
    )
    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "The text, decision or agreement that allows it, with its date, as agreed with the data-protection officer."
        ),
    )
    source = forms.CharField(label=_("Where it comes from"), max_length=200, help_text=_("Who gave it to the city."))
    obtained_on = forms.DateField(label=_("Obtained on"), widget=AdminDateInput)
    delete_on = forms.DateField(
        label=_("To be deleted on"),
        widget=AdminDateInput,
        help_text=_("That night its people are deleted by themselves; what they established stays theirs."),
    )
    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        help_text=_(
            "A CSV file whose first line is “nom;prenom;date_naissance”. One fault and nothing is kept: every line is "
            "checked first. The file itself is not stored, nor any readable name."
        ),
    )

    BASIS = ("title", "tie", "purpose", "legal_basis", "source", "obtained_on", "delete_on")

    def clean_tie(self) -> Tie:
        return Tie(self.cleaned_data["tie"])

    def clean_obtained_on(self):
        obtained_on = self.cleaned_data["obtained_on"]
        if obtained_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return obtained_on

    def clean_delete_on(self):
        delete_on = self.cleaned_data["delete_on"]
        if delete_on <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day to come: on this one the list would be gone already."))
        return delete_on

    def clean_file(self):
        try:
            return read_people(self.cleaned_data["file"].read(), today=timezone.localdate())
        except FileRefused as refused:
            raise forms.ValidationError(refused.faults) from refused

    @property
    def basis(self) -> dict:
        """What makes it lawful, as typed."""
        return {name: self.cleaned_data[name] for name in self.BASIS}
