"""Registration of the tag vocabulary and of the rich-text links."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .links import PageLinkHandler
from .viewsets import SubjectViewSet

register_snippet(SubjectViewSet)


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features) -> None:
    features.register_link_type(PageLinkHandler)
