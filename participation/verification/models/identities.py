"""The identity an account was confirmed with, as a mark that says nothing of the person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Identity(models.Model):
    """One person known to FranceConnect, one account.

    `subject_hash` is a keyed hash of the issuer and of the number FranceConnect gives the person on this site. Neither
    that number nor name, birth date or address is kept.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="identity")
    subject_hash = models.CharField(max_length=64, unique=True, editable=False)
    confirmed_on = models.DateField(_("confirmed by FranceConnect on"))

    class Meta:
        verbose_name = _("identity confirmed by FranceConnect")
        verbose_name_plural = _("identities confirmed by FranceConnect")

    def __str__(self) -> str:
        return str(self.pk)
