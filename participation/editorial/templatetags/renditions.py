"""Read what images need before they are shown one by one."""

from django import template

from participation.editorial.renditions import fetch_renditions as fetch

register = template.Library()


@register.simple_tag
def fetch_renditions(body) -> str:
    """Read the sizes of all images of a body at once; shows nothing."""
    fetch(body)
    return ""
