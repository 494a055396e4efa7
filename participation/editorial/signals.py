"""What follows the publication of a page."""

from wagtail.search import index
from wagtail.signals import page_published


def index_again(instance, **_kwargs) -> None:
    """Index the page once its subjects are stored: they are, only after the page itself, which was indexed without them."""
    index.insert_or_update_object(instance)


def connect() -> None:
    page_published.connect(index_again, dispatch_uid="editorial-index-again")
