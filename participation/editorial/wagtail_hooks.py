"""Registration of the tag vocabulary, of the rich-text links and of the content checks."""

from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.snippets.models import register_snippet

from .checks import EditorialChecks
from .links import PageLinkHandler
from .viewsets import SubjectViewSet

register_snippet(SubjectViewSet)


@hooks.register("register_rich_text_features", order=10)
def register_page_links(features) -> None:
    features.register_link_type(PageLinkHandler)


@hooks.register("construct_wagtail_userbar")
def replace_the_checks(request, items, page) -> None:
    items[:] = [
        EditorialChecks(in_editor=item.in_editor) if isinstance(item, ContentCheckerItem) else item for item in items
    ]
