from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuartiersConfig(AppConfig):
    name = "participation.quartiers"
    label = "quartiers"
    verbose_name = _("Quartiers")

    def ready(self):
        from participation.core import periodic, personal_data
        from participation.people import doors
        from participation.people import leaving as accounts

        from . import leaving, personal, reach, rights, signals

        doors.limit_by(reach.reach_of)
        periodic.register("rights of deputies", rights.refresh_all)
        accounts.register("quartiers", leaving.leave)
        personal_data.register(*personal.KINDS)
        signals.connect()
