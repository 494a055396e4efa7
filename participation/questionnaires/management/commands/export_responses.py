"""`manage.py export_responses <slug or key> --format csv|xlsx [--legend] [--output FILE]`: all its answers."""

import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from wagtail.models import Page

from participation.questionnaires import exports
from participation.questionnaires.models import Questionnaire


class Command(BaseCommand):
    # Checks would load every address of the site, which takes longer than exporting some thousand answers.
    requires_system_checks = ()
    help = "Exports the answers of a consultation, named by its page's slug or its key. The reading is logged."

    def add_arguments(self, parser):
        parser.add_argument("consultation", help="the slug of its page, in any language, or its key")
        parser.add_argument("--format", choices=[exports.CSV, exports.XLSX], default=exports.CSV)
        parser.add_argument("--legend", action="store_true", help="CSV of the questions instead of the answers")
        parser.add_argument("--output", help="file to write; standard output when left out")

    def handle(self, *args, consultation, format, legend, output, **options):
        questionnaire = find(consultation)
        kind = "legend" if legend else format
        if kind != "legend":
            exports.record_export(questionnaire=questionnaire, kind=kind, now=timezone.now())
        if kind == exports.XLSX:
            self._xlsx(questionnaire, output)
        else:
            lines = exports.legend_csv(questionnaire) if legend else exports.answers_csv(questionnaire)
            self._csv(lines, output)

    def _csv(self, lines: Iterator[str], output: str | None) -> None:
        if output:
            with Path(output).open("w", encoding="utf-8", newline="") as target:
                target.writelines(lines)
            return
        binary = self._binary()
        for text in lines:
            if binary:
                binary.write(text.encode())
            else:
                self.stdout.write(text, ending="")

    def _xlsx(self, questionnaire: Questionnaire, output: str | None) -> None:
        binary = None if output else self._binary()
        if not output and (binary is None or sys.stdout.isatty()):
            raise CommandError("An XLSX file is not for reading on a screen: give --output FILE.")
        if binary:
            exports.write_xlsx(questionnaire, binary)
        else:
            with Path(output).open("wb") as target:
                exports.write_xlsx(questionnaire, target)

    def _binary(self):
        """The standard output as bytes, so that no locale changes the file; None when it was replaced by text."""
        return getattr(self.stdout._out, "buffer", None)


def find(name: str) -> Questionnaire:
    """The ballot box of that name. Raises `CommandError` when there is none, or several."""
    try:
        keys = {UUID(name)}
    except ValueError:
        keys = set(Page.objects.filter(slug=name).values_list("translation_key", flat=True))
    found = list(Questionnaire.objects.select_related("activity").filter(activity__key__in=keys))
    if not found:
        raise CommandError(f"No published consultation is called “{name}”.")
    if len(found) > 1:
        listed = ", ".join(f"{box.activity.key} ({box.activity.title})" for box in found)
        raise CommandError(f"Several consultations are called “{name}”. Give a key instead: {listed}.")
    return found[0]
