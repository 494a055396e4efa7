"""Registration of the areas' screens."""

from wagtail.snippets.models import register_snippet

from .viewsets import AreaViewSet

register_snippet(AreaViewSet)
