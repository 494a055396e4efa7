"""Answers of fictive residents, given through the journeys of the answering screens and moderated as moderators do."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.db import transaction

from demo.content import hours_consultation
from demo.content.hours_consultation import WRITTEN_ANSWERS
from demo.square_answers import RESPONDENTS as SQUARE_RESPONDENTS
from demo.square_answers import draw_square_answer
from participation.consultations.pages import ConsultationPage
from participation.people.models import User
from participation.questionnaires import answering, drafts, moderating
from participation.questionnaires.documents import Document, compiled
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Answer, Questionnaire
from participation.questionnaires.questions import OTHER, Value

SEED = 63
# Answers stored by one transaction: one commit each would cost more than the answer itself.
BATCH = 50


def answer_hours(page: ConsultationPage) -> None:
    """The closed consultation: every answer dated within its window."""
    box = page.box
    if box.responses.exists():
        return
    random = Random(SEED)  # noqa: S311 - plausible figures, no secret
    given = hours_consultation.draw_answers(random)
    _send_all(box, [(answer, "fr") for answer in given], until=box.activity.closes_at, random=random)


def answer_square(page: ConsultationPage, *, now: datetime) -> None:
    """The open consultation: a few dozen answers since it opened, some in English."""
    box = page.box
    if box.responses.exists() or not box.activity.is_open(now):
        return
    random = Random(SEED)  # noqa: S311 - plausible figures, no secret
    given = [draw_square_answer(random, rank) for rank in range(SQUARE_RESPONDENTS)]
    _send_all(box, given, until=now, random=random)


def moderate_hours(page: ConsultationPage, *, by: User) -> None:
    """Every text is read: all are shown to the public but the two that the charter rules out."""
    box = page.box
    if box.text_reviews.exists():
        return
    decided = box.activity.closes_at + timedelta(days=7)
    texts = Answer.objects.filter(response__questionnaire=box).exclude(text="")
    reasons = {each.text: each.hidden_because for each in WRITTEN_ANSWERS if each.hidden_because}
    shown, hidden = [], []
    for key, text in texts.values_list("pk", "text"):
        (hidden if text in reasons else shown).append((key, text))
    with transaction.atomic():
        moderating.publish_texts(answers=[key for key, _text in shown], questionnaire=box, now=decided, by=by)
        for key, text in hidden:
            moderating.hide_texts(answers=[key], questionnaire=box, reason=reasons[text], now=decided, by=by)


def _send_all(
    box: Questionnaire, given: list[tuple[Mapping[str, Any], str]], *, until: datetime, random: Random
) -> None:
    opens_at = box.activity.opens_at
    span = (until - opens_at).total_seconds()
    moments = sorted(opens_at + timedelta(seconds=random.uniform(0, span)) for _ in given)
    for start in range(0, len(given), BATCH):
        with transaction.atomic():
            for (answer, language), moment in zip(given[start : start + BATCH], moments[start:], strict=False):
                _send(box, answer, language=language, now=moment)


def _send(box: Questionnaire, answer: Mapping[str, Any], *, language: str, now: datetime) -> None:
    """One resident: begins a draft, keeps each screen, sends."""
    version = current_version(box, language)
    begun = drafts.begin(questionnaire=box, version=version, now=now)
    document = compiled(version)
    values = _values(document, answer)
    for screen in document.screens:
        on_screen = {question.key: values[question.key] for question in screen.questions if question.key in values}
        drafts.keep(draft=begun.draft, values=on_screen, now=now)
    answering.send(token=begun.token, questionnaire=box, language=language, now=now)


def _values(document: Document, answer: Mapping[str, Any]) -> dict[str, Value]:
    """Labels and numbers of the content as the form would post them."""
    return {
        key: _value(question, answer[key], answer.get(f"{key}.other", ""))
        for key, question in document.questions.items()
        if key in answer
    }


def _value(question: Any, given: Any, other: str) -> Value:
    if question.type in {"single_choice", "multiple_choice"}:
        keys = {choice.label: choice.key for choice in question.choices}
        chosen = [keys[label] for label in ([given] if isinstance(given, str) else given)]
        return Value(choices=(*chosen, OTHER) if other else tuple(chosen), text=other)
    if question.type == "scale":
        return Value(choices=(str(given),))
    if question.type == "number":
        return Value(number=str(given))
    return Value(text=given)
