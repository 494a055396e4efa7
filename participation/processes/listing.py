"""Activities of every mechanism in one list: filtered in the database, ordered open, coming, past."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from participation.core.models import Activity
from participation.core.remembering import remembered
from participation.core.status import Status
from participation.editorial.models import PageSubject

from . import registry
from .audience import Audience

# Its rank, its kind, the number of its page, the activity.
Entry = tuple[tuple, registry.ActivityType, int, Activity]
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
class Face:
    """What a card says of its page: the same at any moment, until the page is published again."""

    title: str
    url: str
    summary: str
    kind_label: str
    illustration: str
    image: object
    subjects: list[dict[str, str]]


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
    found = _found(language, now, filters)
    entries = found[offset : offset + limit]
    return Listing(_cards(entries, language, now), len(found))


def latest(*, language: str, now: datetime, statuses: Sequence[str], each: int) -> list[Card]:
    """The first cards of every state, the states in the order given: only their pages are read."""
    found = _found(language, now, Filters())
    entries = []
    for status in statuses:
        entries += [entry for entry in found if entry[-1].status_at(now) == status][:each]
    return _cards(entries, language, now)


def _found(language: str, now: datetime, filters: Filters) -> list[Entry]:
    activities = _activities(filters, now)
    found: list[Entry] = []
    for activity_type in registry.types():
        for pk, key in _pages(activity_type, language, filters).values_list("pk", "translation_key"):
            activity = activities.get(key)
            if activity:
                found.append((_order(activity, now), activity_type, pk, activity))
    found.sort(key=lambda entry: entry[0])
    return found


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


def _faces(entries: list[Entry], language: str) -> dict[tuple[str, int], Face]:
    """What the cards of these pages say of them, by kind and number, in three queries for each kind."""
    by_type: dict[registry.ActivityType, list[int]] = {}
    for _rank, activity_type, pk, _activity in entries:
        by_type.setdefault(activity_type, []).append(pk)
    subjects = Prefetch("page_subjects", PageSubject.objects.select_related("tag"))
    # Remembered for whoever reads this language next: not in that of an editor's preview.
    with override(language):
        return {
            (activity_type.kind, page.pk): _face(page, str(activity_type.label))
            for activity_type, pks in by_type.items()
            for page in activity_type.page_model.objects.filter(pk__in=pks)
            .select_related("social_image")
            .only(*COLUMNS)
            .prefetch_related(subjects, "social_image__renditions")
        }


def _face(page, kind_label: str) -> Face:
    return Face(
        title=page.title,
        url=page.get_url() or "",
        summary=page.summary,
        kind_label=kind_label,
        illustration=page.illustration,
        image=page.social_image,
        subjects=[{"label": link.tag.label, "stake": link.tag.stake} for link in page.page_subjects.all()],
    )


def _cards(entries: list[Entry], language: str, now: datetime) -> list[Card]:
    """Cards with the state of this moment; what they say of their pages is remembered."""
    pages = ",".join(f"{activity_type.kind}{pk}" for _rank, activity_type, pk, _activity in entries)
    name = hashlib.sha256(pages.encode()).hexdigest()[:24]
    faces = remembered(f"faces:{language}:{name}", lambda: _faces(entries, language))
    return [_card(faces[kind.kind, pk], activity, now) for _rank, kind, pk, activity in entries]


def _card(face: Face, activity: Activity, now: datetime) -> Card:
    state = activity.status_at(now)
    return Card(
        **vars(face),
        state=state.value,
        state_label=str(state.label),
        opens_at=activity.opens_at,
        closes_at=activity.closes_at,
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
