"""The columns of an export: which there are, and what one response says in each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from .documents import Document, compiled
from .freezing import current_version
from .given import ANSWER_END, PART_END
from .models import Questionnaire, Response
from .questions import OTHER, MultipleChoice, NumberQuestion, Question
from .questions.base import WithChoices

FIXED = 4
# A column (0: none), what goes there, and the columns of the question that say 0 unless ticked.
Cell = tuple[int, Any, Sequence[int]]
NOWHERE: Cell = (0, None, ())


@dataclass(frozen=True)
class Style:
    """How a kind of file writes a cell that holds a text, and one that holds a number."""

    words: Callable[[str], Any]
    number: Callable[[int | float], Any]


class Table:
    """A questionnaire in all its versions, compiled once, as columns. Built in the language the headings shall have.

    A question whose kind changed has one group of columns for each kind.
    """

    def __init__(self, questionnaire: Questionnaire, style: Style):
        self.style = style
        versions = list(questionnaire.versions.order_by("number"))
        self.numbers = {version.pk: version.number for version in versions}
        self.channels = {value: str(label) for value, label in Response.Channel.choices}
        self.header = [style.words(text) for text in (_("version"), _("language"), _("channel"), _("day"))]
        self._no, self._yes = style.number(0), style.number(1)
        documents = {version.pk: compiled(version) for version in versions}
        main = current_version(questionnaire, settings.LANGUAGE_CODE)
        ordered = [documents[main.pk]] if main else []
        ordered += [documents[version.pk] for version in reversed(versions) if not main or version.pk != main.pk]
        self._groups: dict[tuple[str, str], dict[str, int]] = {}
        for document in ordered:
            for question in document.questions.values():
                self._add(question)
        # Options that only another version offered come after all those of the main one.
        self._put = {pk: self._places(document) for pk, document in documents.items()}
        self._known: dict[int, dict[str, Cell]] = {pk: {} for pk in documents}
        self._begun: dict[tuple[int, str, str, str], list[Any]] = {}
        legend_header = (_("key"), _("kind"), _("option"), _("version"), _("language"), _("words"))
        self.legend_header = [style.words(text) for text in legend_header]
        self.legend = [row for version in versions for row in self._legend(version, documents[version.pk])]

    def _column(self, heading: str) -> int:
        self.header.append(self.style.words(heading))
        return len(self.header) - 1

    def _add(self, question: Question) -> None:
        """Make the columns this question needs and does not have yet."""
        group = self._groups.setdefault((question.key, question.type), {})
        if isinstance(question, MultipleChoice):
            for option, label in question.labels().items():
                if option not in group:
                    group[option] = self._column(f"{question.text} – {label} [{question.key}:{option}]")
        elif "" not in group:
            group[""] = self._column(f"{question.text} [{question.key}]")
        if isinstance(question, WithChoices) and question.allow_other and "text" not in group:
            group["text"] = self._column(f"{question.text} – {_('Other')} [{question.key}:{OTHER}:text]")

    def _places(self, document: Document) -> dict[str, tuple[Question, dict[str, int], dict[str, str], list[int]]]:
        """Question → its columns, that version's labels in its language, and the columns that say 0 unless ticked."""
        places = {}
        with override(document.language):
            for question in document.questions.values():
                group, labels = self._groups[question.key, question.type], question.labels()
                boxes = [group[option] for option in labels] if isinstance(question, MultipleChoice) else []
                places[question.key] = (question, group, labels, boxes)
        return places

    def row(
        self, version_id: int, language: str, channel: str, day: str, choices: str | None, details: str | None
    ) -> list[Any]:
        """The cells of one response; `choices` and `details` are its answers as `given.responses` writes them."""
        begun = (version_id, language, channel, day)
        cells = (self._begun.get(begun) or self._begin(*begun)).copy()
        if choices:
            known = self._known[version_id]
            for answer in choices.split(ANSWER_END):
                column, value, boxes = known.get(answer) or self._choice(version_id, answer)
                if boxes and cells[boxes[0]] is None:
                    for box in boxes:
                        cells[box] = self._no
                if column:
                    cells[column] = value
        if details:
            for answer in details.split(ANSWER_END):
                self._write(cells, version_id, answer)
        return cells

    def _begin(self, version_id: int, language: str, channel: str, day: str) -> list[Any]:
        """A row that says only where and when, made once a day."""
        words = self.style.words
        said = words(language), words(self.channels.get(channel, channel)), words(day)
        cells = [self.style.number(self.numbers[version_id]), *said, *[None] * (len(self.header) - FIXED)]
        self._begun[version_id, language, channel, day] = cells
        return cells

    def _choice(self, version_id: int, answer: str) -> Cell:
        """Where a choice goes, worked out once: people share them."""
        key, choice = answer.split(PART_END)
        cell = NOWHERE
        if key in self._put[version_id]:
            _question, group, labels, boxes = self._put[version_id][key]
            if boxes:
                cell = (group.get(choice, 0), self._yes, boxes)
            else:
                cell = (group[""], self.style.words(labels.get(choice, choice)), ())
        self._known[version_id][answer] = cell
        return cell

    def _write(self, cells: list[Any], version_id: int, answer: str) -> None:
        """Put a number, a text or the words beside a choice where they go."""
        key, choice, number, text = answer.split(PART_END, 3)
        place = self._put[version_id].get(key)
        if place is None:
            return
        question, group, _labels, _boxes = place
        if isinstance(question, NumberQuestion):
            cells[group[""]] = self.style.number(plain_number(number)) if number else None
        else:
            cells[group["text" if choice else ""]] = self.style.words(text)

    def _legend(self, version, document: Document) -> list[list[Any]]:
        lines: list[list[Any]] = []
        words, about = self.style.words, [self.style.number(version.number), self.style.words(version.language)]
        with override(document.language):
            for question in document.questions.values():
                of_question = [words(question.key), words(question.type)]
                lines.append([*of_question, None, *about, words(question.text)])
                lines += [
                    [*of_question, words(option), *about, words(label)] for option, label in question.labels().items()
                ]
        return lines


def plain_number(written: str) -> int | float:
    """A number as the database writes it, without the zeros its column adds."""
    number = float(written)
    return int(number) if number.is_integer() else number
