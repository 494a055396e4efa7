"""`manage.py roles`: the page that says who may do what, from the tables of rights and doors."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from participation.people import roles_page

PAGE = Path("docs") / "roles.md"


class Command(BaseCommand):
    help = "Prints who may do what; --write puts it into docs/roles.md, --check fails when that page is not current."
    requires_system_checks = []

    def add_arguments(self, parser):
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--write", action="store_true", help="write docs/roles.md again")
        chosen.add_argument("--check", action="store_true", help="fail when docs/roles.md is not current")

    def handle(self, *args, **options):
        page = settings.ROOT / PAGE
        content = roles_page.content()
        if options["write"]:
            page.write_text(content)
        elif options["check"]:
            if page.read_text() != content:
                raise CommandError(f"{PAGE} is not current: run `manage.py roles --write`.")
        else:
            self.stdout.write(content)
