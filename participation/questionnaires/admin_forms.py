"""Forms of the acts staff do on a consultation."""

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateTimeInput

from participation.core.eligibility import Level
from participation.core.models import Activity
from participation.core.status import Status

from .models import Questionnaire, Response, TextReview
from .reading import questions_of, takes_text

WAITING = "waiting"
YES = [("yes", _("Yes"))]


class ParisDateTimeField(forms.DateTimeField):
    """A moment in the city's time, whatever time zone the account is set to."""

    widget = AdminDateTimeInput

    def to_python(self, value):
        with timezone.override(timezone.get_default_timezone()):
            return super().to_python(value)

    def prepare_value(self, value):
        with timezone.override(timezone.get_default_timezone()):
            return super().prepare_value(value)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown to the public on the consultation’s page."),
    )


class CloseEarlyForm(ReasonForm):
    confirms = forms.BooleanField(
        label=_("I understand that it closes at once and cannot be reopened"),
    )


class ExtendForm(ReasonForm):
    closes_at = ParisDateTimeField(
        label=_("New closing date"),
        help_text=_("Paris time. At this minute it is over: for “until the 6th included”, 7th at 00:00."),
    )
    field_order = ["closes_at", "reason"]


class RedactForm(forms.Form):
    """Why a text goes, and a second question."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who asked, and why; without a name. Read by the staff only."),
    )
    confirms = forms.BooleanField(label=_("I understand that the words are kept nowhere"))


class BoxFilters(WagtailFilterSet):
    """Consultations by state and by who may take part."""

    status = django_filters.ChoiceFilter(
        label=_("State"), choices=Status.choices, method="with_status", widget=forms.RadioSelect, empty_label=_("All")
    )
    open_now = django_filters.ChoiceFilter(
        label=_("Takes answers now"),
        choices=YES,
        method="takes_answers",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    level = django_filters.ChoiceFilter(
        field_name="activity__level",
        label=_("Who may take part"),
        choices=Level.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Questionnaire
        fields: list[str] = []

    def with_status(self, queryset, name, value):
        return queryset.filter(activity__in=Activity.objects.with_status(value, timezone.now()))

    def takes_answers(self, queryset, name, value):
        return queryset.filter(activity__in=Activity.objects.open_at(timezone.now()).visible())


class ResponseFilters(WagtailFilterSet):
    """Answers of one consultation by language, version and withdrawal."""

    language = django_filters.ChoiceFilter(label=_("Language"), widget=forms.RadioSelect, empty_label=_("All"))
    version = django_filters.ModelChoiceFilter(label=_("Version"), queryset=None, empty_label=_("All"))
    withdrawn = django_filters.ChoiceFilter(
        label=_("Withdrawn by its author"),
        choices=YES,
        method="only_withdrawn",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Response
        fields: list[str] = []

    def __init__(self, *args, questionnaire: Questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        versions = questionnaire.versions.defer("document")
        languages = sorted(set(versions.order_by().values_list("language", flat=True)))
        self.filters["language"].extra["choices"] = [(code, code) for code in languages]
        self.filters["version"].queryset = versions

    def only_withdrawn(self, queryset, name, value):
        return queryset.filter(withdrawn_on__isnull=False)


class TextFilters(WagtailFilterSet):
    """Written answers by question and decision."""

    state = django_filters.ChoiceFilter(
        label=_("Decision"),
        choices=[(WAITING, _("To be read")), *TextReview.State.choices],
        method="with_state",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    question = django_filters.ChoiceFilter(label=_("Question"), widget=forms.RadioSelect, empty_label=_("All"))

    class Meta:
        model = TextReview
        fields: list[str] = []

    def __init__(self, *args, questionnaire: Questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        asked = questions_of(questionnaire)
        self.filters["question"].extra["choices"] = [
            (key, item.text) for key, item in asked.items() if takes_text(item)
        ]

    def with_state(self, queryset, name, value):
        return queryset.filter(review__isnull=True) if value == WAITING else queryset.filter(review__state=value)
