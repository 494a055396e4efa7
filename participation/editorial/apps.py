from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "participation.editorial"
    label = "editorial"
    verbose_name = _("Editorial content")

    def ready(self) -> None:
        from . import choosers, limits, signals

        signals.connect()
        limits.hold()
        choosers.let_begin()
