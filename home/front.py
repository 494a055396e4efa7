"""What the home page lists besides what residents can take part in."""

from dataclasses import dataclass, field
from datetime import date

from participation.core.remembering import remembered
from participation.editorial.querysets import in_language
from participation.processes.pages import MechanismPage

from .quartiers import Quartiers, lists_in, pages_in, quartiers_among

LATEST_NEWS = 3


@dataclass(frozen=True)
class Entrance:
    """A page as the front shows it; pages themselves are slow to remember, and to ask for their address."""

    title: str
    url: str
    illustration: str = ""


@dataclass(frozen=True)
class News:
    """A piece of news as its card shows it."""

    title: str
    url: str
    summary: str
    image: object
    date: date


@dataclass(frozen=True)
class Front:
    """News, mechanisms, quartiers and the address of the main action, in the language of one home page."""

    news: list[News] = field(default_factory=list)
    mechanisms: list[Entrance] = field(default_factory=list)
    quartiers: Quartiers | None = None
    action_url: str = ""


def front_of(home) -> Front:
    """The front of this home page, remembered until a page changes."""
    return remembered(f"front:{home.pk}:{home.action_page_id}", lambda: _build(home))


def _build(home) -> Front:
    from .pages import NewsPage

    language = home.locale.language_code
    found = MechanismPage.objects.live().public().filter(locale_id=home.locale_id)
    mechanisms = list(found.select_related("locale").defer_streamfields().order_by("path"))
    return Front(
        news=[
            News(page.title, page.url or "", page.summary, page.image, page.date)
            for page in NewsPage.objects.below(home)[:LATEST_NEWS]
        ],
        mechanisms=[Entrance(page.title, page.url or "", page.illustration) for page in mechanisms],
        quartiers=quartiers_among(mechanisms, lists=lists_in(language), pages=pages_in(language), language=language),
        action_url=_action_url(home),
    )


def _action_url(home) -> str:
    if home.action_page is None:
        return ""
    chosen = in_language([home.action_page.translation_key], home.locale.language_code)
    return (chosen[0].url or "") if chosen else ""
