"""What a page weighs on its first view, as production would send it, and when a slow phone shows it.

`python -m tests.e2e.weight ADDRESS` weighs every page type of a demonstration served there.
What was served is compressed here: development serves plain files, production gzips everything but fonts and pictures.
Paints are measured on a server that has served each page before, with the settings of production or they mean nothing.
"""

import gzip
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.a11y.visits import CLOSED, CONSULTATIONS, OPEN, PROCESS
from tools import browser

KINDS = {"document": "html", "stylesheet": "css", "script": "js", "font": "fonts", "image": "images"}
COMPRESSED_ALREADY = ("font/", "image/avif", "image/webp", "image/png", "image/jpeg", "application/font")
PHONE = {"width": 360, "height": 740}
LOADS = 5
DEMONSTRATION = {
    "home": "/",
    "catalogue": "/participer/",
    "mechanism": CONSULTATIONS,
    "process": PROCESS,
    "consultation": OPEN,
    "reply": CLOSED,
    "results": f"{CLOSED}resultats/",
    "article": "/la-direction/",
    "list of news": "/actualites/",
    "news": "/actualites/maisons-de-quartier-la-reponse/",
    "search": "/recherche/?q=place",
    "help": "/aide/",
}
# Chromium tells every shift of what had been laid out; those right after a key or a tap are wanted.
WATCH = """
window.shifted = 0; window.largest = 0;
new PerformanceObserver(list => list.getEntries().forEach(shift => {
  if (!shift.hadRecentInput) window.shifted += shift.value;
})).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver(list => { window.largest = list.getEntries().at(-1).startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
"""
SCROLL = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 500) {
    window.scrollTo(0, y);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}"""


@dataclass
class Weight:
    """Bytes by kind on first view, the hosts asked, and how far the layout shifted until the foot of the page."""

    html: int = 0
    css: int = 0
    js: int = 0
    fonts: int = 0
    images: int = 0
    hosts: set[str] = field(default_factory=set)
    shift: float = 0
    largest_paint: float = 0

    @property
    def total(self) -> int:
        return self.html + self.css + self.js + self.fonts + self.images


def sent(body: bytes, content_type: str) -> int:
    """Bytes over the wire."""
    return len(body) if content_type.startswith(COMPRESSED_ALREADY) else len(gzip.compress(body, 6))


def weigh(page: Page, address: str) -> Weight:
    """Load the page once, with nothing kept from before, and weigh what came before anybody scrolled."""
    weight, responses = Weight(), []

    def note_request(request) -> None:
        weight.hosts.add(urlsplit(request.url).netloc)

    def note_response(response) -> None:
        responses.append(response)

    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.on("request", note_request)
    page.on("response", note_response)
    # The first view of a page makes its pictures: on a busy machine that takes longer than a test usually waits.
    page.goto(address, wait_until="networkidle", timeout=60_000)
    page.remove_listener("response", note_response)
    for response in {response.url: response for response in responses}.values():
        kind = KINDS.get(response.request.resource_type)
        if not response.ok:
            raise RuntimeError(f"{response.url} answered {response.status}.")
        if kind and urlsplit(response.url).scheme != "data":
            size = sent(response.body(), response.headers.get("content-type", ""))
            setattr(weight, kind, getattr(weight, kind) + size)
    # A slow processor paints after the last byte has come.
    page.wait_for_function("window.largest > 0", timeout=60_000)
    weight.largest_paint = page.evaluate("window.largest")
    page.evaluate(SCROLL)
    weight.shift = page.evaluate("window.shifted")
    page.remove_listener("request", note_request)
    return weight


def table(weights: dict[str, Weight]) -> str:
    """The weights in kB, as a table of Markdown."""
    kinds = ["html", "css", "js", "fonts", "images", "total"]
    lines = ["| page | HTML | CSS | JS | fonts | images | all | layout shift |", "| --- |" + " --- |" * 7]
    for name, weight in weights.items():
        sizes = " | ".join(f"{getattr(weight, kind) / 1000:.1f}" for kind in kinds)
        lines.append(f"| {name} | {sizes} | {weight.shift:.3f} |")
    return "\n".join(lines)


def slow_down(page: Page) -> None:
    """As on a throttled phone: 1.6 Mbit/s, 150 ms, a processor four times slower."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    speed = 1_600_000 / 8
    conditions = {"offline": False, "latency": 150, "downloadThroughput": speed, "uploadThroughput": speed / 2}
    wire.send("Network.emulateNetworkConditions", conditions)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})


def weigh_demonstration(address: str, *, before: Callable[[Page], None] = lambda page: None) -> dict[str, Weight]:
    """Every page type of a demonstration served at this address, each in a fresh browser context."""
    with _browser() as chromium:
        return {name: _weigh_anew(chromium, address + path, before) for name, path in DEMONSTRATION.items()}


def largest_paints(address: str, *, loads: int = LOADS) -> dict[str, list[float]]:
    """Milliseconds to the largest paint on a slow phone, of several first views of every page type, in order."""
    found: dict[str, list[float]] = {name: [] for name in DEMONSTRATION}
    with _browser() as chromium:
        # In turns, so that what else the machine does meets all of them alike.
        for _ in range(loads):
            for name, path in DEMONSTRATION.items():
                found[name].append(_weigh_anew(chromium, address + path, slow_down).largest_paint)
    return {name: sorted(paints) for name, paints in found.items()}


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.require(), args=browser.ARGUMENTS)
        yield chromium
        chromium.close()


def _weigh_anew(chromium: Browser, address: str, before: Callable[[Page], None]) -> Weight:
    context = chromium.new_context(viewport=PHONE, locale="fr-FR", device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(WATCH)
    before(page)
    weight = weigh(page, address)
    context.close()
    return weight


if __name__ == "__main__":
    served = sys.argv[1].rstrip("/")
    print(table(weigh_demonstration(served)))  # noqa: T201 - this is what it is for
    print(f"\nLargest paint on a slow phone, ms, shortest and median of {LOADS} first views:")  # noqa: T201
    for name, paints in largest_paints(served).items():
        print(f"{name}: {paints[0]:.0f}, {statistics.median(paints):.0f}")  # noqa: T201
