"""The editor's form of a consultation: what a change would do to answers already given."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm

from participation.processes.eligibility import FIELDS as ELIGIBILITY
from participation.questionnaires.comparing import altering
from participation.questionnaires.documents import Document, compiled
from participation.questionnaires.freezing import ChoiceKeys, current_version, document_of
from participation.questionnaires.models import Questionnaire
from participation.questionnaires.results import participants

# What opening freezes: changed only by a deliberate act with a public reason.
FROZEN_ONCE_OPEN = ("opens_at", "closes_at", *ELIGIBILITY, "results_visibility")


class ConsultationForm(WagtailAdminPageForm):
    confirms_change = forms.BooleanField(
        required=False,
        label=_("I confirm changing questions that people have already answered"),
        help_text=_("Answers already given keep pointing to the questions as their authors saw them."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.box = (
            Questionnaire.objects.select_related("activity").filter(activity__key=self.instance.translation_key).first()
        )
        self.answers = participants(questionnaire=self.box) if self.box else 0
        if not self.answers:
            self.fields.pop("confirms_change", None)
        if self.box and self.box.has_opened(timezone.now()):
            self._freeze_rules()

    def _freeze_rules(self) -> None:
        activity = self.box.activity
        current = {
            "opens_at": activity.opens_at,
            "closes_at": activity.closes_at,
            **{name: getattr(activity, name) for name in ELIGIBILITY},
            "results_visibility": self.box.results,
        }
        for name in FROZEN_ONCE_OPEN:
            if name in self.fields:
                self.fields[name].disabled = True
                self.initial[name] = current[name]
                self.fields[name].help_text = _(
                    "Fixed since it opened. To close early or extend, use “Participation › Consultations”."
                )

    def clean(self):
        cleaned = super().clean()
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("The consultation must close after it opens."))
        if cleaned.get("is_archived") and not self._has_closed():
            self.add_error(
                "is_archived", _("Only a closed consultation can be archived. To close it early, give a reason.")
            )
        if not self.is_deferred_validation:
            self._check_questions(cleaned)
        return cleaned

    def _has_closed(self) -> bool:
        return self.box is not None and self.box.activity.closes_at <= timezone.now()

    def _check_questions(self, cleaned) -> None:
        body = cleaned.get("body")
        if body is None or not self.box:
            return
        language = self.instance.locale.language_code
        current = current_version(self.box, language)
        if not self.answers or current is None or cleaned.get("confirms_change"):
            return
        keys = ChoiceKeys(self.box.versions.order_by("number").values_list("document", flat=True))
        newer = Document.from_json(document_of(body, language=language, title="", choice_keys=keys))
        changes = altering(compiled(current), newer)
        if changes:
            heading = ngettext(
                "%(n)s answer has already been given. These changes alter what it means; tick the box to confirm:",
                "%(n)s answers have already been given. These changes alter what they mean; tick the box to confirm:",
                self.answers,
            ) % {"n": self.answers}
            self.add_error("confirms_change", ValidationError([heading, *(change.sentence for change in changes)]))
