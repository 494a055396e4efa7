"""The city's geography as records: what an area is called and of which kind it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A part of the city: one of the large quartiers, a priority area, an electoral district."""

    class Kind(models.TextChoices):
        QUARTIER = "quartier", _("Quartier")
        PRIORITY_AREA = "priority_area", _("Priority area")
        ELECTORAL_DISTRICT = "electoral_district", _("Electoral district")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.QUARTIER)
    code = models.SlugField(
        _("code"), max_length=40, help_text=_("Short, without accents. Files and other records refer to it.")
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("As residents say it, without the word quartier."))

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"],
                name="area_code_once_per_kind",
                violation_error_message=_("Another area of this kind has this code."),
            ),
            models.CheckConstraint(condition=~models.Q(code=""), name="area_has_a_code"),
        ]

    def __str__(self) -> str:
        return self.name
