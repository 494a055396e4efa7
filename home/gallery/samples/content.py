"""What editors compose pages with."""

from collections.abc import Iterator

from django.utils.html import format_html, linebreaks

from home.gallery.words import Words

from .sample import Sample, sample


@sample("accordion")
def accordion(words: Words) -> Iterator[Sample]:
    text = linebreaks(words.text, autoescape=True)
    yield Sample({"items": [{"title": title, "text": text} for title in (words.title, words.name)]})


@sample("alert")
def alert(words: Words) -> Iterator[Sample]:
    for level in ("info", "success", "warning", "error"):
        yield Sample({"level": level, "text": words.text}, {"title": words.title})


@sample("callout")
def callout(words: Words) -> Iterator[Sample]:
    text = linebreaks(words.text, autoescape=True)
    for tone in ("information", "important", "promise"):
        yield Sample({"tone": tone, "text": text}, {"title": words.title})


@sample("quote")
def quote(words: Words) -> Iterator[Sample]:
    yield Sample({"text": words.text}, {"author": words.name, "role": words.line})


@sample("document_download")
def document_download(words: Words) -> Iterator[Sample]:
    more = {"type": "pdf", "size": 1_204_000}
    yield Sample({"title": words.title, "url": "#"}, more, "ul.documents")


@sample("thread")
def thread(words: Words) -> Iterator[Sample]:
    yield Sample({"said": words.text, "decided": words.text}, {"why": words.title, "standing": words.text})


@sample("video")
def video(words: Words) -> Iterator[Sample]:
    needed = {"title": words.title, "url": "https://videos.example.org/", "host": words.name}
    more = {"embed_url": "https://videos.example.org/", "transcript": format_html("<p>{}</p>", words.text)}
    yield Sample(needed, more)
