"""Ballot boxes, frozen questionnaires and what residents put in them."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.models import Activity, AppendOnly


class Questionnaire(models.Model):
    """One ballot box: every language of a page shares it."""

    class Results(models.TextChoices):
        AFTER_CLOSE = "after_close", _("After the close")
        LIVE = "live", _("Live, while it is open")

    activity = models.OneToOneField(Activity, models.PROTECT, related_name="questionnaire", verbose_name=_("activity"))
    results = models.CharField(
        _("results can be read"), max_length=12, choices=Results.choices, default=Results.AFTER_CLOSE
    )
    are_results_published = models.BooleanField(_("results page opened to the public"), default=True)
    shows_participants = models.BooleanField(_("show the number of participants"), default=True)
    requires_proof_of_work = models.BooleanField(_("ask the browser for a small computation"), default=False)
    holds_answers = models.BooleanField(_("holds answers"), default=False, editable=False)

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        permissions = [
            ("read_partial_results", _("Can read results before the close")),
            ("read_responses", _("Can read single answers")),
            ("export_responses", _("Can export answers")),
            ("moderate_texts", _("Can moderate written answers")),
        ]

    def __str__(self) -> str:
        return str(self.activity)

    def has_opened(self, now: datetime) -> bool:
        """From then on its window and its rules are changed by deliberate acts only, never by publishing a page."""
        return self.activity.opens_at <= now


class VersionManager(models.Manager):
    """Versions without their document, which is long and kept per process (`documents.compiled`)."""

    def get_queryset(self):
        return super().get_queryset().defer("document")


class Version(AppendOnly):
    """A published questionnaire in one language, frozen: what an author of an answer saw."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    language = models.CharField(_("language"), max_length=10)
    document = models.JSONField(_("document"))
    sha256 = models.CharField(_("SHA-256 of the canonical JSON"), max_length=64)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = VersionManager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
        ]
        indexes = [models.Index(fields=["questionnaire", "language", "-number"], name="version_current")]

    def __str__(self) -> str:
        return _("version %(number)s (%(language)s)") % {"number": self.number, "language": self.language}


class HeldPage(models.Model):
    """A page whose questionnaire holds answers: PROTECT makes its deletion impossible on every path."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="held_pages")
    page = models.OneToOneField("wagtailcore.Page", models.PROTECT, related_name="held_by")

    def __str__(self) -> str:
        return f"{self.questionnaire_id} / {self.page_id}"


class Draft(models.Model):
    """Answers being typed. `token_hash` is the SHA-256 of a random token only the resident's browser holds.

    `answers` maps question keys to raw values as typed, valid or not, so that nothing is lost on an error. `statements`
    is what a person without an account says of themselves on honour (`conditions`); it is never part of the answer.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="drafts")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    answers = models.JSONField(default=dict)
    statements = models.JSONField(default=dict)
    touched_on = models.DateField()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        indexes = [models.Index(fields=["touched_on"], name="draft_touched")]

    def __str__(self) -> str:
        return str(self.id)


class EmailCode(models.Model):
    """A six-digit code on its way to an address; the address itself is not stored. Gone within the hour."""

    draft = models.OneToOneField(Draft, models.CASCADE, related_name="email_code")
    address_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    attempts_left = models.PositiveSmallIntegerField(default=5)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.draft_id)


class Participation(models.Model):
    """That a confirmed address or an account has answered – as a keyed hash, with no key, order or time in common with
    the answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="participations")
    participant_hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "participant_hash"], name="one_participation_per_person")
        ]

    def __str__(self) -> str:
        return str(self.id)


class Response(models.Model):
    """One sent questionnaire. No person, address, browser or exact time: only the day."""

    class Channel(models.TextChoices):
        WEB = "web", _("Website")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="responses")
    version = models.ForeignKey(Version, models.PROTECT, related_name="responses")
    language = models.CharField(_("language"), max_length=10)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices, default=Channel.WEB)
    answered_on = models.DateField(_("day"))
    submission_key = models.CharField(max_length=64, unique=True)
    receipt = models.CharField(_("receipt"), max_length=16, unique=True)
    withdrawal_hash = models.CharField(max_length=64, unique=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        indexes = [models.Index(fields=["questionnaire", "id"], name="response_box")]

    def __str__(self) -> str:
        return self.receipt


class Answer(models.Model):
    """One value given to one question: a choice, a number or a text, by stable keys."""

    # The unique constraint begins with the response: an index of its own would be written for nothing.
    response = models.ForeignKey(Response, models.CASCADE, related_name="answers", db_index=False)
    question = models.CharField(max_length=40)
    choice = models.CharField(max_length=60, blank=True)
    number = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "question", "choice"], name="answer_once_per_choice"),
            models.CheckConstraint(
                condition=~Q(choice="") | Q(number__isnull=False) | ~Q(text=""), name="answer_says_something"
            ),
        ]
        indexes = [
            models.Index(fields=["question", "id"], condition=~Q(text=""), name="answer_texts"),
            models.Index(fields=["response"], condition=Q(number__isnull=False) | ~Q(text=""), name="answer_details"),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.choice or self.number or self.text[:40]}"


class TallyEntry(models.Model):
    """Counts as a JSON object of whole numbers, to be added up; `tallies.compact` merges entries, the sum stays."""

    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="tally_entries")
    counts = models.JSONField()

    def __str__(self) -> str:
        return str(self.pk)


class TextReview(models.Model):
    """A moderator's decision on a written answer. A hidden text is kept, with the reason."""

    class State(models.TextChoices):
        PUBLISHED = "published", _("Shown to the public")
        HIDDEN = "hidden", _("Hidden")

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="review")
    questionnaire = models.ForeignKey(Questionnaire, models.PROTECT, related_name="text_reviews")
    question = models.CharField(max_length=40)
    state = models.CharField(_("decision"), max_length=10, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(_("decided at"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="hidden") | ~Q(reason=""),
                name="hidden_text_has_reason",
                violation_error_message=_("Say why this text is hidden."),
            )
        ]
        indexes = [models.Index(fields=["questionnaire", "question", "state", "id"], name="review_public")]

    def __str__(self) -> str:
        return f"{self.get_state_display()} – {self.answer_id}"


class Redaction(AppendOnly):
    """A written answer taken out for good at somebody's request: its place stays, and a keyed hash of its words."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="redaction")
    text_hash = models.CharField(_("keyed hash of the former text"), max_length=64)
    reason = models.CharField(_("reason"), max_length=300)
    redacted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    redacted_at = models.DateTimeField(_("taken out"))

    class Meta:
        verbose_name = _("redacted text")
        verbose_name_plural = _("redacted texts")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="redaction_has_reason")]

    def __str__(self) -> str:
        return str(self.answer_id)


class ExportOrder(models.Model):
    """A file of answers too long to make while somebody waits: written by the periodic command, kept for some days.

    `claim` names the worker that writes it and `alive_at` is its last sign of life (`orders`).
    """

    class Kind(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "XLSX"

    class Failure(models.TextChoices):
        REFUSED = "refused", _("the person who ordered it no longer had the right to export")
        BROKEN = "broken", _("the file could not be written; order it again, or tell the people who run the site")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="export_orders")
    kind = models.CharField(_("file"), max_length=10, choices=Kind.choices)
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="export_orders")
    ordered_at = models.DateTimeField(_("ordered"))
    claim = models.UUIDField(null=True)
    alive_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=10, choices=Failure.choices, blank=True)
    size = models.PositiveBigIntegerField(_("size"), null=True)

    class Meta:
        verbose_name = _("export order")
        verbose_name_plural = _("export orders")
        ordering = ["-ordered_at"]
        permissions = [("fetch_any_export", _("Can fetch exports that others ordered"))]
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "kind", "ordered_by"],
                condition=Q(finished_at=None),
                name="export_ordered_once_at_a_time",
            ),
            models.CheckConstraint(condition=Q(kind__in=["csv", "xlsx"]), name="export_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} – {self.questionnaire}"
