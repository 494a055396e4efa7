"""Who speaks where no page of the site is being served: in messages and in the office."""

from django import template
from django.conf import settings

from home.settings import CitySettings

register = template.Library()


@register.simple_tag
def site_name() -> str:
    """The name of the website."""
    return settings.WAGTAIL_SITE_NAME


@register.simple_tag
def organisation() -> str:
    """The city's name, as typed in its settings."""
    city = CitySettings.objects.filter(site__is_default_site=True).first() or CitySettings()
    return city.organisation
