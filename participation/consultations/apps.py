from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationsConfig(AppConfig):
    name = "participation.consultations"
    label = "consultations"
    verbose_name = _("Consultations")

    def ready(self):
        from participation.core import periodic
        from participation.processes import registry

        from . import indexing, signals
        from .pages import KIND, REPLY_TAB, ConsultationPage

        registry.register(registry.ActivityType(KIND, _("Consultation"), ConsultationPage, reply_tab=REPLY_TAB))
        periodic.register("index closed consultations", indexing.index_closed)
        signals.connect()
