"""Registration of the screens of decisions and rules."""

from wagtail.snippets.models import register_snippet

from .viewsets import DecisionsGroup

register_snippet(DecisionsGroup)
