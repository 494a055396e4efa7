"""How far a deputy reaches in the CMS: what the doors of the office ask for."""

from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from wagtail.models import CollectionViewRestriction

from participation.editorial.reach import Reach

from .models import QuartierSettings
from .rights import offices_of


def reach_of(user, *, now: datetime) -> Reach | None:
    """The subtrees and collections of her quartiers; None for somebody without a portfolio in force."""
    offices = offices_of(user, now=now)
    if not offices:
        return None
    return Reach(
        paths=tuple(office.page.path for office in offices),
        kept_pages=frozenset(pk for office in offices for pk in office.kept_pages),
        collections=frozenset(office.collection_id for office in offices),
        shared_collections=_shared(),
        home_url=reverse("quartiers:mine"),
    )


def _shared() -> frozenset[int]:
    """The collection all quartiers share and those below, but none kept for some readers."""
    shared = QuartierSettings.load().shared_collection
    if shared is None:
        return frozenset()
    inside = shared.get_descendants(inclusive=True)
    kept = Q(pk__in=[])
    for restriction in CollectionViewRestriction.objects.select_related("collection"):
        kept |= Q(path__startswith=restriction.collection.path)
    return frozenset(inside.exclude(kept).values_list("pk", flat=True))
