from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingConfig(AppConfig):
    name = "participation.mailing"
    label = "mailing"
    verbose_name = _("Mails")

    def ready(self) -> None:
        from participation.core import periodic, personal_data, restoring, retention
        from participation.people import account_sections, leaving

        from . import composing, delivering, holding, keeping, personal, signals, subscribing

        periodic.register("write mails to subscribers", composing.compose_due)
        periodic.register("send mails to subscribers", delivering.deliver_due, is_last=True)
        for rule in keeping.RULES:
            retention.register(rule)
        personal_data.register(*personal.KINDS)
        leaving.register("subscriptions", subscribing.forget_account)
        account_sections.register(
            account_sections.AccountSection(
                name="news",
                title=_("My news by e-mail"),
                text=_("A digest, or word of what you follow closely."),
                url_name="mailing:own",
            )
        )
        restoring.register(subscribing.ENDING)
        restoring.register_first("hold mails back", holding.after_restore)
        signals.connect()
