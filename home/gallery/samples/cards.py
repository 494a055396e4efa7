"""Cards: what leads to a page, a person, a place, a date."""

from collections.abc import Iterator
from datetime import UTC, datetime

from home.gallery.words import Words
from participation.core.status import Status

from .sample import Sample, sample

DAY = datetime(2026, 12, 6, 22, 59, tzinfo=UTC)
OUTLINE = {"outline": "M8 30 30 6l34 4 28 22-8 34-40 10-30-16z", "view_box": "0 0 100 84"}


def tags(words: Words) -> list[dict]:
    """One subject of each stake, and one without."""
    stakes = ("ecological", "democratic", "social", "")
    return [{"name": words.name, "stake": stake, "url": "#" if stake else ""} for stake in stakes]


@sample("card")
def card(words: Words) -> Iterator[Sample]:
    needed = {"title": words.title, "url": "#"}
    more = {"summary": words.text, "state": "open", "until": DAY, "tags": tags(words)}
    yield Sample(needed, more | {"illustration": "consultation"}, "div.cards")


@sample("lead_card")
def lead_card(words: Words) -> Iterator[Sample]:
    yield Sample(
        {"title": words.title, "url": "#", "illustration": "place-scenario-a"},
        {
            "summary": words.text,
            "state": "open",
            "until": DAY,
            "tags": tags(words),
            "time_left": words.line,
            "time_percent": 62.5,
            "action": words.name,
        },
    )


@sample("plate_card")
def plate_card(words: Words) -> Iterator[Sample]:
    for drawing in ("quartiers", "budget-participatif"):
        yield Sample({"title": words.title, "url": "#", "illustration": drawing}, {}, "div.plates")


@sample("news_card")
def news_card(words: Words) -> Iterator[Sample]:
    yield Sample({"title": words.title, "url": "#", "date": DAY}, {"summary": words.text}, "div.cards")


@sample("person_card")
def person_card(words: Words) -> Iterator[Sample]:
    yield Sample(
        {"name": words.name},
        {
            "role": words.line,
            "quartier": words.name,
            "hours": words.line,
            "phone": "04 73 00 00 00",
            "email": "quartiers.et.vie.associative@participation.example.org",
            "url": "#",
        },
        "div.cards",
    )


@sample("date_card")
def date_card(words: Words) -> Iterator[Sample]:
    needed = {"date": DAY, "title": words.title, "url": "#"}
    more = {"time": words.line, "place": words.name, "note": words.line, "summary": words.text, "tags": tags(words)}
    yield Sample(needed, more, "ul.dates")


@sample("quartier_card")
def quartier_card(words: Words) -> Iterator[Sample]:
    facts = [{"label": words.line, "value": words.name}, {"label": words.name, "value": "12"}]
    more = {"summary": words.text, "facts": facts}
    yield Sample({"title": words.name, "url": "#"}, OUTLINE | more, "div.cards")
    yield Sample({"title": words.name, "url": "#", "illustration": "quartier-nord"}, more, "div.quartiers")


@sample("status_badge")
def status_badge(words: Words) -> Iterator[Sample]:
    for state in Status.values:
        yield Sample({"state": state}, {"until": DAY, "opens": DAY})


@sample("tag_list")
def tag_list(words: Words) -> Iterator[Sample]:
    yield Sample({"tags": tags(words)})


@sample("time_left")
def time_left(words: Words) -> Iterator[Sample]:
    yield Sample({"label": words.line, "percent": 62.5})
