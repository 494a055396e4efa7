"""How far somebody with a limited place in the CMS reaches, while one of her requests is answered.

Wagtail asks of choosers what they offer, not what they accept, and titles pages by their drafts everywhere. What is
said here holds for both: lists, titles and forms ask `current`, which is None for everybody who is not limited.
"""

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from .querysets import unrestricted

UNKNOWN_TITLE = "–"


@dataclass(frozen=True)
class Reach:
    """Subtrees by their tree paths, pages in them that stay as they are, own collections and those shared with her."""

    paths: tuple[str, ...]
    kept_pages: frozenset[int]
    collections: frozenset[int]
    shared_collections: frozenset[int]
    home_url: str

    def has_path(self, path: str) -> bool:
        return path.startswith(self.paths)

    def own_pages(self, pages):
        """Of these pages, those of her subtrees."""
        inside = Q(pk__in=[])
        for path in self.paths:
            inside |= Q(path__startswith=path)
        return pages.filter(inside)

    def readable_pages(self, pages):
        """Of these pages, her own and those everybody may read."""
        return self.own_pages(pages) | unrestricted(pages.filter(live=True, depth__gt=1))

    def usable_files(self, files):
        """Of these images or documents, her own and those shared with her."""
        return files.filter(collection__in=self.collections | self.shared_collections)

    def own_files(self, files):
        return files.filter(collection__in=self.collections)


_current: ContextVar[Reach | None] = ContextVar("reach", default=None)


def current() -> Reach | None:
    """The limits of whoever is being answered."""
    return _current.get()


def enter(reach: Reach | None):
    """Let these limits hold until `leave`; gives what `leave` needs."""
    return _current.set(reach)


def leave(token) -> None:
    _current.reset(token)


def usable(reach: Reach, model, pks: Iterable) -> set:
    """Of these primary keys, those she may refer to. Models other than pages, images and documents are not limited."""
    keys = {str(pk) for pk in pks}
    if issubclass(model, Page):
        found = reach.readable_pages(Page.objects.filter(pk__in=keys))
    elif any(field.name == "collection" for field in model._meta.fields):
        found = reach.usable_files(model._default_manager.filter(pk__in=keys))
    else:
        return keys
    return {str(pk) for pk in found.values_list("pk", flat=True)}


def shown_title(page: Page) -> str | None:
    """The title somebody limited reads: her own pages' drafts, else what is published; None: as everybody."""
    reach = current()
    if reach is None or reach.has_path(page.path):
        return None
    return page.title if page.live or page.depth == 1 else UNKNOWN_TITLE
