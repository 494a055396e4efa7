"""Copies asked for, retention as it was run, visas of the archives, warnings before an account goes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from participation.core.models import AppendOnly


class DataCopy(models.Model):
    """That somebody asked for a copy of her data: good for one download, in the session that asked, for an hour.

    The copy itself is made at the download and kept nowhere.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="data_copy")
    token_hash = models.CharField(max_length=64, unique=True)
    session_hash = models.CharField(max_length=64)
    asked_at = models.DateTimeField(_("asked for"))
    expires_at = models.DateTimeField(_("can be downloaded until"))
    taken_at = models.DateTimeField(_("downloaded"), null=True)

    class Meta:
        verbose_name = _("copy of personal data")
        verbose_name_plural = _("copies of personal data")
        constraints = [models.CheckConstraint(condition=Q(expires_at__gt=F("asked_at")), name="copy_expires_later")]

    def __str__(self) -> str:
        return str(self.pk)


class RetentionRun(models.Model):
    """One rule in one night: a run that was cut short goes on with the rules that did not finish."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not finished")
        DONE = "done", _("Done")
        NO_VISA = "no_visa", _("Nothing destroyed: no visa of the archives")
        TO_HAND_OVER = "to_hand_over", _("To be offered to the archives")
        FAILED = "failed", _("Failed")

    rule = models.CharField(_("rule"), max_length=80)
    day = models.DateField(_("day"))
    state = models.CharField(_("outcome"), max_length=15, choices=State.choices, default=State.WAITING)
    number = models.PositiveIntegerField(_("records"), default=0)
    started_at = models.DateTimeField(_("begun"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)

    class Meta:
        verbose_name = _("run of a retention rule")
        verbose_name_plural = _("runs of retention rules")
        ordering = ["-day", "rule"]
        constraints = [models.UniqueConstraint(fields=["rule", "day"], name="retention_once_a_night")]

    def __str__(self) -> str:
        return f"{self.rule}, {self.day}"


class ArchiveVisa(AppendOnly):
    """What the departmental archives allowed to destroy, due until which day (code du patrimoine, L212-2)."""

    rule = models.CharField(_("rule"), max_length=80)
    reference = models.CharField(_("reference of the visa"), max_length=120)
    given_on = models.DateField(_("given on"))
    covers_until = models.DateField(_("covers what is due until"))
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )

    class Meta:
        verbose_name = _("visa of the archives")
        verbose_name_plural = _("visas of the archives")
        ordering = ["-covers_until", "-pk"]
        permissions = [("keep_register", _("Can keep the register of personal data and record visas"))]
        constraints = [
            models.CheckConstraint(condition=~Q(reference=""), name="visa_has_a_reference"),
            models.CheckConstraint(
                condition=Q(covers_until__lte=F("given_on")),
                name="visa_covers_the_past",
                violation_error_message=_("A visa covers what is due by the day it is given, never later."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class InactivityNotice(models.Model):
    """Somebody is told that an account not used for long will close; `sent_at` once it was said, as far as can be."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="inactivity_notice")
    tried_at = models.DateTimeField(_("last try"))
    refusals = models.PositiveSmallIntegerField(_("refusals for the moment"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("warning before an account closes")
        verbose_name_plural = _("warnings before accounts close")

    def __str__(self) -> str:
        return str(self.pk)
