"""How a value that is kept, and an act of the log, are shown."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from participation.core.personal_data import Value
from participation.privacy import words

register = template.Library()


@register.filter
def shown(value: Value) -> str:
    """In words, in the reader's language and the city's time."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(value)


@register.filter
def act_words(what: str) -> str:
    return words.shown(what)
