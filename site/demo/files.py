"""The few files residents can download: made from the content, so that they always say the same."""

import csv
import io
from collections.abc import Callable

from django.core.files.base import ContentFile

from demo import open_document
from demo.content import hours_consultation, square_consultation
from demo.content.records import Consultation, Question, Section
from participation.editorial.models import CityDocument

DOTS = "…" * 30
NOTICE = "Document de démonstration : la place, les personnes et les chiffres sont inventés."
COUNTS_TITLE = "Comptages sur la place (démonstration)"
COUNTS = (
    ("jour", "heure", "personnes_qui_traversent", "personnes_assises", "temperature_au_sol_en_degres"),
    ("mardi 7 juillet 2026", "8 h", 182, 6, 22),
    ("mardi 7 juillet 2026", "12 h", 240, 3, 41),
    ("mardi 7 juillet 2026", "17 h", 311, 9, 46),
    ("mardi 7 juillet 2026", "21 h", 58, 14, 33),
    ("samedi 11 juillet 2026", "8 h", 402, 11, 23),
    ("samedi 11 juillet 2026", "12 h", 655, 8, 43),
    ("samedi 11 juillet 2026", "17 h", 204, 12, 47),
    ("samedi 11 juillet 2026", "21 h", 73, 21, 34),
)


def square() -> list[CityDocument]:
    """Counts on the square and the questionnaire to print."""
    questionnaire = square_consultation.DOCUMENTS[-1]
    return [
        _ensure(COUNTS_TITLE, "comptages-place.csv", _counts),
        _ensure(questionnaire.title, "questionnaire-place.odt", lambda: _printed(square_consultation.CONSULTATION)),
    ]


def hours() -> list[CityDocument]:
    """The summary of what was said about opening hours."""
    (summary,) = hours_consultation.CONSULTATION.documents
    body = [("", NOTICE), *open_document.paragraphs(hours_consultation.REPLY.synthesis)]
    return [_ensure(summary.title, "synthese-horaires.odt", lambda: open_document.write(summary.title, body))]


def _ensure(title: str, name: str, make: Callable[[], bytes]) -> CityDocument:
    """The document of this title in the library, made when it is missing."""
    found = CityDocument.objects.filter(title=title).first()
    if found:
        return found
    document = CityDocument.objects.create(title=title, file=ContentFile(make(), name=name))
    # Asked for once, the size is kept: pages show it without opening the file.
    document.get_file_size()
    return document


def _counts() -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(COUNTS)
    # The mark at the start tells spreadsheets that the text is UTF-8.
    return stream.getvalue().encode("utf-8-sig")


def _printed(consultation: Consultation) -> bytes:
    body: list[open_document.Paragraph] = [("", NOTICE)]
    for block in consultation.body:
        if isinstance(block, Section):
            body += [("2", block.title), *open_document.paragraphs(block.intro)]
        elif isinstance(block, Question):
            body += [("", line) for line in _question(block)]
    return open_document.write(consultation.title, body)


def _question(question: Question) -> list[str]:
    lines = [f"▸ {question.text}", *(line for line in (question.hint, question.why) if line)]
    if question.kind == "scale":
        boxes = "   ".join(f"☐ {step}" for step in range(1, (question.steps or 0) + 1))
        lines.append(f"{question.low_label}   {boxes}   {question.high_label}")
    elif question.choices:
        lines += [f"☐ {label}" for label in question.choices]
    else:
        lines.append(DOTS)
    if question.allow_other:
        lines.append(f"☐ Autre\u00a0: {DOTS}")
    if question.has_no_opinion:
        lines.append("☐ Je ne me prononce pas")
    return lines
