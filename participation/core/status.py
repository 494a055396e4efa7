"""The one list of states an activity goes through, in order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """announced → open → closed → synthesis → answered → archived."""

    ANNOUNCED = "announced", _("Announced")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    SYNTHESIS = "synthesis", _("Summary published")
    ANSWERED = "answered", _("City’s answer published")
    ARCHIVED = "archived", _("Archived")
