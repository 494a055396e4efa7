"""Who wants news, what is new, and the mails that tell it: one row per person and sending."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.models import Activity
from participation.core.secrets import keyed_hash, normalised_address, sealed, unsealed

SEAL = "mailing.addresses"


def hash_of(address: str) -> str:
    """The keyed hash one mailbox is found by, however its address is spelled."""
    return keyed_hash("subscriber", normalised_address(address))


class Rhythm(models.TextChoices):
    """How often the digest comes. Whoever only follows a process closely has none."""

    WEEKLY = "weekly", _("Every week, on Thursday")
    MONTHLY = "monthly", _("Every month, on the first")
    NONE = "none", _("No digest")


class Subscriber(models.Model):
    """One mailbox that asked for news. It is written to only once it has confirmed.

    The address stands here and nowhere else, encrypted: it must be written to, and a copy of the database alone gives
    nobody a list of addresses. The account is known only to erase all this with it.
    """

    key = models.UUIDField(_("key"), primary_key=True, default=uuid.uuid4, editable=False)
    address_hash = models.CharField(_("keyed hash of the address"), max_length=64, unique=True)
    sealed_address = models.TextField(_("encrypted address"))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="subscription",
        verbose_name=_("account"),
    )
    language = models.CharField(_("language"), max_length=10)
    rhythm = models.CharField(_("rhythm"), max_length=10, choices=Rhythm.choices, default=Rhythm.WEEKLY)
    asked_at = models.DateTimeField(_("asked at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("subscription to news")
        verbose_name_plural = _("subscriptions to news")
        constraints = [models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="subscriber_rhythm_known")]
        indexes = [models.Index(fields=["rhythm", "confirmed_at"], name="subscriber_rhythm")]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def address(self) -> str:
        return unsealed(SEAL, self.sealed_address)

    def set_address(self, address: str) -> None:
        """Take an address over, to be saved by the caller."""
        self.sealed_address, self.address_hash = sealed(SEAL, address.strip()), hash_of(address)


class Interest(models.Model):
    """One thing a subscriber chose: a subject or a mechanism for the digest, a process or a consultation to follow."""

    class Kind(models.TextChoices):
        SUBJECT = "subject", _("Subject")
        MECHANISM = "mechanism", _("Mechanism")
        FOLLOWED = "followed", _("Followed closely")

    subscriber = models.ForeignKey(
        Subscriber, models.CASCADE, related_name="interests", verbose_name=_("subscription to news")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    key = models.CharField(_("slug of a subject, or key of a page"), max_length=100)

    class Meta:
        verbose_name = _("choice of a subscriber")
        verbose_name_plural = _("choices of subscribers")
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "kind", "key"], name="interest_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["subject", "mechanism", "followed"]), name="interest_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.key}"


class News(models.Model):
    """Something that happened to an activity, noted once, when it was first seen."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("Opened")
        CLOSING = "closing", _("Closes soon")
        SUMMED_UP = "summed_up", _("Summary published")
        ANSWERED = "answered", _("City’s answer published")

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="news", verbose_name=_("activity"))
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind.choices)
    at = models.DateTimeField(_("seen at"), db_index=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [models.UniqueConstraint(fields=["activity", "kind"], name="news_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.activity}"


class Sending(models.Model):
    """One digest or one round of notices: what happened between two moments, told to whoever asked for it."""

    class Kind(models.TextChoices):
        WEEKLY = "weekly", _("Weekly digest")
        MONTHLY = "monthly", _("Monthly digest")
        NOTICE = "notice", _("News of followed processes")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=40, unique=True)
    since = models.DateTimeField(_("since"))
    until = models.DateTimeField(_("until"))
    composed_at = models.DateTimeField(_("written at"), null=True, blank=True)
    # What became of mails whose rows are gone: state → number.
    counted = models.JSONField(_("mails by outcome"), default=dict, blank=True)

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        ordering = ["-until", "-pk"]
        permissions = [("manage_sendings", "Can see and hold back what is sent to subscribers")]

    def __str__(self) -> str:
        return self.name


class Mail(models.Model):
    """What one person gets of one sending. `person` is a hash of this sending alone: it joins no two sendings.

    waiting → claimed → handing → sent, or back to waiting, or failed or given up. `handing` is written down before the
    mail server is spoken to, and nothing leaves that state by itself but by an outcome the server has said.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        CLAIMED = "claimed", _("About to leave")
        HANDING = "handing", _("Being handed over")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Refused for good")
        GIVEN_UP = "given_up", _("Given up")

    key = models.UUIDField(_("key"), primary_key=True, default=uuid.uuid4, editable=False)
    sending = models.ForeignKey(Sending, models.CASCADE, related_name="mails", verbose_name=_("sending"))
    person = models.CharField(_("keyed hash of the person"), max_length=64)
    subscriber = models.ForeignKey(
        Subscriber, models.SET_NULL, null=True, related_name="mails", verbose_name=_("subscription to news")
    )
    items = models.JSONField(_("what it tells"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    due_at = models.DateTimeField(_("not before"))
    claim = models.UUIDField(_("claim"), null=True)
    claimed_until = models.DateTimeField(_("claimed until"), null=True)
    handed_at = models.DateTimeField(_("handed over at"), null=True)
    attempts = models.PositiveSmallIntegerField(_("refusals"), default=0)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        constraints = [
            models.UniqueConstraint(fields=["sending", "person"], name="mail_once_per_person"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "claimed", "handing", "sent", "failed", "given_up"]),
                name="mail_state_known",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_at"], name="mail_state_due"),
            models.Index(fields=["handed_at"], name="mail_handed"),
        ]

    def __str__(self) -> str:
        return f"{self.sending} – {self.get_state_display()}"


class Postbox(models.Model):
    """The one row that says whether mails leave. Whoever claims some holds it, so that workers share one throttle."""

    held_at = models.DateTimeField(_("held back since"), null=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("held back by")
    )
    problem = models.CharField(_("last problem with the mail server"), max_length=200, blank=True)
    problem_at = models.DateTimeField(_("when"), null=True)

    class Meta:
        verbose_name = _("postbox")
        verbose_name_plural = _("postboxes")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_postbox")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
