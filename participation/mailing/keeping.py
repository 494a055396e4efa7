"""How long subscriptions and sent mails are kept."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from participation.core.retention import Basis, RetentionRule

from .models import Mail, Sending, Subscriber
from .tokens import DAYS_TO_CONFIRM

DAYS_TO_KEEP_ROWS = 60
OVER = (Mail.State.SENT, Mail.State.FAILED, Mail.State.GIVEN_UP)


def purge_unconfirmed(*, now: datetime) -> int:
    """Addresses typed in and never confirmed: nobody knows whether their owners typed them."""
    return unconfirmed(now=now).delete()[1].get(Subscriber._meta.label, 0)


def unconfirmed(*, now: datetime) -> QuerySet[Subscriber]:
    return Subscriber.objects.filter(confirmed_at=None, asked_at__lte=now - timedelta(days=DAYS_TO_CONFIRM))


def old_sendings(*, now: datetime) -> QuerySet[Sending]:
    return Sending.objects.filter(until__lt=now - timedelta(days=DAYS_TO_KEEP_ROWS))


@transaction.atomic
def thin_sendings(*, now: datetime) -> int:
    """Old sendings keep their numbers, no longer a row for each person."""
    old = old_sendings(now=now)
    removed = 0
    for sending in old.select_for_update().filter(pk__in=Mail.objects.values("sending")):
        rows = sending.mails.filter(state__in=OVER)
        for state, number in rows.values_list("state").annotate(number=Count("pk")):
            sending.counted[state] = sending.counted.get(state, 0) + number
        removed += rows.delete()[0]
        # Two months late it is no news any more, whether it left or not.
        left = sending.mails.filter(~Q(state__in=OVER))
        sending.counted[Mail.State.GIVEN_UP] = sending.counted.get(Mail.State.GIVEN_UP, 0) + left.count()
        removed += left.delete()[0]
        sending.save(update_fields=["counted"])
    # Those that had nothing to say.
    old.filter(counted={}).delete()
    return removed


RULES = (
    RetentionRule(
        name="unconfirmed subscriptions",
        title=_("Subscriptions to news never confirmed"),
        purpose=_("Sending the news somebody asked for"),
        kept=_("7 days after the address was typed in"),
        purge=purge_unconfirmed,
        due=lambda *, now: unconfirmed(now=now).count(),
        basis=Basis.CONSENT,
    ),
    RetentionRule(
        name="mails sent to subscribers",
        title=_("Who was sent which news"),
        purpose=_("Sending the news somebody asked for"),
        kept=_("60 days; afterwards only how many"),
        purge=thin_sendings,
        due=lambda *, now: Mail.objects.filter(sending__in=old_sendings(now=now)).count(),
        basis=Basis.CONSENT,
    ),
)
