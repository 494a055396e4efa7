"""A reply written before the close becomes public at the close: search must learn of it then."""

from datetime import datetime, timedelta

from django.core.cache import cache
from wagtail.search import index

from participation.core.models import Activity

from .pages import KIND, ConsultationPage

HOUR = 3600


def index_closed(*, now: datetime) -> int:
    """Index again the pages of consultations closed since yesterday, once an hour; returns how many pages."""
    if not cache.add("closed-consultations-indexed", True, HOUR):
        return 0
    closed = Activity.objects.filter(kind=KIND, closes_at__lte=now, closes_at__gt=now - timedelta(days=1))
    pages = ConsultationPage.objects.live().filter(translation_key__in=closed.values("key"))
    for page in pages:
        index.insert_or_update_object(page)
    return len(pages)
