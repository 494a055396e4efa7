"""Accounts that never began: gone after a while, with everything in them."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef

from participation.core.retention import RetentionRule

from .guardians import DAYS
from .models import User

DAYS_TO_CONFIRM = 7


def purge_unconfirmed(*, now: datetime) -> int:
    """Sign-ups whose address was never confirmed within 7 days."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    return _remove(
        User.objects.filter(signed_up_at__lte=now - timedelta(days=DAYS_TO_CONFIRM), last_login=None).exclude(
            Exists(confirmed)
        )
    )


def purge_without_guardian(*, now: datetime) -> int:
    """Children's accounts no guardian agreed to within 14 days."""
    return _remove(
        User.objects.filter(
            reached_fifteen=False, guardian_agreed_at=None, signed_up_at__lte=now - timedelta(days=DAYS)
        )
    )


def _remove(users) -> int:
    # Whoever was given a role since, or closed the account, is no unfinished sign-up any more.
    found = list(users.filter(groups=None, is_superuser=False, closed_at=None))
    for user in found:
        user.delete()
    return len(found)


UNCONFIRMED = RetentionRule("unconfirmed accounts", f"{DAYS_TO_CONFIRM} days after the sign-up", purge_unconfirmed)
WITHOUT_GUARDIAN = RetentionRule(
    "children’s accounts without a guardian’s agreement", f"{DAYS} days after the sign-up", purge_without_guardian
)
