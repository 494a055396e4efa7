"""How long codes, letters and lists are kept."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.retention import RetentionRule

from . import lists
from .models import CounterCode, Letter, ListEntry, TieProof

DAYS_UNPOSTED = 30


def letters_due(*, now: datetime) -> QuerySet[Letter]:
    """Letters whose code no longer works, and those never posted, with the address they hold."""
    is_late = Q(posted_at=None, ordered_at__lt=now - timedelta(days=DAYS_UNPOSTED))
    return Letter.objects.filter(Q(expires_on__lte=timezone.localdate(now)) | is_late)


def counter_codes_due(*, now: datetime) -> QuerySet[CounterCode]:
    return CounterCode.objects.filter(expires_at__lte=now)


def proofs_due(*, now: datetime) -> QuerySet[TieProof]:
    """Established ties that are no longer valid."""
    return TieProof.objects.filter(ends_on__lte=timezone.localdate(now))


def entries_due(*, now: datetime) -> QuerySet[ListEntry]:
    return ListEntry.objects.filter(people_list__in=lists.lists_due(now=now))


def purge_letters(*, now: datetime) -> int:
    return letters_due(now=now).delete()[0]


def purge_counter_codes(*, now: datetime) -> int:
    return counter_codes_due(now=now).delete()[0]


def purge_proofs(*, now: datetime) -> int:
    return proofs_due(now=now).delete()[0]


ESTABLISHING = _("Establishing a tie to the city")
RULES = (
    RetentionRule(
        name="letters",
        title=_("Letters with a code"),
        purpose=ESTABLISHING,
        kept=_("the address until the letter has left, 30 days at most; the rest 60 days"),
        purge=purge_letters,
        due=lambda *, now: letters_due(now=now).count(),
    ),
    RetentionRule(
        name="counter codes",
        title=_("Codes shown at a counter"),
        purpose=ESTABLISHING,
        kept=_("one day"),
        purge=purge_counter_codes,
        due=lambda *, now: counter_codes_due(now=now).count(),
        is_short=True,
    ),
    RetentionRule(
        name="established ties",
        title=_("Established ties to the city"),
        purpose=ESTABLISHING,
        kept=_("3 years"),
        purge=purge_proofs,
        due=lambda *, now: proofs_due(now=now).count(),
    ),
    RetentionRule(
        name="lists of people",
        title=_("Lists the city may lawfully use, as keyed hashes"),
        purpose=ESTABLISHING,
        kept=_("until the day recorded with each list"),
        purge=lists.delete_due,
        due=lambda *, now: entries_due(now=now).count(),
    ),
)
