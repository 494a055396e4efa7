from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "participation.privacy"
    label = "privacy"
    verbose_name = _("Personal data")

    def ready(self) -> None:
        from participation.core import periodic, personal_data, restoring, retention
        from participation.people import account_sections, leaving

        from . import checks, erasures, forgetting, keeping, nightly, personal, readings

        self.kept_alive = checks
        account_sections.register(
            account_sections.AccountSection(
                name="data",
                title=_("My data"),
                text=_("See what the site keeps about you, correct it, take a copy, erase it."),
                url_name="privacy_data",
                order=50,
            )
        )
        personal_data.register(*personal.KINDS)
        leaving.register("privacy", forgetting.forget)
        leaving.register_removal(erasures.note_account)
        restoring.register_list(erasures.note_one)
        readings.register_own()
        periodic.register("retention", nightly.run_when_due)
        for rule in keeping.RULES:
            retention.register(rule)
