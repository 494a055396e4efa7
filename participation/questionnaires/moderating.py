"""Deciding which written answers the public may read. A hidden text is kept, with the reason."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .models import Answer, Questionnaire, TextReview

State = TextReview.State
PUBLISHED_ACTION = "questionnaires.texts_published"
HIDDEN_ACTION = "questionnaires.texts_hidden"


class ModerationRefused(Exception):
    """The decision cannot be taken; the message says why."""


def publish_texts(*, answers: Iterable[int], questionnaire: Questionnaire, now: datetime, by) -> int:
    """Show these written answers to the public; returns how many. Ids of another questionnaire are left alone."""
    return _decide(answers=answers, questionnaire=questionnaire, state=State.PUBLISHED, reason="", now=now, by=by)


def hide_texts(*, answers: Iterable[int], questionnaire: Questionnaire, reason: str, now: datetime, by) -> int:
    """Keep these written answers from the public; returns how many. Raises `ModerationRefused` without a reason."""
    reason = reason.strip()
    if not reason:
        raise ModerationRefused(_("Say why these texts are hidden."))
    return _decide(answers=answers, questionnaire=questionnaire, state=State.HIDDEN, reason=reason, now=now, by=by)


@transaction.atomic
def _decide(*, answers: Iterable[int], questionnaire: Questionnaire, state: str, reason: str, now: datetime, by) -> int:
    texts = Answer.objects.exclude(text="").filter(pk__in=list(answers), response__questionnaire=questionnaire)
    reviews = [
        TextReview(
            answer_id=pk,
            questionnaire=questionnaire,
            question=question,
            state=state,
            reason=reason,
            reviewed_by=by,
            reviewed_at=now,
        )
        for pk, question in texts.order_by("pk").values_list("pk", "question")
    ]
    if not reviews:
        return 0
    TextReview.objects.bulk_create(
        reviews,
        update_conflicts=True,
        unique_fields=["answer"],
        update_fields=["state", "reason", "reviewed_by", "reviewed_at"],
    )
    log(
        instance=questionnaire,
        action=PUBLISHED_ACTION if state == State.PUBLISHED else HIDDEN_ACTION,
        user=by,
        data={"texts": [review.answer_id for review in reviews], "reason": reason},
    )
    return len(reviews)
