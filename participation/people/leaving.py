"""Leaving: what goes when somebody closes an account, and what stays.

The row stays, emptied, so that public acts keep their author – under the pseudonym nobody chose. Other apps register
what they do at that moment with their own records.
"""

from collections.abc import Callable
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import ProtectedError

from .models import GuardianRequest, User
from .sessions import end_all_sessions

_hooks: dict[str, Callable[..., object]] = {}
_removals: list[Callable[..., object]] = []


class LeavingRefused(Exception):
    """Whoever works in the office does not close her own account: administration does."""


def register(name: str, hook: Callable[..., object]) -> None:
    """`hook(user=…, by=…, now=…)` runs in the closing's transaction, before the account is emptied."""
    _hooks[name] = hook


def register_removal(hook: Callable[..., object]) -> None:
    """`hook(user=…, now=…)` runs before an account is removed altogether."""
    _removals.append(hook)


@transaction.atomic
def close_account(*, user: User, by: User | None, now: datetime) -> User:
    """Empty the account and close it for good; `by` is nobody when its time is over.

    Raises `LeavingRefused` for staff unless somebody else does it.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if by and by.pk == user.pk and user.has_perm("wagtailadmin.access_admin"):
        raise LeavingRefused
    if user.closed_at:
        return user
    for hook in _hooks.values():
        hook(user=user, by=by, now=now)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    GuardianRequest.objects.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()
    user.email = user.first_name = user.last_name = user.display_name = user.guardian_hash = ""
    user.guardian_agreed_at = user.last_login = None
    user.username = f"parti-{user.pk}"
    user.is_active = user.is_superuser = user.is_staff = False
    user.closed_at = now
    user.set_unusable_password()
    user.save()
    end_all_sessions(user=user)
    return user


@transaction.atomic
def remove_account(*, user: User, by: User | None, now: datetime) -> None:
    """Remove an account with which nothing was ever done; one that a log or a decision speaks of is emptied."""
    try:
        with transaction.atomic():
            for hook in _removals:
                hook(user=user, now=now)
            user.delete()
    except ProtectedError:
        close_account(user=user, by=by, now=now)
