"""Dates and times as people say them: « dimanche 6 décembre 2026 à 23 h 59 »."""

from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.translation import gettext as _


def in_words(moment: datetime) -> str:
    """Day and minute, Paris time, in the visitor's language."""
    local = timezone.localtime(moment)
    # Translators: Django date format; day of the week, day, month and year.
    day = formats.date_format(local, _("l j F Y"))
    # Translators: Django date formats for a time of day, with minutes and on the hour; escape letters with a backslash.
    clock = formats.date_format(local, _("g:i a") if local.minute else _("g a"))
    return _("%(day)s at %(time)s") % {"day": day, "time": clock}


def last_minute(closes_at: datetime) -> datetime:
    """The last minute one can take part: a window that closes on the 7th at midnight is open until the 6th at 23:59."""
    return closes_at - timedelta(minutes=1)
