"""The columns of an export: which there are, and what one response says in each."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from .documents import Document, compiled
from .freezing import current_version
from .models import Questionnaire, Response
from .questions import OTHER, MultipleChoice, NumberQuestion, Question
from .questions.base import WithChoices

FIXED = 4


class Table:
    """A questionnaire in all its versions, compiled once, as columns. Built in the language the headings shall have.

    A question whose kind changed has one group of columns for each kind; `put` says where answers go.
    """

    def __init__(self, questionnaire: Questionnaire):
        versions = list(questionnaire.versions.order_by("number"))
        self.numbers = {version.pk: version.number for version in versions}
        self.channels = {value: str(label) for value, label in Response.Channel.choices}
        self.header = [_("version"), _("language"), _("channel"), _("day")]
        documents = {version.pk: compiled(version) for version in versions}
        main = current_version(questionnaire, settings.LANGUAGE_CODE)
        ordered = [documents[main.pk]] if main else []
        ordered += [documents[version.pk] for version in reversed(versions) if not main or version.pk != main.pk]
        self._groups: dict[tuple[str, str], dict[str, int]] = {}
        for document in ordered:
            for question in document.questions.values():
                self._add(question)
        # Options that only another version offered come after all those of the main one.
        self.put = {pk: self._places(document) for pk, document in documents.items()}
        self.legend_header = [_("key"), _("kind"), _("option"), _("version"), _("language"), _("words")]
        self.legend = [row for version in versions for row in self._legend(version, documents[version.pk])]

    def _column(self, heading: str) -> int:
        self.header.append(heading)
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

    def row(self, version_id: int, language: str, channel: str, day: date, answers: Iterable[tuple]) -> list[Any]:
        """The cells of one response; `answers` are (question, choice, number, text)."""
        cells: list[Any] = [None] * len(self.header)
        cells[:FIXED] = (self.numbers[version_id], language, self.channels.get(channel, channel), day.isoformat())
        places = self.put[version_id]
        for key, choice, number, text in answers:
            if key not in places:
                continue
            question, group, labels, boxes = places[key]
            if boxes:
                if cells[boxes[0]] is None:
                    for column in boxes:
                        cells[column] = 0
                if choice in group:
                    cells[group[choice]] = 1
                if text:
                    cells[group["text"]] = text
            elif isinstance(question, NumberQuestion):
                cells[group[""]] = _plain(number)
            elif choice:
                cells[group[""]] = labels.get(choice, choice)
                if text:
                    cells[group["text"]] = text
            else:
                cells[group[""]] = text
        return cells

    def _legend(self, version, document: Document) -> list[list[Any]]:
        lines: list[list[Any]] = []
        with override(document.language):
            for question in document.questions.values():
                about = [version.number, version.language]
                lines.append([question.key, question.type, "", *about, question.text])
                lines += [
                    [question.key, question.type, option, *about, label] for option, label in question.labels().items()
                ]
        return lines


def _plain(number: Decimal | float | None) -> int | Decimal | None:
    """A number as the driver gives it (SQLite: whole or floating), without the zeros its column adds."""
    if number is None:
        return None
    whole = int(number)
    return whole if whole == number else Decimal(str(number)).normalize()
