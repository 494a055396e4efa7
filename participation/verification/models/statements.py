"""What a person says of themselves – only what a mechanism asked for, each with the day it was said."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import Tie
from participation.territory.models import Area

OLDEST = 120


class AgeStatement(models.Model):
    """“On that day I had reached so many years” – or had not. A birth date is never kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="age_statements")
    years = models.PositiveSmallIntegerField(_("years"))
    on = models.DateField(_("counted on"))
    has_reached = models.BooleanField(_("has reached this age"))
    is_proved = models.BooleanField(_("confirmed by FranceConnect"), default=False)
    stated_on = models.DateField(_("said on"))

    class Meta:
        verbose_name = _("statement on age")
        verbose_name_plural = _("statements on age")
        constraints = [
            models.UniqueConstraint(fields=["user", "years", "on"], name="one_age_statement_a_day"),
            models.CheckConstraint(condition=Q(years__gte=1, years__lte=OLDEST), name="age_statement_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.years} / {self.on:%Y-%m-%d}: {self.has_reached}"


class TieStatement(models.Model):
    """“I live, study or work in the city”, or not, on the person’s honour."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tie_statements")
    tie = models.CharField(_("tie to the city"), max_length=10, choices=Tie.choices)
    holds = models.BooleanField(_("is the case"))
    stated_on = models.DateField(_("said on"))

    class Meta:
        verbose_name = _("statement on the tie to the city")
        verbose_name_plural = _("statements on the tie to the city")
        constraints = [
            models.UniqueConstraint(fields=["user", "tie"], name="one_statement_per_tie"),
            models.CheckConstraint(condition=Q(tie__in=Tie.values), name="tie_statement_known"),
        ]

    def __str__(self) -> str:
        return f"{self.tie}: {self.holds}"


class Residence(models.Model):
    """The neighbourhood a person says they live in; `area` is empty for another town."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="residence")
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+", verbose_name=_("neighbourhood"))
    stated_on = models.DateField(_("said on"))

    class Meta:
        verbose_name = _("neighbourhood of a person")
        verbose_name_plural = _("neighbourhoods of people")

    def __str__(self) -> str:
        return str(self.area or "–")
