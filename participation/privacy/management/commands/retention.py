"""`manage.py retention`: what the periodic command does each night, by hand or to see what it would do."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.privacy import nightly


class Command(BaseCommand):
    help = "Removes what has reached its term: every rule that has not finished today."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Count, rule by rule; write nothing.")
        parser.add_argument("--again", action="store_true", help="Also the rules that have finished today.")

    def handle(self, *args, dry_run: bool, again: bool, **options):
        now = timezone.now()
        if dry_run:
            for due in nightly.dry_run(now=now):
                self.say(due.rule.name, due.number, due.state)
            return
        for outcome in nightly.run(now=now, again=again):
            self.say(outcome.rule, outcome.number, nightly.State(outcome.state))

    def say(self, rule: str, number: int, state: nightly.State) -> None:
        line = f"{rule}: {number}"
        if state == nightly.State.DONE:
            self.stdout.write(line)
        elif state == nightly.State.FAILED:
            self.stderr.write(f"{rule}: failed, see the log; the next run tries again")
        else:
            self.stdout.write(f"{line} due, untouched – {state.label}")
