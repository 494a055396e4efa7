"""Results in words and numbers, from counters only."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from participation.core.models import ReadingLog
from participation.core.prepared import PreparedQuery
from participation.core.status import Status

from . import tallies
from .documents import Document, compiled
from .models import Questionnaire, TextReview
from .questions import LongText, NumberQuestion, Question, ShortText
from .questions.numbers import ABOUT, EXACT

TEXTS_SHOWN = 20
CLASSES_SHOWN = 10
Numbers = dict[tuple[Decimal, bool], int]


class ResultsNotPublic(Exception):
    """Before their time, or not opened to the public."""


@dataclass(frozen=True)
class Row:
    """One bar: `percent` is of the people who answered this question."""

    label: str
    count: int
    percent: Decimal
    is_retired: bool = False


@dataclass(frozen=True)
class QuestionResult:
    """`shown` people were asked, `answered` answered; `median` only for numbers."""

    question: Question
    shown: int
    answered: int
    rows: list[Row] = field(default_factory=list)
    median: str = ""
    is_median_approximate: bool = False
    texts: list[str] = field(default_factory=list)
    texts_published: int = 0
    is_retired: bool = False

    @property
    def unanswered(self) -> int:
        return max(self.shown - self.answered, 0)

    @property
    def is_text(self) -> bool:
        return isinstance(self.question, ShortText | LongText)


@dataclass(frozen=True)
class Results:
    participants: int
    questions: list[QuestionResult]


def are_public(*, questionnaire: Questionnaire, now: datetime) -> bool:
    """Whether anybody may read the results at that moment."""
    activity = questionnaire.activity
    if activity.is_withdrawn or not questionnaire.are_results_published:
        return False
    status = activity.status_at(now)
    if status == Status.OPEN:
        return questionnaire.results == Questionnaire.Results.LIVE
    return now >= activity.closes_at


def read_public(*, questionnaire: Questionnaire, language: str, now: datetime) -> Results:
    """The results anybody may read. Raises `ResultsNotPublic`."""
    if not are_public(questionnaire=questionnaire, now=now):
        raise ResultsNotPublic
    return _results(questionnaire=questionnaire, language=language)


def read_as_staff(*, questionnaire: Questionnaire, language: str, now: datetime, by) -> Results:
    """The results at any time, for holders of `read_partial_results`; a reading before the public's is logged.

    Raises `PermissionError` without the right.
    """
    if not are_public(questionnaire=questionnaire, now=now):
        if not by.has_perm("questionnaires.read_partial_results"):
            raise PermissionError
        ReadingLog.objects.create(
            activity=questionnaire.activity, subject=ReadingLog.Subject.PARTIAL_RESULTS, read_by=by, read_at=now
        )
    return _results(questionnaire=questionnaire, language=language)


_participants_of = PreparedQuery(
    lambda box: Questionnaire.objects.filter(pk=box).only("pk").annotate(participants=tallies.participants_of_outer()),
    box=lambda: Questionnaire._meta.pk,
)


def participants(*, questionnaire: Questionnaire) -> int:
    found = _participants_of.first(box=questionnaire.pk)
    return (found and found.participants) or 0


def _results(*, questionnaire: Questionnaire, language: str) -> Results:
    counts = tallies.add_up(questionnaire=questionnaire)
    versions = list(questionnaire.versions.order_by("number"))
    if not versions:
        return Results(0, [])
    documents = {version.pk: compiled(version) for version in versions}
    current = next((version for version in reversed(versions) if version.language == language), versions[-1])
    asked = _questions_ever(current=documents[current.pk], others=list(documents.values()))
    texts = _published_texts(questionnaire)
    results = []
    for key, (question, versions_of_it, is_retired) in asked.items():
        shown = sum(counts[f"v:{pk}"] for pk, document in documents.items() if key in document.questions)
        results.append(
            _question_result(
                question, versions_of_it, counts, shown=shown, texts=texts.get(key, []), is_retired=is_retired
            )
        )
    return Results(counts[tallies.RESPONSES], results)


def _questions_ever(*, current: Document, others: list[Document]):
    """Key → (question as now asked, all its forms, whether removed since); the current version's first."""
    forms: dict[str, list[Question]] = {}
    for document in others:
        for key, question in document.questions.items():
            forms.setdefault(key, []).append(question)
    asked = {key: (question, forms.get(key, [question]), False) for key, question in current.questions.items()}
    for key, versions_of_it in forms.items():
        if key not in asked:
            asked[key] = (versions_of_it[-1], versions_of_it, True)
    return asked


def _question_result(
    question: Question, forms: list[Question], counts: Counter, *, shown: int, texts: list[str], is_retired: bool
) -> QuestionResult:
    answered = counts[f"q:{question.key}"]
    prefix = f"q:{question.key}:"
    buckets = {name[len(prefix) :]: number for name, number in counts.items() if name.startswith(prefix)}
    median, is_approximate, rows = "", False, []
    if isinstance(question, NumberQuestion):
        numbers = _numbers(buckets)
        median, is_approximate = _median(question, numbers)
        rows = _distribution(question, numbers, answered)
    else:
        rows = _rows(question, forms, buckets, answered)
    return QuestionResult(
        question=question,
        shown=shown,
        answered=answered,
        rows=rows,
        median=median,
        is_median_approximate=is_approximate,
        texts=texts[:TEXTS_SHOWN],
        texts_published=len(texts),
        is_retired=is_retired,
    )


def _rows(question: Question, forms: list[Question], buckets: dict[str, int], answered: int) -> list[Row]:
    labels = question.labels()
    rows = [Row(label, buckets.get(key, 0), _percent(buckets.get(key, 0), answered)) for key, label in labels.items()]
    older = {key: label for form in forms for key, label in form.labels().items()}
    for key, number in buckets.items():
        if key not in labels and not key.startswith((EXACT, ABOUT)) and number:
            rows.append(Row(older.get(key, key), number, _percent(number, answered), is_retired=True))
    return rows


def _percent(part: int, whole: int) -> Decimal:
    return round(Decimal(100 * part) / whole, 1) if whole else Decimal(0)


def _numbers(buckets: dict[str, int]) -> Numbers:
    """(number, whether it is only the middle of a class) → how many people."""
    return {
        (Decimal(name[1:]), name[0] == ABOUT): number
        for name, number in buckets.items()
        if name.startswith((EXACT, ABOUT)) and number > 0
    }


def _median(question: NumberQuestion, numbers: Numbers) -> tuple[str, bool]:
    """The middle value, of two middles their mean; approximate as soon as any number was counted by its class."""
    total = sum(numbers.values())
    if not total:
        return "", False
    middles = []
    for rank in {(total - 1) // 2, total // 2}:
        seen = 0
        for value, is_class in sorted(numbers):
            seen += numbers[value, is_class]
            if seen > rank:
                middles.append(value)
                break
    is_approximate = any(is_class for _value, is_class in numbers)
    return question.show(round(sum(middles) / len(middles), question.decimals + 1)), is_approximate


def _distribution(question: NumberQuestion, numbers: Numbers, answered: int) -> list[Row]:
    """Every value while there are few; else about ten equal classes."""
    step = Decimal(1).scaleb(-question.decimals)
    if len(numbers) <= CLASSES_SHOWN:
        return [
            Row(_named(question, value, step, is_class=is_class), number, _percent(number, answered))
            for (value, is_class), number in sorted(numbers.items())
        ]
    low, high = min(numbers)[0].quantize(step, rounding="ROUND_FLOOR"), max(numbers)[0]
    width = max(((high - low) / CLASSES_SHOWN).quantize(step, rounding="ROUND_CEILING"), step)
    classes: Counter = Counter()
    for (value, _is_class), number in numbers.items():
        classes[int((value - low) // width)] += number
    rows = []
    for rank in range(max(classes) + 1):
        start = low + rank * width
        label = f"{question.show(start)} – {question.show(start + width - step)}"
        rows.append(Row(label, classes[rank], _percent(classes[rank], answered)))
    return rows


def _named(question: NumberQuestion, value: Decimal, step: Decimal, *, is_class: bool) -> str:
    if not is_class:
        return question.show(value)
    return _("about %(number)s") % {"number": question.show(value.quantize(step))}


def _published_texts(questionnaire: Questionnaire) -> dict[str, list[str]]:
    """Question → texts a moderator chose to show."""
    published: dict[str, list[str]] = {}
    reviews = TextReview.objects.filter(questionnaire=questionnaire, state=TextReview.State.PUBLISHED)
    for question, text in reviews.order_by("question", "answer__response_id").values_list("question", "answer__text"):
        published.setdefault(question, []).append(text)
    return published
