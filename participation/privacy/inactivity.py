"""Accounts nobody has used for three years: a warning by mail, then, a month later, they are emptied."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from participation.core.retention import Disposition, RetentionRule
from participation.people.leaving import close_account
from participation.people.mails import send
from participation.people.models import User

from .models import InactivityNotice

DAYS = 3 * 365
DAYS_OF_NOTICE = 30
# Mails of one night.
AT_ONCE = 200
# From this answer of a mail server on, trying again is of no use.
PERMANENT = 500
logger = logging.getLogger(__name__)


def _unused(now: datetime) -> QuerySet[User]:
    """Residents' accounts; whoever works in the office is administration's care."""
    seen = User.objects.annotate(seen_at=Coalesce("last_login", "date_joined"))
    return seen.filter(
        seen_at__lte=now - timedelta(days=DAYS), closed_at=None, is_superuser=False, groups=None, user_permissions=None
    )


def due(*, now: datetime) -> QuerySet[User]:
    """Warned a month ago and not seen since."""
    return _unused(now).filter(inactivity_notice__sent_at__lte=now - timedelta(days=DAYS_OF_NOTICE))


def warn(*, now: datetime) -> int:
    """Write to those whose time is nearly over, some each night; returns how many. Who came back is forgotten here."""
    InactivityNotice.objects.filter(user__last_login__gt=F("tried_at")).delete()
    if InactivityNotice.objects.filter(tried_at__gt=now - timedelta(hours=12)).exists():
        # Tonight's have left, or were cut short: the others wait for the next night.
        return 0
    soon = _unused(now + timedelta(days=DAYS_OF_NOTICE)).filter(inactivity_notice__sent_at=None)
    warned = 0
    # Who was never written to comes before those whose mailbox did not take it.
    for user in soon.order_by(F("inactivity_notice__tried_at").asc(nulls_first=True), "pk")[:AT_ONCE]:
        # Said to be sent only afterwards: a worker killed in between rather warns twice than never.
        notice, _is_new = InactivityNotice.objects.update_or_create(user=user, defaults={"tried_at": now})
        try:
            is_over = not user.email or _write_to(user, now) or notice.refusals >= DAYS_OF_NOTICE
        except OSError:
            logger.warning("The warnings to unused accounts could not be sent; the next night tries again.")
            break
        notice.refusals, notice.sent_at = notice.refusals + (not is_over), now if is_over else None
        notice.save(update_fields=["refusals", "sent_at"])
        warned += is_over
    return warned


def _write_to(user: User, now: datetime) -> bool:
    """Whether all was done: the message left, or this mailbox refuses it for good. Raises `OSError`."""
    with override(settings.LANGUAGE_CODE):
        context = {
            "url": urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("people_account")),
            "day": timezone.localdate(now + timedelta(days=DAYS_OF_NOTICE)),
        }
        try:
            send(template="privacy/mail/inactive", address=user.email, context=context)
        except SMTPRecipientsRefused as refusal:
            return all(code >= PERMANENT for code, _said in refusal.recipients.values())
        except SMTPDataError as refusal:
            return refusal.smtp_code >= PERMANENT
        except (SMTPNotSupportedError, ValueError):
            return True  # an address that no message can be written to
    return True


def purge(*, now: datetime) -> int:
    found = list(due(now=now))
    for user in found:
        close_account(user=user, by=None, now=now)
    return len(found)


RULE = RetentionRule(
    name="unused accounts",
    title=_("Accounts of residents, with all they hold"),
    purpose=_("Taking part with an account"),
    kept=_("3 years after the last sign-in, then a warning and 30 days"),
    purge=purge,
    due=lambda *, now: due(now=now).count(),
    disposition=Disposition.ANONYMISE,
)
