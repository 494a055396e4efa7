"""What changed between two frozen questionnaires, and whether it alters answers already given."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .documents import Document
from .questions import Question


@dataclass(frozen=True)
class Change:
    """`sentence` is shown to editors and, when the questionnaire changed under their hands, to residents."""

    question: str
    sentence: str
    alters_meaning: bool


def changes(older: Document, newer: Document) -> list[Change]:
    """All changes to questions, in the order of the newer document, removed questions last."""
    before, after = older.questions, newer.questions
    found: list[Change] = []
    for key, question in after.items():
        if key not in before:
            found.append(Change(key, _("New question: “%(text)s”.") % {"text": question.text}, question.required))
        else:
            found.extend(_question_changes(before[key], question))
    for key, question in before.items():
        if key not in after:
            found.append(Change(key, _("Question removed: “%(text)s”.") % {"text": question.text}, True))
    return found


def altering(older: Document, newer: Document) -> list[Change]:
    return [change for change in changes(older, newer) if change.alters_meaning]


def _question_changes(before: Question, after: Question) -> Iterator[Change]:
    words = {"text": before.text}
    if before.type != after.type:
        yield Change(before.key, _("“%(text)s”: another kind of question.") % words, True)
        return
    if before.text != after.text:
        yield Change(before.key, _("“%(text)s” now reads “%(new)s”.") % {"text": before.text, "new": after.text}, True)
    old_labels, new_labels = before.labels(), after.labels()
    for choice, label in old_labels.items():
        if choice not in new_labels:
            yield Change(
                before.key, _("“%(text)s”: the option “%(label)s” was removed.") % {**words, "label": label}, True
            )
        elif new_labels[choice] != label:
            yield Change(
                before.key,
                _("“%(text)s”: “%(label)s” now reads “%(new)s”.")
                % {**words, "label": label, "new": new_labels[choice]},
                True,
            )
    for choice, label in new_labels.items():
        if choice not in old_labels:
            yield Change(
                before.key, _("“%(text)s”: the option “%(label)s” was added.") % {**words, "label": label}, False
            )
    if before.tightened(after):
        yield Change(before.key, _("“%(text)s”: the limits are narrower.") % words, True)
