"""The way in by FranceConnect on any screen; nothing at all where it is not configured."""

from django import template
from django.template import Context
from django.template.loader import get_template

from participation.verification.franceconnect import configuration

register = template.Library()


@register.simple_tag(takes_context=True)
def franceconnect_way(context: Context, *, next: str = "", heading: str = "", text: str = "") -> str:
    """A section with what FranceConnect is for, what it does not prove, and its button."""
    if configuration.current() is None:
        return ""
    shown = {
        "csrf_token": context.get("csrf_token"),
        "next": next,
        "heading": heading,
        "text": text,
        "button": configuration.button_address(),
    }
    return get_template("verification/franceconnect/way.html").render(shown)
