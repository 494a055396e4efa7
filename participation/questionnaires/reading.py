"""What staff read of a consultation: how much came in, single answers, written answers; readings are logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.utils import translation
from wagtail.models import Page

from participation.core.models import Activity, ReadingLog

from .documents import compiled
from .models import Answer, Questionnaire, Response, TextReview
from .questions import Question

Subject = ReadingLog.Subject


@dataclass(frozen=True)
class Line:
    """One question as its author saw it, with what was answered in words; no word means it was left blank."""

    question: Question
    words: list[str]
    review: TextReview | None = None


def record_reading(*, questionnaire: Questionnaire, subject: str, now: datetime, by, detail: str = "") -> None:
    """Leave a trace of a reading, for good."""
    ReadingLog.objects.create(
        activity=questionnaire.activity, subject=subject, detail=detail[:200], read_by=by, read_at=now
    )


def waiting_of(questionnaires: Iterable[Questionnaire]) -> dict[int, int]:
    """Questionnaire id → written answers nobody has read yet, in one query."""
    found = (
        Answer.objects.exclude(text="")
        .filter(response__questionnaire__in=list(questionnaires), review__isnull=True)
        .values_list("response__questionnaire_id")
        .annotate(Count("pk"))
    )
    return dict(found)


def pages_of(activity: Activity) -> list[Page]:
    """The pages that present an activity, one for each language."""
    pages = Page.objects.filter(translation_key=activity.key).select_related("locale")
    return sorted(pages, key=lambda page: (not page.live, page.locale_id))


def written_answers(questionnaire: Questionnaire) -> QuerySet[Answer]:
    """Every written answer, "other" included, with what moderators decided."""
    return (
        Answer.objects.exclude(text="")
        .filter(response__questionnaire=questionnaire)
        .select_related("response", "review", "review__reviewed_by")
    )


def questions_of(questionnaire: Questionnaire) -> dict[str, Question]:
    """Key → question, in the reader's language and the newest words, still asked or not; in the order first asked."""
    found: dict[str, Question] = {}
    versions = list(questionnaire.versions.order_by("number"))
    own = [version for version in versions if version.language == translation.get_language()]
    for version in versions + own:
        found.update(compiled(version).questions)
    return found


def takes_text(question: Question) -> bool:
    """Whether people may write something there."""
    return "text" in question.type or getattr(question, "allow_other", False)


def read_answer(*, response: Response, now: datetime, by) -> list[Line]:
    """One answer, in the words and the order its author saw. The reading is logged with the receipt."""
    record_reading(
        questionnaire=response.questionnaire, subject=Subject.RESPONSE, detail=response.receipt, now=now, by=by
    )
    document = compiled(response.version)
    given: dict[str, list[Answer]] = {}
    for answer in response.answers.select_related("review__reviewed_by").order_by("pk"):
        given.setdefault(answer.question, []).append(answer)
    lines = []
    with translation.override(document.language):
        for key, question in document.questions.items():
            rows = given.get(key, [])
            words = question.words(question.value_of(rows)) if rows else []
            reviews = [row.review for row in rows if row.text and hasattr(row, "review")]
            lines.append(Line(question, words, reviews[0] if reviews else None))
    return lines
