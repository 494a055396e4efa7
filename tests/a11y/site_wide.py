"""What only a look at several pages can tell."""

import re
from collections import defaultdict
from urllib.parse import urlsplit

from playwright.sync_api import Page

from .looking import Record

EVERYWHERE = "tout le site"


def titles_differ(record: Record, page: Page) -> list[str]:
    by_title = defaultdict(list)
    for address, title in record.titles.items():
        by_title[title].append(address)
    return [f"{title}: {', '.join(addresses)}" for title, addresses in by_title.items() if len(addresses) > 1]


def the_menu_is_the_same_everywhere(record: Record, page: Page) -> list[str]:
    found, first = [], {}
    for screen, frame in record.frames.items():
        expected = first.setdefault(frame["language"], frame["menu"])
        if frame["menu"] != expected:
            found.append(f"{screen}: {frame['menu']}")
    return found


def every_page_has_a_menu_a_search_and_a_map(record: Record, page: Page) -> list[str]:
    return [
        f"{screen}: no {part}"
        for screen, frame in record.frames.items()
        for part in ("menu", "search", "map")
        if not frame[part]
    ]


def the_same_field_keeps_its_label(record: Record, page: Page) -> list[str]:
    labels = defaultdict(set)
    for frame in record.frames.values():
        for name, label in frame["labels"]:
            labels[frame["language"], name].add(label)
    return [f"{name}: {sorted(said)}" for (_language, name), said in labels.items() if len(said) > 1]


def the_map_leads_to_every_page(record: Record, page: Page) -> list[str]:
    """The map of the site holds every French page of the sitemap for search engines."""
    listing = page.request.get("/sitemap.xml").text()
    paths = {urlsplit(address).path for address in re.findall(r"<loc>([^<]+)</loc>", listing)}
    page.goto("/plan-du-site/")
    linked = set(page.eval_on_selector_all("main a[href]", "links => links.map((link) => link.pathname)"))
    missing = {path for path in paths if not path.startswith("/en/")} - linked - {"/", "/plan-du-site/"}
    return [f"not on the map: {path}" for path in sorted(missing) if not path.startswith("/actualites/")]


CHECKS = {
    titles_differ: ("8.6",),
    the_menu_is_the_same_everywhere: ("12.2",),
    every_page_has_a_menu_a_search_and_a_map: ("12.1", "12.4", "12.5"),
    the_same_field_keeps_its_label: ("11.3",),
    the_map_leads_to_every_page: ("12.3",),
}


def look(record: Record, page: Page) -> None:
    """Add what is wrong between the pages."""
    for one, criteria in CHECKS.items():
        record.note(one.__name__, criteria, one(record, page), screen=EVERYWHERE)
