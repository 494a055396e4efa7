from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionnairesConfig(AppConfig):
    name = "participation.questionnaires"
    label = "questionnaires"
    verbose_name = _("Questionnaires")

    def ready(self):
        from participation.core import periodic, retention

        from . import deleting, drafts, orders, tallies

        deleting.make_page_deletion_atomic()
        periodic.register("compact tallies", tallies.compact_due)
        retention.register(drafts.RETENTION)
        retention.register(drafts.CODE_RETENTION)
        periodic.register("scatter participations", drafts.scatter_due)
        periodic.register("write exports", orders.write_due)
        retention.register(orders.RETENTION)
