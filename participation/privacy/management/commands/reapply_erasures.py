"""`manage.py reapply_erasures`: after a restore, erase again whoever had been erased since."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.privacy import erasures


class Command(BaseCommand):
    help = "After a restore: erases again the people on the list of erasures."

    def handle(self, *args, **options):
        if not erasures.path().exists():
            self.stderr.write(f"There is no list at {erasures.path()}: bring it back first, or nobody is erased.")
        erased = erasures.reapply(now=timezone.now())
        self.stdout.write(f"{erased} erased again, {len(erasures.listed())} on the list")
