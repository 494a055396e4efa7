"""What the council decided, and the values its decisions fix for a time."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class CouncilDecision(models.Model):
    """One decision of the city council."""

    number = models.CharField(_("number"), max_length=60, unique=True, help_text=_("As on the act."))
    title = models.CharField(_("title"), max_length=255)
    adopted_on = models.DateField(_("adopted on"))
    body = models.TextField(_("text of the act"), blank=True)
    url = models.URLField(_("address of the act"), blank=True)
    document = models.ForeignKey(
        "editorial.CityDocument",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )

    class Meta:
        verbose_name = _("council decision")
        verbose_name_plural = _("council decisions")
        ordering = ["-adopted_on", "number"]

    def __str__(self) -> str:
        return f"{self.number} – {self.title}"


class RuleQuerySet(models.QuerySet):
    def at(self, day: date):
        """The rules in force on that day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=day), valid_from__lte=day)

    def overlapping(self, rule: "Rule"):
        """The other rules of the same key that are in force on one of its days."""
        others = self.filter(key=rule.key).exclude(pk=rule.pk)
        others = others.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=rule.valid_from))
        return others.filter(valid_from__lte=rule.valid_to) if rule.valid_to else others


class Rule(models.Model):
    """A value – threshold, age, ceiling – from one day to another, both included, and the decision that fixed it.

    Written through `rules.store` only, which lets no two rules of a key overlap.
    """

    key = models.SlugField(
        _("key"), max_length=80, help_text=_("The name programs ask for it by. Never change it once it is used.")
    )
    value = models.CharField(_("value"), max_length=120)
    unit = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("Years, euros, signatures…"))
    valid_from = models.DateField(_("first day"))
    valid_to = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Included. Empty: until another decision.")
    )
    decision = models.ForeignKey(
        CouncilDecision,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="rules",
        verbose_name=_("decision"),
    )

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["key", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "valid_from"],
                name="rule_once_per_key_and_first_day",
                violation_error_message=_("Another rule of this key begins on this day."),
            ),
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(valid_to__isnull=True),
                name="rule_open_ended_once_per_key",
                violation_error_message=_("Another rule of this key has no last day yet."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="rule_ends_after_it_begins",
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value} {self.unit}".strip()
