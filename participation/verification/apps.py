from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VerificationConfig(AppConfig):
    name = "participation.verification"
    label = "verification"
    verbose_name = _("Verification")

    def ready(self) -> None:
        from participation.core import personal_data, retention
        from participation.people import account_sections, leaving

        from . import keeping, own, personal
        from .franceconnect import signals

        signals.connect()
        personal_data.register(*personal.KINDS)
        leaving.register("verification", personal.forget)
        for rule in keeping.RULES:
            retention.register(rule)
        account_sections.register(
            account_sections.AccountSection(
                "tie",
                _("My tie to the city"),
                _("What is known of it, and how to establish it: a letter, a counter, a list."),
                "verification:tie",
                order=20,
                is_shown=lambda user: not user.awaits_guardian,
                state=own.state_in_words,
            )
        )
