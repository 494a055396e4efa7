"""Accounts: residents who like one, and everybody who works in the office."""

import secrets

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .names import LONGEST_NAME, new_pseudonym


def new_stamp() -> str:
    """96 random bits."""
    return secrets.token_urlsafe(12)


class User(AbstractUser):
    """Someone who signs in. Residents need no account to take part, and are never asked for a user name.

    `reached_fifteen` is what the person said at sign-up; no birth date is kept. A younger one waits for a guardian.
    """

    display_name = models.CharField(_("name shown"), max_length=LONGEST_NAME, blank=True)
    pseudonym = models.CharField(
        _("generated pseudonym"), max_length=40, unique=True, default=new_pseudonym, editable=False
    )
    reached_fifteen = models.BooleanField(_("has reached 15 years"), default=True)
    guardian_hash = models.CharField(
        _("keyed hash of the guardian’s address"), max_length=64, blank=True, editable=False
    )
    guardian_agreed_at = models.DateTimeField(_("guardian agreed at"), null=True, blank=True, editable=False)
    signed_up_at = models.DateTimeField(_("signed up at"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    session_stamp = models.CharField(_("session stamp"), max_length=16, default=new_stamp, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="user_one_per_address",
                violation_error_message=_("An account already has this e-mail address."),
            ),
            models.CheckConstraint(
                condition=Q(guardian_agreed_at__isnull=True) | ~Q(guardian_hash=""),
                name="user_agreed_by_a_guardian",
            ),
        ]

    def save(self, *args, **kwargs):
        # One spelling for one mailbox: whoever signs in is looked for in lower case.
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    @property
    def public_name(self) -> str:
        """The name the public may read: never a child's own, never an empty or a closed account's."""
        if not self.reached_fifteen or self.closed_at or not self.display_name:
            return self.pseudonym
        return self.display_name

    @property
    def awaits_guardian(self) -> bool:
        """Whether the account may do nothing yet but be deleted."""
        return not self.reached_fifteen and self.guardian_agreed_at is None

    def _get_session_auth_hash(self, secret=None) -> str:
        # The stamp ends every session at once, also where there is no password to change.
        text = f"{self.password}|{self.session_stamp}"
        return salted_hmac("participation.people.session", text, secret=secret, algorithm="sha256").hexdigest()


class GuardianRequest(models.Model):
    """A guardian has been written to. The address is not kept: only its keyed hash, until the answer or its term."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="guardian_request", verbose_name=_("user"))
    key = models.CharField(_("key"), max_length=64, unique=True)
    address_hash = models.CharField(_("keyed hash of the address"), max_length=64)
    language = models.CharField(_("language"), max_length=10)
    asked_at = models.DateTimeField(_("asked at"))

    class Meta:
        verbose_name = _("question to a guardian")
        verbose_name_plural = _("questions to guardians")

    def __str__(self) -> str:
        return self.key
