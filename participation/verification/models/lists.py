"""Lists the city may lawfully use to establish a tie: their basis is written down, their people are hashes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import Tie


class LawfulList(models.Model):
    """Who gave a list, on what legal ground, for what, and the day it must be gone (GDPR, article 5)."""

    title = models.CharField(_("title"), max_length=120)
    tie = models.CharField(_("tie it establishes"), max_length=10, choices=Tie.choices)
    purpose = models.TextField(_("what it may be used for"), max_length=500)
    legal_basis = models.TextField(_("legal basis"), max_length=500)
    source = models.CharField(_("where it comes from"), max_length=200)
    obtained_on = models.DateField(_("obtained on"))
    delete_on = models.DateField(_("to be deleted on"))
    recorded_at = models.DateTimeField(_("recorded"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("recorded by")
    )
    deleted_on = models.DateField(_("entries deleted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("list of people")
        verbose_name_plural = _("lists of people")
        ordering = ["-recorded_at"]
        permissions = [("manage_lists", _("Can record and delete lists of people"))]
        constraints = [
            models.CheckConstraint(condition=Q(tie__in=Tie.values), name="list_tie_known"),
            models.CheckConstraint(condition=Q(delete_on__gt=F("obtained_on")), name="list_deleted_after_obtained"),
            models.CheckConstraint(
                condition=~Q(legal_basis="") & ~Q(source="") & ~Q(purpose=""), name="list_says_why_it_is_lawful"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ListEntry(models.Model):
    """One person of a list, as a keyed hash; taken by one account at most, and not free again when that one closes."""

    people_list = models.ForeignKey(LawfulList, models.CASCADE, related_name="entries")
    identity_hash = models.CharField(max_length=64)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    is_taken = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(user=None) | Q(is_taken=True), name="list_entry_of_somebody_taken"),
            models.UniqueConstraint(fields=["people_list", "identity_hash"], name="list_entry_once"),
            models.UniqueConstraint(fields=["people_list", "user"], name="one_list_entry_per_account"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
