"""Activities of every mechanism in one list: filtered in the database, ordered open, coming, past."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.core.models import Activity
from participation.core.status import Status
from participation.editorial.models import PageSubject

from . import registry
from .audience import Audience

RANKS = {Status.OPEN: 0, Status.ANNOUNCED: 1}
PAST = 2
# What a card says of its page; the rest of a page is long and several tables wide.
COLUMNS = ("title", "url_path", "translation_key", "summary", "illustration", "social_image")


@dataclass(frozen=True)
class Filters:
    """What a visitor asked for; empty means everything. `below` is a page path (its descendants only)."""

    state: str = ""
    subject: str = ""
    audience: str = ""
    below: str = ""

    @property
    def are_set(self) -> bool:
        return bool(self.state or self.subject or self.audience or self.below)


@dataclass(frozen=True)
class Card:
    """An activity as listings show it."""

    title: str
    url: str
    summary: str
    state: str
    state_label: str
    opens_at: datetime
    closes_at: datetime
    kind_label: str
    illustration: str
    image: object
    subjects: list[dict[str, str]] = field(default_factory=list)
    time_left: str = ""
    share_gone: int = 0

    @property
    def is_open(self) -> bool:
        return self.state == Status.OPEN


@dataclass(frozen=True)
class Listing:
    cards: list[Card]
    total: int


def find(*, language: str, now: datetime, filters: Filters, offset: int = 0, limit: int = 24) -> Listing:
    """Cards of the activities asked for: open ones (soonest close first), then coming, then past (latest first)."""
    activities = _activities(filters, now)
    found: list[tuple[tuple, registry.ActivityType, int, Activity]] = []
    for activity_type in registry.types():
        for pk, key in _pages(activity_type, language, filters).values_list("pk", "translation_key"):
            activity = activities.get(key)
            if activity:
                found.append((_order(activity, now), activity_type, pk, activity))
    found.sort(key=lambda entry: entry[0])
    return Listing(_cards(found[offset : offset + limit], now), len(found))


def _activities(filters: Filters, now: datetime) -> dict[UUID, Activity]:
    activities = Activity.objects.visible()
    if filters.state:
        activities = activities.with_status(filters.state, now)
    return {activity.key: activity for activity in activities}


def _pages(activity_type: registry.ActivityType, language: str, filters: Filters) -> QuerySet:
    pages = registry.pages(activity_type, language)
    if filters.subject:
        pages = pages.filter(page_subjects__tag__slug=filters.subject)
    if filters.audience:
        pages = pages.filter(audience__in=Audience.matching(filters.audience))
    if filters.below:
        pages = pages.filter(path__startswith=filters.below)
    return pages


def _order(activity: Activity, now: datetime) -> tuple:
    rank = RANKS.get(activity.status_at(now), PAST)
    moment = {0: activity.closes_at, 1: activity.opens_at}.get(rank, activity.closes_at).timestamp()
    return rank, moment if rank < PAST else -moment


def _cards(entries: list, now: datetime) -> list[Card]:
    by_type: dict[registry.ActivityType, list[int]] = {}
    for _rank, activity_type, pk, _activity in entries:
        by_type.setdefault(activity_type, []).append(pk)
    subjects = Prefetch("page_subjects", PageSubject.objects.select_related("tag"))
    pages = {
        (activity_type, page.pk): page
        for activity_type, pks in by_type.items()
        for page in activity_type.page_model.objects.filter(pk__in=pks)
        .select_related("social_image")
        .only(*COLUMNS)
        .prefetch_related(subjects, "social_image__renditions")
    }
    return [
        card_of(pages[activity_type, pk], activity, now, kind_label=str(activity_type.label))
        for _rank, activity_type, pk, activity in entries
    ]


def card_of(page, activity: Activity, now: datetime, *, kind_label: str) -> Card:
    state = activity.status_at(now)
    return Card(
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        state=state.value,
        state_label=str(state.label),
        opens_at=activity.opens_at,
        closes_at=activity.closes_at,
        kind_label=kind_label,
        illustration=page.illustration,
        image=page.social_image,
        subjects=[{"label": link.tag.label, "stake": link.tag.stake} for link in page.page_subjects.all()],
        time_left=time_left(activity, now) if state == Status.OPEN else "",
        share_gone=share_gone(activity, now),
    )


def time_left(activity: Activity, now: datetime) -> str:
    """How long an open activity stays open, in words."""
    left = activity.closes_at - now
    if left.days >= 1:
        return ngettext("%(n)s day left", "%(n)s days left", left.days) % {"n": left.days}
    hours = left.seconds // 3600
    if hours >= 1:
        return ngettext("%(n)s hour left", "%(n)s hours left", hours) % {"n": hours}
    return _("Less than an hour left")


def share_gone(activity: Activity, now: datetime) -> int:
    """How much of the window has passed, 0 to 100."""
    whole = (activity.closes_at - activity.opens_at).total_seconds()
    gone = (now - activity.opens_at).total_seconds()
    return max(0, min(100, round(100 * gone / whole)))
