"""What follows the publication of a page."""

from wagtail.search import index
from wagtail.signals import page_published


def index_again(instance, **_kwargs) -> None:
    """Index the page again: its subjects are stored after it, so its first indexing lacked them."""
    index.insert_or_update_object(instance)


def connect() -> None:
    page_published.connect(index_again, dispatch_uid="editorial-index-again")
