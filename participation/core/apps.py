from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "participation.core"
    label = "core"
    verbose_name = _("Participation")

    def ready(self) -> None:
        from . import append_only

        post_migrate.connect(append_only.install, sender=self, dispatch_uid="core_append_only")
