"""The five quartiers residents take part by, each leading to what this site says about it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

# Proper names, the same in every language; each has its drawing `quartier-<key>`.
NAMES = {"centre": "Centre", "nord": "Nord", "sud": "Sud", "est": "Est", "ouest": "Ouest"}
DRAWING_OF_ALL = "quartiers"


@dataclass(frozen=True)
class Quartiers:
    """`page` is the mechanism that explains them."""

    page: object

    @property
    def each(self) -> list[dict[str, str]]:
        search = reverse("search")
        return [
            {
                "title": name,
                "illustration": f"quartier-{key}",
                "url": f"{search}?{urlencode({'q': f'quartier {name}'})}",
            }
            for key, name in NAMES.items()
        ]


def quartiers_among(mechanisms: list) -> Quartiers | None:
    """The quartiers, once the page that explains them is online in this language."""
    page = next((page for page in mechanisms if page.illustration == DRAWING_OF_ALL), None)
    return Quartiers(page) if page else None
