"""Records every mechanism stands on. Pages present them; these rows keep."""

import uuid
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .eligibility import Eligibility, Level, Proof, Tie
from .querysets import ActivityQuerySet
from .status import Status


class Activity(models.Model):
    """Something residents can take part in, whatever the mechanism and the languages of its pages.

    `key` is the `translation_key` of the pages that present it. The window is half open: an act at `closes_at` is late.
    """

    key = models.UUIDField(_("key"), unique=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=255)
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    synthesis_on = models.DateField(_("summary published on"), null=True, blank=True)
    answered_on = models.DateField(_("city’s answer published on"), null=True, blank=True)
    archived_on = models.DateField(_("archived on"), null=True, blank=True)
    is_withdrawn = models.BooleanField(_("page offline"), default=False)
    level = models.CharField(_("who may take part"), max_length=15, choices=Level.choices, default=Level.NONE)
    minimum_age = models.PositiveSmallIntegerField(_("from this age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("up to this age"), null=True, blank=True)
    age_on = models.DateField(_("age counted on"), null=True, blank=True)
    ties = models.JSONField(_("ties to the city, one is enough"), default=list, blank=True)
    proofs = models.JSONField(_("how a tie is established"), default=list, blank=True)
    areas = models.JSONField(_("codes of the neighbourhoods"), default=list, blank=True)
    body = models.CharField(_("council or group"), max_length=60, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="activity_closes_after_opening",
                violation_error_message=_("The activity must close after it opens."),
            ),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="activity_level_known"),
            models.CheckConstraint(
                condition=Q(minimum_age=None) | Q(maximum_age=None) | Q(maximum_age__gte=F("minimum_age")),
                name="activity_ages_in_order",
                violation_error_message=_("The upper age must not be below the lower one."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "closes_at"], name="activity_kind_close")]
        permissions = [("change_window", _("Can close early or extend an activity"))]

    def __str__(self) -> str:
        return self.title

    @property
    def eligibility(self) -> Eligibility:
        """Who may take part."""
        return Eligibility(
            level=Level(self.level),
            minimum_age=self.minimum_age,
            maximum_age=self.maximum_age,
            age_on=self.age_on,
            ties=frozenset(map(Tie, self.ties)),
            proofs=frozenset(map(Proof, self.proofs)) or frozenset({Proof.HONOUR}),
            areas=frozenset(self.areas),
            body=self.body,
        )

    def set_eligibility(self, rule: Eligibility) -> None:
        """Take the rule over, to be saved by the caller; lists are stored in one order."""
        self.level, self.body = rule.level, rule.body
        self.minimum_age, self.maximum_age, self.age_on = rule.minimum_age, rule.maximum_age, rule.age_on
        self.ties, self.proofs, self.areas = sorted(rule.ties), sorted(rule.proofs), sorted(rule.areas)

    def is_open(self, now: datetime) -> bool:
        return self.status_at(now) == Status.OPEN and not self.is_withdrawn

    def status_at(self, now: datetime) -> Status:
        """The state at that moment. What is published early – summary, answer, archive – shows only after the close."""
        if now < self.opens_at:
            return Status.ANNOUNCED
        if now < self.closes_at:
            return Status.OPEN
        if self.archived_on:
            return Status.ARCHIVED
        if self.answered_on:
            return Status.ANSWERED
        if self.synthesis_on:
            return Status.SYNTHESIS
        return Status.CLOSED


class AppendOnly(models.Model):
    """Rows that are written once: an update or a deletion through Django is refused."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            raise ValidationError(_("This record cannot be changed."))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ValidationError(_("This record cannot be deleted."))


class WindowChange(AppendOnly):
    """A deliberate change of a published window, with its public reason."""

    class Kind(models.TextChoices):
        CLOSED_EARLY = "closed_early", _("Closed early")
        EXTENDED = "extended", _("Extended")

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="window_changes", verbose_name=_("activity"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    closes_at_before = models.DateTimeField(_("closing date before"))
    closes_at_after = models.DateTimeField(_("closing date after"))
    reason = models.TextField(_("reason, shown to the public"), max_length=1000)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("changed by")
    )

    class Meta:
        verbose_name = _("window change")
        verbose_name_plural = _("window changes")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.activity}"


class ReadingLog(AppendOnly):
    """Who read what residents had not been shown: partial results, single answers, exports."""

    class Subject(models.TextChoices):
        PARTIAL_RESULTS = "partial_results", _("Partial results")
        RESPONSE = "response", _("One answer")
        TEXTS = "texts", _("Written answers")
        EXPORT = "export", _("Export")

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="readings", verbose_name=_("activity"))
    subject = models.CharField(_("what was read"), max_length=20, choices=Subject.choices)
    detail = models.CharField(_("detail"), max_length=200, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("read by")
    )
    read_at = models.DateTimeField(_("read at"))

    class Meta:
        verbose_name = _("reading of answers")
        verbose_name_plural = _("readings of answers")
        ordering = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} – {self.activity}"


class PersonalDataAct(AppendOnly):
    """That personal data were read, changed, taken out or erased, and by whom (GDPR, article 5.2). Never the data."""

    class Kind(models.TextChoices):
        READ = "read", _("Read")
        CHANGED = "changed", _("Changed")
        EXPORTED = "exported", _("Taken out")
        ERASED = "erased", _("Erased")

    kind = models.CharField(_("act"), max_length=10, choices=Kind.choices)
    what = models.CharField(_("which data"), max_length=200)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("about")
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("act on personal data")
        verbose_name_plural = _("acts on personal data")
        ordering = ["-at", "-pk"]
        permissions = [("read_data_acts", _("Can read the log of acts on personal data"))]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.what}"
