"""The second factor of who works in the office: something known or received is never enough."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from .models import User

OFFICE = "wagtailadmin.access_admin"
# Recovery codes replace a lost factor; they are none by themselves.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def works_in_office(user: User | AnonymousUser) -> bool:
    """Whether this person may enter the office at all, once the second factor is shown."""
    return user.is_authenticated and user.has_perm(OFFICE)


def has_shown_factor(request: HttpRequest) -> bool:
    """Whether this very session was opened, or confirmed, with a second factor."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def factors_of(user: User) -> set[str]:
    """The kinds of second factor this person has."""
    return set(Authenticator.objects.filter(user=user, type__in=FACTORS).values_list("type", flat=True))


def may_remove(authenticator: Authenticator) -> bool:
    """Whether a way of signing in may go: the last second factor of the staff may not."""
    if authenticator.type not in FACTORS or not works_in_office(authenticator.user):
        return True
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS).exclude(pk=authenticator.pk)
    return others.exists()
