"""What can be asked of the search."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from participation.core.status import Status
from participation.editorial.models import Stake, Subject, subjects_in_order

from .kinds import kinds

MAX_LENGTH = 200


class SearchForm(forms.Form):
    """A few words and three filters, none of them required."""

    q = forms.CharField(label=_("Search the site"), required=False, max_length=MAX_LENGTH, strip=True)
    kind = forms.ChoiceField(label=_("Kind of page"), required=False)
    subject = forms.ChoiceField(label=_("Subject"), required=False)
    status = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All states")), *Status.choices])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("All kinds")), *((key, kind.label) for key, kind in kinds().items())]
        self.fields["subject"].choices = self.subject_choices

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        return {subject.slug: subject for subject in subjects_in_order()}

    @cached_property
    def subject_choices(self) -> list:
        """Subjects under their stake, so that a long list can be read."""
        grouped = [
            (stake.label, [(one.slug, one.label) for one in self.subjects.values() if one.stake == stake])
            for stake in Stake
        ]
        return [("", _("All subjects")), *((label, options) for label, options in grouped if options)]
