"""Answering: the questions as residents meet them, and what stands around them."""

from collections.abc import Iterator
from dataclasses import replace

from home.gallery.words import Words
from participation.questionnaires import questions
from participation.questionnaires.flow import described_by
from participation.questionnaires.questions import Choice, Question, Value

from .sample import Sample, sample


@sample("error_summary")
def error_summary(words: Words) -> Iterator[Sample]:
    errors = [{"id": "contenu", "message": message} for message in (words.title, words.line)]
    yield Sample({"errors": errors})


@sample("progress")
def progress(words: Words) -> Iterator[Sample]:
    yield Sample({"current": 2, "total": 5})


@sample("receipt")
def receipt(words: Words) -> Iterator[Sample]:
    yield Sample({"label": words.title, "code": "K7Q2-9F4M-XT"}, {"text": words.text})
    yield Sample({"label": words.name, "code": "K7Q2-9F4M-XT3P-8WVB-2HJD", "is_secret": True}, {"text": words.text})


def _asked(words: Words, question: Question) -> Iterator[Sample]:
    """A question as it comes, then explained, required and refused."""
    yield Sample(_parameters(question))
    if not words.has_only_what_is_needed:
        full = replace(question, key=f"{question.key}-2", hint=words.text, why=words.line, required=True)
        yield Sample(_parameters(full, error=words.title))


def _parameters(question: Question, error: str = "") -> dict:
    ids = described_by(question, error)
    return {"question": question, "value": Value(), "error": error, "described_by": ids}


def _choices(words: Words) -> tuple[Choice, ...]:
    return (Choice("a", words.title), Choice("b", words.name), Choice("c", words.line, is_exclusive=True))


@sample("single_choice")
def single_choice(words: Words) -> Iterator[Sample]:
    choices = _choices(words)
    yield from _asked(words, questions.SingleChoice(f"s-{words.key}", words.title, choices=choices, allow_other=True))


@sample("multiple_choice")
def multiple_choice(words: Words) -> Iterator[Sample]:
    choices = _choices(words)
    yield from _asked(words, questions.MultipleChoice(f"m-{words.key}", words.title, choices=choices, maximum=2))


@sample("scale")
def scale(words: Words) -> Iterator[Sample]:
    ends = {"low_label": words.line, "high_label": words.title}
    yield from _asked(words, questions.ScaleQuestion(f"e-{words.key}", words.title, steps=10, **ends))


@sample("short_text")
def short_text(words: Words) -> Iterator[Sample]:
    yield from _asked(words, questions.ShortText(f"c-{words.key}", words.title))


@sample("long_text")
def long_text(words: Words) -> Iterator[Sample]:
    yield from _asked(words, questions.LongText(f"l-{words.key}", words.title))


@sample("number")
def number(words: Words) -> Iterator[Sample]:
    yield from _asked(words, questions.NumberQuestion(f"n-{words.key}", words.title, unit=words.name))
