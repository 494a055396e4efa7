"""What stands around the content of a page: heads, ways through the site, banners."""

from collections.abc import Iterator

from home.gallery.words import Words

from .cards import DAY, tags
from .sample import Sample, sample


@sample("banner")
def banner(words: Words) -> Iterator[Sample]:
    for tone in ("demonstration", "alert"):
        needed = {"label": f"{words.label} {tone}", "text": words.text, "tone": tone}
        yield Sample(needed, {"title": words.name})


@sample("breadcrumb")
def breadcrumb(words: Words) -> Iterator[Sample]:
    items = [{"title": title, "url": "#"} for title in (words.name, words.title, words.line)]
    yield Sample({"items": items})


@sample("hero")
def hero(words: Words) -> Iterator[Sample]:
    links = {"url": "#", "action": words.name, "other_url": "#", "other_action": words.title}
    yield Sample({"title": words.title}, links | {"lede": words.text, "note": words.line})
    yield Sample({"title": words.title, "is_small": True}, {"lede": words.text})


@sample("page_head")
def page_head(words: Words) -> Iterator[Sample]:
    above = [{"title": title, "url": "#"} for title in (words.name, words.line)]
    more = {"lede": words.text, "trail": above, "date": DAY, "tags": tags(words)}
    yield Sample({"title": words.title}, more | {"illustration": "assises"})
    yield Sample({"title": words.title}, {"lede": words.text, "trail": above})


@sample("section_head")
def section_head(words: Words) -> Iterator[Sample]:
    yield Sample({"title": words.title, "id": f"partie-{words.key}"}, {"url": "#", "action": words.line})


@sample("language_switch")
def language_switch(words: Words) -> Iterator[Sample]:
    languages = [
        {"code": "fr", "name": "Français", "url": "#", "is_current": True},
        {"code": "en", "name": "English", "url": "#", "is_current": False},
        {"code": words.language, "name": words.name, "url": "#", "is_current": False},
    ]
    yield Sample({"languages": languages})


@sample("search_form")
def search_form(words: Words) -> Iterator[Sample]:
    yield Sample({"url": "#", "id": f"recherche-{words.key}"})
    yield Sample({"id": f"recherche-{words.key}-page", "is_inside_form": True}, {"query": words.title})


@sample("share")
def share(words: Words) -> Iterator[Sample]:
    yield Sample({"title": words.title, "url": "https://participation.example.org/"})
