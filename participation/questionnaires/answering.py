"""Sending a questionnaire, and withdrawing it: one record per form token, whatever the retries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from participation.core.eligibility import COUNTS_PEOPLE
from participation.core.holding import hold_open
from participation.core.models import Activity
from participation.core.prepared import PreparedQuery, deleting, inserting, run

from . import conditions, tallies
from .comparing import Change, altering
from .documents import compiled
from .freezing import current_version, newest_in_language_of_draft
from .models import Answer, Draft, EmailCode, Participation, Questionnaire, Response, TallyEntry, Version
from .pages_held import hold_pages
from .questions import AnswerRow
from .tokens import receipt_of, submission_key, token_hash, withdrawal_hash, withdrawal_secret_of


class AnswerRefused(Exception):
    """The questionnaire was not stored; the subclass says why. What was typed is still in the draft."""


class ConsultationClosed(AnswerRefused):
    """Outside its window, or its page is offline."""


class AlreadyAnswered(AnswerRefused):
    """The confirmed address or the account has already answered."""


class NotEligible(AnswerRefused):
    """This person may not take part now; `conditions.obstacles_for` says why and what can be done."""


class AddressNotConfirmed(AnswerRefused):
    """This questionnaire takes one answer per confirmed address, and none was confirmed."""


class AnswersInvalid(AnswerRefused):
    """Some answers must be corrected; `problems` maps question keys to sentences."""

    def __init__(self, problems: Mapping[str, str]):
        super().__init__("answers invalid")
        self.problems = problems


class QuestionnaireChanged(AnswerRefused):
    """Its meaning changed since these answers were begun; `version` is the one to check them against."""

    def __init__(self, version: Version, changes: list[Change]):
        super().__init__("questionnaire changed")
        self.version = version
        self.changes = changes


class DraftGone(AnswerRefused):
    """No draft and no response for this token."""


@dataclass(frozen=True)
class Receipt:
    """`secret` withdraws the answer; it is derived again from the token at a retry and never stored."""

    response: Response
    code: str
    secret: str


def receipt_for(*, token: str) -> Receipt | None:
    """The receipt of what this token has already sent."""
    response = Response.objects.filter(submission_key=submission_key(token)).select_related("questionnaire").first()
    return _receipt(response, token) if response else None


def ensure_current(*, draft: Draft, language: str) -> None:
    """Raise `QuestionnaireChanged` when the published questionnaire now means something else than the draft's."""
    current = current_version(draft.questionnaire, draft.version.language) or draft.version
    if current.pk == draft.version_id:
        return
    changed = altering(compiled(draft.version), compiled(current))
    if changed:
        raise QuestionnaireChanged(current, changed)


def send(
    *, token: str, questionnaire: Questionnaire, language: str, now: datetime, address_hash: str = "", actor: Any = None
) -> Receipt:
    """Store the draft as a response, exactly once. A retry with the same token gives the same receipt.

    `actor` is whoever is signed in; it decides and is never stored. Raises `ConsultationClosed`, `AnswersInvalid`,
    `QuestionnaireChanged`, `NotEligible`, `AlreadyAnswered`, `AddressNotConfirmed` or `DraftGone`.
    """
    try:
        return _store(
            token=token, questionnaire=questionnaire, language=language, now=now, address_hash=address_hash, actor=actor
        )
    except (IntegrityError, DraftGone, AlreadyAnswered):
        # Another request with the same token may have won meanwhile: then its receipt is ours too.
        sent = receipt_for(token=token)
        if sent:
            return sent
        raise


_to_send = PreparedQuery(
    lambda token_hash, box: (
        Draft.objects.select_for_update(of=("self",))
        .select_related("version", "questionnaire__activity")
        .defer("version__document")
        .annotate(newest=newest_in_language_of_draft())
        .filter(token_hash=token_hash, questionnaire=box)
    ),
    token_hash=lambda: Draft._meta.get_field("token_hash"),
    box=lambda: Questionnaire._meta.pk,
)


@transaction.atomic
def _store(
    *, token: str, questionnaire: Questionnaire, language: str, now: datetime, address_hash: str, actor: Any
) -> Receipt:
    draft = _to_send.first(token_hash=token_hash(token), box=questionnaire.pk)
    if draft is None:
        raise DraftGone
    questionnaire = draft.questionnaire
    if not hold_open(activity=questionnaire.activity, now=now):
        raise ConsultationClosed
    if draft.newest != draft.version_id:
        ensure_current(draft=draft, language=language)
    document = compiled(draft.version)
    problems = document.problems(draft.answers)
    if problems:
        raise AnswersInvalid(problems)
    if questionnaire.activity.level in COUNTS_PEOPLE or questionnaire.activity.eligibility.asks_about_person:
        _admit(draft=draft, actor=actor, address_hash=address_hash, now=now)
    rows = rows_of(document.questions, draft.answers)
    return _receipt(_write(draft=draft, language=language, token=token, rows=rows, now=now), token)


def _admit(*, draft: Draft, actor: Any, address_hash: str, now: datetime) -> None:
    """Let only those in who may take part, once. The mark left behind says who took part, never with which answer."""
    activity = draft.questionnaire.activity
    rule = activity.eligibility
    if conditions.obstacles_for(actor=actor, draft=draft, rule=rule, now=now):
        raise NotEligible
    if rule.level not in COUNTS_PEOPLE:
        return
    marks = conditions.participant_hashes(rule=rule, key=str(activity.key), actor=actor, confirmed=address_hash)
    if not marks:
        raise AddressNotConfirmed
    try:
        with transaction.atomic():
            # In one order for everybody: two that share a mark wait for each other, never in a circle.
            for mark in sorted(marks):
                Participation.objects.create(questionnaire=draft.questionnaire, participant_hash=mark)
    except IntegrityError as error:
        raise AlreadyAnswered from error


def _write(*, draft: Draft, language: str, token: str, rows: list[AnswerRow], now: datetime) -> Response:
    """The draft becomes a response, its answers and their counts; it goes, with the code sent for it."""
    questionnaire, version = draft.questionnaire, draft.version
    response = Response(
        questionnaire=questionnaire,
        version=version,
        language=language,
        answered_on=timezone.localdate(now),
        submission_key=submission_key(token),
        receipt=receipt_of(token),
        withdrawal_hash=withdrawal_hash(withdrawal_secret_of(token)),
    )
    answers = [
        Answer(response=response, question=row.question, choice=row.choice, number=row.number, text=row.text)
        for row in rows
    ]
    counts = tallies.counts_of(version=version, document=compiled(version), rows=rows)
    run(
        inserting(response),
        *([inserting(*answers)] if answers else []),
        inserting(TallyEntry(questionnaire=questionnaire, counts=counts)),
        deleting(EmailCode._meta.get_field("draft"), draft.pk),
        deleting(Draft._meta.pk, draft.pk),
    )
    if not questionnaire.holds_answers:
        hold_pages(questionnaire=questionnaire)
    return response


def rows_of(questions: Mapping[str, Any], answers: Mapping[str, Any]) -> list[AnswerRow]:
    """The rows to store: only questions of the version, only answers that say something."""
    rows: list[AnswerRow] = []
    for question in questions.values():
        value = question.value_in(answers)
        if not value.is_blank:
            rows.extend(question.rows(value))
    return rows


def _receipt(response: Response, token: str) -> Receipt:
    return Receipt(response, receipt_of(token), withdrawal_secret_of(token))


class NothingToWithdraw(Exception):
    """No answer belongs to this secret, or it was withdrawn before."""


class TooLateToWithdraw(Exception):
    """The consultation has closed: its answers have been counted."""


def to_withdraw(*, secret: str, now: datetime, responses: QuerySet[Response] | None = None) -> Response:
    """The answer this secret may erase now, still untouched.

    Raises `NothingToWithdraw` or `TooLateToWithdraw`.
    """
    response = (
        (Response.objects.all() if responses is None else responses)
        .select_related("questionnaire", "version")
        .defer("version__document")
        .filter(withdrawal_hash=withdrawal_hash(secret), withdrawn_on__isnull=True)
        .first()
    )
    if response is None:
        raise NothingToWithdraw
    activity = Activity.objects.get(pk=response.questionnaire.activity_id)
    if now >= activity.closes_at:
        raise TooLateToWithdraw
    return response


@transaction.atomic
def withdraw(*, secret: str, now: datetime) -> Response:
    """Erase an answer at its author's wish, until the close; an empty row stays so that the receipt says "withdrawn".

    Raises `NothingToWithdraw` or `TooLateToWithdraw`.
    """
    response = to_withdraw(secret=secret, now=now, responses=Response.objects.select_for_update(of=("self",)))
    rows = [AnswerRow(a.question, a.choice, a.number, a.text) for a in response.answers.order_by("pk")]
    counts = tallies.counts_of(version=response.version, document=compiled(response.version), rows=rows, sign=-1)
    response.answers.all().delete()
    TallyEntry.objects.create(questionnaire=response.questionnaire, counts=counts)
    response.withdrawn_on = timezone.localdate(now)
    response.save(update_fields=["withdrawn_on"])
    return response
