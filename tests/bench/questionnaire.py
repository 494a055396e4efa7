"""Goal 3: twelve questions, all screens summed, beside Wagtail's form page with the same questions.

GET is the page and each screen after it; POST each screen and the sending. Ours redirects after a POST; Wagtail's
renders its thanks in the same frame at once, which counts as POST. The overview before sending, which Wagtail has not,
is told apart, and the receipt is not measured.
"""

import itertools
import re
from collections.abc import Callable

from .server import Server
from .table import Table
from .visiting import Meter, Visitor, csrf_token

HALF = 0.5
MOST_QUERIES = 8
Fields = list[tuple[str, str]]


def _name(key: str) -> str:
    return f"q-{key}"


class Journey:
    """One resident answering: each step can be asked for alone, on a draft brought there first."""

    def __init__(self, base: str, url: str, key: str, screens: list[Fields]) -> None:
        self.url, self.key, self.screens = url, key, screens
        self.visitor = Visitor(base)
        self.queries: dict[str, int] = {}

    @property
    def box(self) -> str:
        return f"/repondre/{self.key}/"

    def post_screen(self, number: int, *, counts: bool = False) -> None:
        path = self.box if number == 1 else f"{self.box}{number}/"
        where, _ = self.visitor.post(path, [*self.screens[number - 1], ("go", "next")], counts=counts)
        self._note(f"screen {number}", counts)
        if "revoir" in where or not where:
            raise RuntimeError(f"screen {number} was refused: {where}")

    def send(self, *, counts: bool = False) -> None:
        where, _ = self.visitor.post(f"{self.box}verifier/", [("go", "send")], counts=counts)
        self._note("sending", counts)
        if "recu" not in where:
            raise RuntimeError(f"not sent: {where}")

    def all_posts(self, *, counts: bool = False) -> None:
        """A whole answer, as a new visitor: every screen, then sending."""
        self.visitor = Visitor(self.visitor.base)
        for number in range(1, len(self.screens) + 1):
            self.post_screen(number, counts=counts)
        self.send(counts=counts)

    def all_gets(self) -> None:
        """Every screen as it is met for the first time: the page itself carries the first."""
        self.visitor.get(self.url)
        for number in range(2, len(self.screens) + 1):
            self.visitor.get(f"{self.box}{number}/")

    def begin(self, *, screens: int) -> None:
        """As a new visitor, answer the first screens."""
        self.visitor = Visitor(self.visitor.base)
        for number in range(1, screens + 1):
            self.post_screen(number)

    def _note(self, name: str, counts: bool) -> None:
        if counts:
            self.queries[name] = self.visitor.queries


def screens_of(fields: dict[str, list[str]], keys: list[str], number: int) -> list[Fields]:
    """The same answers, cut into screens as the bench's pages are."""
    size = len(keys) // number
    parts = [keys[start : start + size] for start in range(0, len(keys), size)]
    return [[(name, value) for key in part for name, value in fields[key]] for part in parts]


def form_page(base: str, url: str, fields: Fields) -> tuple[Callable, Callable]:
    """GET and POST of Wagtail's form page."""
    visitor = Visitor(base)
    token = csrf_token(visitor.get(url))

    def post() -> None:
        _, html = visitor.post(url, [("csrfmiddlewaretoken", token), *fields])
        if not re.search(r"<h1[^>]*>\s*Merci", html):
            raise RuntimeError("the form page refused the answers")

    return lambda: visitor.get(url), post


def measure(server: Server, meter: Meter, made: dict, answers: dict[str, dict[str, str]]) -> Table:
    """`made`: what `data` printed; `answers`: the fields for each, see `answers.py`."""
    keys = answers["keys"]
    journeys = {}
    for number in (1, 3):
        page = made["pages"][f"screens_{number}"]
        journeys[number] = Journey(server.url, page["url"], page["key"], screens_of(answers["ours"], keys, number))
    form_get, form_post = form_page(server.url, made["survey"]["url"], [tuple(pair) for pair in answers["survey"]])
    acts: dict[str, Callable] = {"form GET": form_get, "form POST": form_post}
    readers = {}
    for number, journey in journeys.items():
        reader = readers[number] = Journey(server.url, journey.url, journey.key, journey.screens)
        reader.begin(screens=1)
        acts[f"GET {number}"] = reader.all_gets
        acts[f"POST {number}"] = journey.all_posts
    checker = Journey(server.url, journeys[3].url, journeys[3].key, journeys[3].screens)
    checker.begin(screens=3)
    acts["filled"] = lambda: checker.visitor.get(f"{checker.box}2/")
    acts["review"] = lambda: checker.visitor.get(f"{checker.box}verifier/")
    found = meter.measure(acts)
    table = Table(
        "Goal 3 – 12 questions beside a Wagtail form page with the same ones"
        f" (GET {found['form GET'].cpu:.1f} ms, POST {found['form POST'].cpu:.1f} ms)"
    )
    for kind, number in itertools.product(("GET", "POST"), (1, 3)):
        cost, anchor = found[f"{kind} {number}"].cpu, found[f"form {kind}"].cpu
        screens = "1 screen" if number == 1 else f"{number} screens"
        table.add(
            f"{kind}, {screens}{' and sending' if kind == 'POST' else ''}",
            f"{cost:6.1f} ms",
            beside=f"× {cost / anchor:.2f}",
            goal=f"≤ × {HALF}",
            is_within=cost <= HALF * anchor,
        )
    table.add("GET, one screen of three, filled in", f"{found['filled'].cpu:6.1f} ms")
    table.add("GET, the overview before sending", f"{found['review'].cpu:6.1f} ms")
    for journey in journeys.values():
        journey.all_posts(counts=True)
        most = max(journey.queries.values())
        told = ", ".join(f"{name} {count}" for name, count in journey.queries.items())
        table.add("queries of each POST", told, goal=f"≤ {MOST_QUERIES}", is_within=most <= MOST_QUERIES)
    return table
