"""`manage.py periodic`: everything that happens by itself."""

import time
from collections.abc import Callable

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from participation.core import periodic, retention


def publish_scheduled(*, now) -> str:
    call_command("publish_scheduled", verbosity=0)
    return "done"


class Command(BaseCommand):
    help = "Publishes what is scheduled, runs each app's periodic job, removes what is kept for a short while only."

    def add_arguments(self, parser):
        parser.add_argument("--loop", action="store_true", help="Go on until stopped.")
        parser.add_argument("--every", type=int, default=60, metavar="SECONDS", help="Pause between two rounds (60).")

    def handle(self, *args, loop: bool, every: int, **options):
        self.round()
        while loop:
            time.sleep(every)
            close_old_connections()
            self.round()

    def round(self) -> None:
        """One pass over every job; one that fails does not keep the others from running."""
        now = timezone.now()
        for name, job in [("publish_scheduled", publish_scheduled), *periodic.jobs().items()]:
            self.run(name, job, now)
        for rule in retention.short_rules():
            self.run(f"retention {rule.name}", rule.purge, now)

    def run(self, name: str, job: Callable[..., object], now) -> None:
        try:
            outcome = job(now=now)
        except Exception as error:  # noqa: BLE001 - whatever happens, the other jobs must run
            self.stderr.write(f"{now:%Y-%m-%d %H:%M:%S} {name}: failed, {type(error).__name__}: {error}")
        else:
            self.stdout.write(f"{now:%Y-%m-%d %H:%M:%S} {name}: {outcome}")
