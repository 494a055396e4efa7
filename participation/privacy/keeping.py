"""How long this app's own records, and the logs, are kept."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from participation.core.models import PersonalDataAct, ReadingLog
from participation.core.retention import Basis, Disposition, RetentionRule

from . import inactivity
from .models import DataCopy

YEARS_OF_LOGS = 5


def _copies_due(*, now: datetime):
    return DataCopy.objects.filter(expires_at__lte=now - timedelta(days=1))


def _logs_due(*, now: datetime) -> int:
    before = now - timedelta(days=365 * YEARS_OF_LOGS)
    return (
        PersonalDataAct.objects.filter(at__lte=before).count() + ReadingLog.objects.filter(read_at__lte=before).count()
    )


RULES = (
    inactivity.RULE,
    RetentionRule(
        name="copies of personal data",
        title=_("Requests for a copy of one’s own data"),
        purpose=_("Letting everybody see what is kept about them"),
        kept=_("one day after their hour; the copy itself is kept nowhere"),
        purge=lambda *, now: _copies_due(now=now).delete()[0],
        due=lambda *, now: _copies_due(now=now).count(),
        basis=Basis.LEGAL_OBLIGATION,
    ),
    RetentionRule(
        name="logs",
        title=_("Logs of what the staff read and did with personal data"),
        purpose=_("Accounting for it"),
        kept=_("5 years, then offered to the archives; no entry can be deleted here"),
        due=_logs_due,
        basis=Basis.LEGAL_OBLIGATION,
        disposition=Disposition.TRANSFER,
        is_archive=True,
    ),
)
