from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionnairesConfig(AppConfig):
    name = "participation.questionnaires"
    label = "questionnaires"
    verbose_name = _("Questionnaires")

    def ready(self):
        from participation.core import periodic, personal_data, restoring, retention
        from participation.people import leaving
        from participation.privacy import readings, words

        from . import deleting, drafts, orders, personal, redacting, tallies

        deleting.make_page_deletion_atomic()
        periodic.register("compact tallies", tallies.compact_due)
        retention.register(drafts.RETENTION)
        retention.register(drafts.CODE_RETENTION)
        periodic.register("scatter participations", drafts.scatter_due)
        periodic.register("write exports", orders.write_due)
        retention.register(orders.RETENTION)
        personal_data.register(*personal.KINDS)
        restoring.register(redacting.ENDING)
        leaving.register("questionnaires", personal.forget)
        for rule in personal.RULES:
            retention.register(rule)
        readings.register("participation", "answers answers_results", readings.Reading(words.ANSWERS_LISTED))
