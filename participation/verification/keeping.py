"""How long codes, letters and lists are kept."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.retention import RetentionRule

from . import lists
from .models import CounterCode, Letter, TieProof

DAYS_UNPOSTED = 30


def purge_letters(*, now: datetime) -> int:
    """Letters whose code no longer works, and those never posted, with the address they hold."""
    gone, _by_model = Letter.objects.filter(expires_on__lte=timezone.localdate(now)).delete()
    late, _by_model = Letter.objects.filter(posted_at=None, ordered_at__lt=now - timedelta(days=DAYS_UNPOSTED)).delete()
    return gone + late


def purge_counter_codes(*, now: datetime) -> int:
    return CounterCode.objects.filter(expires_at__lte=now).delete()[0]


def purge_proofs(*, now: datetime) -> int:
    """Established ties that are no longer valid."""
    return TieProof.objects.filter(ends_on__lte=timezone.localdate(now)).delete()[0]


RULES = (
    RetentionRule(
        name="letters",
        kept=_("the address until the letter has left, 30 days at most; the rest 60 days"),
        purge=purge_letters,
    ),
    RetentionRule(name="counter codes", kept=_("one day"), purge=purge_counter_codes),
    RetentionRule(name="established ties", kept=_("3 years"), purge=purge_proofs),
    RetentionRule(name="lists of people", kept=_("until the day recorded with each list"), purge=lists.delete_due),
)
