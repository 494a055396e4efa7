from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VerificationConfig(AppConfig):
    name = "participation.verification"
    label = "verification"
    verbose_name = _("Verification")

    def ready(self) -> None:
        from participation.core import retention

        from . import keeping
        from .franceconnect import signals

        signals.connect()
        for rule in keeping.RULES:
            retention.register(rule)
