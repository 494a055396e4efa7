"""Accounts that never began: gone after a while, with everything in them."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from participation.core.retention import RetentionRule

from .guardians import DAYS
from .leaving import remove_account
from .models import GuardianRequest, User

DAYS_TO_CONFIRM = 7


def unconfirmed(*, now: datetime) -> QuerySet[User]:
    """Sign-ups whose address was never confirmed within 7 days."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    return _unused().filter(
        ~Exists(confirmed), signed_up_at__lte=now - timedelta(days=DAYS_TO_CONFIRM), last_login=None
    )


def without_guardian(*, now: datetime) -> QuerySet[User]:
    """Children's accounts no guardian agreed to within 14 days of the sign-up, and of the last question."""
    since = now - timedelta(days=DAYS)
    still_asked = GuardianRequest.objects.filter(user=OuterRef("pk"), asked_at__gt=since)
    return _unused().filter(
        ~Exists(still_asked), reached_fifteen=False, guardian_agreed_at=None, signed_up_at__lte=since
    )


def _unused() -> QuerySet[User]:
    # Whoever was given a role since, or closed the account, is no unfinished sign-up any more.
    return User.objects.filter(groups=None, is_superuser=False, closed_at=None)


def purge_unconfirmed(*, now: datetime) -> int:
    return _remove(unconfirmed(now=now), now)


def purge_without_guardian(*, now: datetime) -> int:
    return _remove(without_guardian(now=now), now)


def _remove(users: QuerySet[User], now: datetime) -> int:
    found = list(users)
    for user in found:
        remove_account(user=user, by=None, now=now)
    return len(found)


UNCONFIRMED = RetentionRule(
    name="unconfirmed accounts",
    title=_("Sign-ups whose address was never confirmed"),
    purpose=_("Opening an account"),
    kept=_("7 days after the sign-up"),
    purge=purge_unconfirmed,
    due=lambda *, now: unconfirmed(now=now).count(),
)
WITHOUT_GUARDIAN = RetentionRule(
    name="children’s accounts without a guardian’s agreement",
    title=_("Children’s accounts no parent or guardian agreed to"),
    purpose=_("Opening an account"),
    kept=_("14 days after the sign-up"),
    purge=purge_without_guardian,
    due=lambda *, now: without_guardian(now=now).count(),
)
