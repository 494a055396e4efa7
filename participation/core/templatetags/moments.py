"""Dates and times in templates."""

from datetime import datetime

from django import template

from participation.core import moments

register = template.Library()


@register.filter
def moment(value: datetime | None) -> str:
    """« mardi 24 novembre 2026 à 9 h »."""
    return moments.in_words(value) if value else ""


@register.filter
def last_moment(closes_at: datetime | None) -> datetime | None:
    """The last minute of a window, to be formatted as a date."""
    return moments.last_minute(closes_at) if closes_at else None


@register.filter
def until(closes_at: datetime | None) -> str:
    """The last minute of a window, in words."""
    return moments.in_words(moments.last_minute(closes_at)) if closes_at else ""
