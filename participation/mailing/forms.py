"""What one types to receive news, and what one ticks."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.core.forms import SiteForm

from . import topics
from .models import Interest, Rhythm
from .subscribing import Choices

Kind = Interest.Kind
LONGEST = 254
NOT_AN_ADDRESS = _("Write an e-mail address like name@example.org.")


class AddressForm(SiteForm):
    """Where the news go."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=LONGEST,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("For example: name@example.org"),
        error_messages={"required": NOT_AN_ADDRESS, "invalid": NOT_AN_ADDRESS},
    )

    def clean_address(self) -> str:
        address = self.cleaned_data["address"].strip()
        try:
            address.rpartition("@")[2].encode("idna")
        except UnicodeError as error:
            raise forms.ValidationError(NOT_AN_ADDRESS) from error
        return address


class Ticks(forms.MultipleChoiceField):
    """Boxes; what is no longer offered, or never was, is dropped without a word."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: list[str] | None) -> list[str]:
        known = {key for key, _title in self.choices}
        return [key for key in self.to_python(value) if key in known]


class ChoicesForm(SiteForm):
    """How often, and about what."""

    rhythm = forms.ChoiceField(
        label=_("A digest of what is new"),
        choices=Rhythm.choices,
        widget=forms.RadioSelect,
        help_text=_("It only leaves when there is something to say."),
    )
    subjects = Ticks(label=_("Choose subjects"))
    mechanisms = Ticks(label=_("Choose ways of taking part"))
    followed = Ticks(
        label=_("Follow closely"),
        help_text=_(
            "A message when it opens, when it closes soon, when the answers are summed up and when the City answers; "
            "twice a day at most."
        ),
    )

    def __init__(self, *args, language: str, now: datetime, choices: Choices, **kwargs):
        kwargs.setdefault(
            "initial",
            {
                "rhythm": choices.rhythm,
                "subjects": sorted(choices.subjects),
                "mechanisms": sorted(choices.mechanisms),
                "followed": sorted(choices.followed),
            },
        )
        super().__init__(*args, **kwargs)
        self.fields["subjects"].choices = _pairs(topics.offered(Kind.SUBJECT, language, now))
        self.fields["mechanisms"].choices = _pairs(topics.offered(Kind.MECHANISM, language, now))
        offered = topics.offered(Kind.FOLLOWED, language, now)
        # What is followed stays on the list until it is no longer wanted, even archived.
        present = {topic.key for topic in offered}
        kept = topics.pages_as_topics(choices.followed - present, language)
        self.fields["followed"].choices = _pairs([*kept, *offered])

    def said(self) -> Choices:
        """The choices of a valid form."""
        data = self.cleaned_data
        return Choices(data["rhythm"], *(frozenset(data[name]) for name in ("subjects", "mechanisms", "followed")))


def _pairs(found: list[topics.Topic]) -> list[tuple[str, str]]:
    return [(topic.key, topic.title) for topic in found]
