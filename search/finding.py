"""Finding pages: the same words give the same pages on every database."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet
from wagtail.models import Locale, Page

from participation.core.models import Activity
from participation.core.status import Status
from participation.editorial.querysets import with_summary
from participation.editorial.words import stems, words

from .kinds import kinds

# Beyond this, a query is too vague for its last pages to be read.
MOST = 500


def find_pages(
    *, query: str, language: str, now: datetime, kind: str = "", subject: str = "", status: str = ""
) -> list[int]:
    """Ids of the live, public pages in this language that hold every word of the query, the best first."""
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=1)
    if kind:
        pages = pages.filter(content_type=ContentType.objects.get_for_model(kinds()[kind].model))
    if subject:
        pages = pages.filter(page_subjects__tag__slug=subject)
    if status:
        activities = Activity.objects.visible().with_status(Status(status), now)
        pages = pages.filter(translation_key__in=activities.values("key"))
    asked = stems(query, language).split()
    if words(query):
        matching = _matching(asked, language)
        pages = pages.filter(pk__in=matching)
    found = pages.values_list("pk", "title", "first_published_at")
    return [pk for pk, _title, _date in sorted(found, key=lambda row: _rank(row, asked, language))]


def _matching(asked: list[str], language: str) -> list[int]:
    locale = Locale.objects.filter(language_code=language).first()
    if locale is None:
        return []
    results = Page.objects.filter(live=True, locale=locale).search(" ".join(asked), operator="and")
    return [page.pk for page in results[:MOST]]


def _rank(row: tuple, asked: list[str], language: str) -> tuple:
    """Words in the title first, then the latest: computed here because each database scores in its own way."""
    pk, title, published_at = row
    in_title = set(stems(title, language).split())
    hits = sum(stem in in_title for stem in asked)
    return (-hits, -(published_at.timestamp() if published_at else 0), pk)


def cards(ids: Iterable[int]) -> list[Page]:
    """The pages with these ids, in this order, with summary, kind and subjects."""
    ids = list(ids)
    pages = with_summary(Page.objects.filter(pk__in=ids).select_related("locale")).annotate(
        model=F("content_type__model")
    )
    by_id = {page.pk: page for page in pages.prefetch_related("page_subjects__tag")}
    return [by_id[pk] for pk in ids if pk in by_id]


def states(pages: Iterable[Page], now: datetime) -> dict:
    """The state of what residents can take part in, by translation key."""
    activities: QuerySet[Activity] = Activity.objects.visible().filter(key__in=[page.translation_key for page in pages])
    return {activity.key: activity for activity in activities}
