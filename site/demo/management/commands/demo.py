"""`manage.py demo`: the demonstration site, from an empty database. Running it again changes nothing."""

import json

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import override

from demo import loading, logins


class Command(BaseCommand):
    help = "Loads the demonstration content; --logins prints the demonstration logins as JSON."
    # `migrate`, which has to come first, has just run them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--logins", action="store_true", help="print the demonstration logins as JSON, role by role"
        )

    def handle(self, *args, **options):
        call_command("setup_site", stdout=self.stderr if options["logins"] else self.stdout)
        known = logins.ensure_logins()
        if options["logins"]:
            self.stdout.write(json.dumps(known, indent=2))
            return
        with override("fr"):
            loading.load(now=timezone.now(), say=self.stdout.write)
