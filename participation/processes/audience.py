"""Whom a process speaks to: inside the city administration, outside, or both."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    OUTSIDE = "outside", _("Residents and partners")
    INSIDE = "inside", _("City officers and elected members")
    BOTH = "both", _("Everybody")

    @classmethod
    def matching(cls, wanted: str) -> list[str]:
        """What somebody who looks for `wanted` should see."""
        return [wanted] if wanted == cls.BOTH else [wanted, cls.BOTH]
