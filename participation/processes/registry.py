"""Where mechanisms make their activities known, so that listings, search and the home page need not import them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Page

from participation.core.models import Activity
from participation.editorial.querysets import unrestricted


@dataclass(frozen=True)
class ActivityType:
    """A kind of activity: `kind` is `Activity.kind`, `page_model` a concrete `ActivityPage`.

    `reply_tab` names the tab of its editor where the city answers, when there is one.
    """

    kind: str
    label: str
    page_model: type[Page]
    reply_tab: str = ""


_types: dict[str, ActivityType] = {}


def register(activity_type: ActivityType) -> None:
    _types[activity_type.kind] = activity_type


def types() -> list[ActivityType]:
    return list(_types.values())


def reply_anchor(kind: str) -> str:
    """Where the reply is written in the editor of that kind of page: "#tab-reply", or nothing."""
    tab = _types[kind].reply_tab if kind in _types else ""
    return f"#tab-{tab}" if tab else ""


def pages(activity_type: ActivityType, language: str) -> QuerySet:
    """Live, public pages of a type in one language."""
    return unrestricted(activity_type.page_model.objects.live()).filter(locale__language_code=language)


def activity_cards(language: str, now: datetime, statuses: Iterable[str], limit: int) -> list:
    """Activities in those states as cards, the states in the order given."""
    from .listing import Filters, find

    cards: list = []
    for status in statuses:
        cards.extend(find(language=language, now=now, filters=Filters(state=status), limit=limit).cards)
    return cards


def is_kept(page: Page) -> bool:
    """Whether records stand behind a page, so that taking it offline must be said."""
    return Activity.objects.filter(key=page.translation_key).exists()
