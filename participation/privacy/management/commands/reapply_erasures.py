"""`manage.py reapply_erasures`: after a restore, end again what had ended since."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.privacy import erasures


class Command(BaseCommand):
    help = "After a restore: holds mails back, and does again what is on the list of erasures."

    def handle(self, *args, **options):
        if not erasures.path().exists():
            self.stderr.write(f"There is no list at {erasures.path()}: bring it back first, or nobody is erased.")
        done = erasures.reapply(now=timezone.now())
        for name, number in done.items():
            self.stdout.write(f"{number} {name or 'erased'} again, {len(erasures.listed(name))} on the list")
        self.stdout.write(
            "Mails to subscribers are held back: look at “News by e-mail” in the office, then release them."
        )
