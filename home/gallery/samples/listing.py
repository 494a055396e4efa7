"""Finding one's way in lists, counts and places."""

from collections.abc import Iterator

from django.core.paginator import Paginator

from home.gallery.words import Words

from .cards import OUTLINE
from .sample import Sample, sample


@sample("filter_bar")
def filter_bar(words: Words) -> Iterator[Sample]:
    options = [
        {"value": "", "label": words.line, "is_selected": True},
        {"value": "a", "label": words.title, "is_selected": False},
    ]
    filters = [
        {"name": f"{words.key}-{number}", "label": label, "options": options}
        for number, label in enumerate((words.name, words.line, words.title))
    ]
    yield Sample({"filters": filters, "action": "#"}, {"reset_url": "#"})


@sample("pagination")
def pagination(words: Words) -> Iterator[Sample]:
    pages = Paginator(range(12_000), 10)
    for number in (1, 600, 1200):
        yield Sample({"pages": pages.page(number)}, {"querystring": "theme=eau&"})


@sample("empty_state")
def empty_state(words: Words) -> Iterator[Sample]:
    yield Sample({"title": words.title}, {"text": words.text, "url": "#", "action": words.name})


@sample("bars")
def bars(words: Words) -> Iterator[Sample]:
    rows = [
        {"label": words.title, "count": 612, "percent": 60.0},
        {"label": words.line, "count": 407, "percent": 39.6},
        {"label": words.name, "count": 4, "percent": 0.4, "is_aside": True},
    ]
    yield Sample({"rows": rows, "caption": words.title})


@sample("key_figure")
def key_figure(words: Words) -> Iterator[Sample]:
    yield Sample({"value": "1 131 204", "label": words.title}, {"source": words.line}, "div.figures")
    yield Sample({"value": words.name, "label": words.line}, {}, "div.figures")


@sample("map")
def drawn_map(words: Words) -> Iterator[Sample]:
    areas = [{"path": OUTLINE["outline"], "label": words.name, "url": "#", "text": words.line}]
    points = [
        {"x": 20 + 14.5 * number, "y": 30 + 6 * number, "label": label, "url": "#", "text": words.line}
        for number, label in enumerate((words.title, words.name))
    ]
    needed = {"title": words.title, "id": f"carte-{words.key}", "view_box": OUTLINE["view_box"], "points": points}
    yield Sample(needed, {"areas": areas})


@sample("timeline")
def timeline(words: Words) -> Iterator[Sample]:
    steps = [
        {"title": words.title, "date_label": words.line, "text": words.text, "state": state, "url": "#"}
        for state in ("done", "current", "coming")
    ]
    yield Sample({"steps": steps})
