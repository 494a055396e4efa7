"""Records every mechanism stands on. Pages present them; these rows keep."""

import uuid
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

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
        ]
        indexes = [models.Index(fields=["kind", "closes_at"], name="activity_kind_close")]
        permissions = [("change_window", _("Can close early or extend an activity"))]

    def __str__(self) -> str:
        return self.title

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
