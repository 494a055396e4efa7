from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProcessesConfig(AppConfig):
    name = "participation.processes"
    label = "processes"
    verbose_name = _("Processes")

    def ready(self) -> None:
        from participation.mailing import topics
        from participation.mailing.models import Interest

        from . import following

        topics.register(Interest.Kind.MECHANISM, following.mechanisms)
        topics.register(Interest.Kind.FOLLOWED, following.followed)
