"""The large quartiers residents take part by, each leading to its page or, before it has one, to what the site says."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import override

from participation.editorial.querysets import unrestricted
from participation.quartiers.models import QuartierPage, QuartiersIndexPage

# Proper names, the same in every language; each has its drawing `quartier-<key>`.
NAMES = {"centre": "Centre", "nord": "Nord", "sud": "Sud", "est": "Est", "ouest": "Ouest"}
DRAWING_OF_ALL = "quartiers"


@dataclass(frozen=True)
class Quartiers:
    """What the home page shows of them; `title` and `url` are of the page that explains or lists them."""

    title: str
    url: str
    each: list[dict[str, str]]


def quartiers_among(mechanisms: list, *, lists: list, pages: list, language: str) -> Quartiers | None:
    """The quartiers, once a page that lists or explains them is online in this language."""
    explaining = (page for page in mechanisms if page.illustration == DRAWING_OF_ALL)
    page = next(iter(lists), None) or next(explaining, None)
    return Quartiers(page.title, page.url or "", _each(pages, language)) if page else None


def _each(pages: list, language: str) -> list[dict[str, str]]:
    if pages:
        return [{"title": page.title, "illustration": page.illustration, "url": page.url or ""} for page in pages]
    with override(language):
        search = reverse("search")
    return [
        {"title": name, "illustration": f"quartier-{key}", "url": f"{search}?{urlencode({'q': f'quartier {name}'})}"}
        for key, name in NAMES.items()
    ]


def lists_in(language: str) -> list[QuartiersIndexPage]:
    """The list of quartiers in this language."""
    found = unrestricted(QuartiersIndexPage.objects.live().filter(locale__language_code=language))
    return list(found.select_related("locale").defer_streamfields().order_by("path"))


def pages_in(language: str) -> list[QuartierPage]:
    """The page of each quartier, in this language where it is online in it, else in another."""
    found: dict = {}
    pages = unrestricted(QuartierPage.objects.live()).select_related("locale").defer_streamfields()
    for page in pages.order_by("path"):
        if page.translation_key not in found or page.locale.language_code == language:
            found[page.translation_key] = page
    return list(found.values())
