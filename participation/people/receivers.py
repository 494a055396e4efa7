"""What follows from a sign-in and from a new second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.users.models import UserProfile

from . import sessions
from .second_factor import FACTORS

NO_ADDRESS = "0.0.0.0"  # noqa: S104 - the absence of an address, not one to listen on


@receiver(user_logged_in)
def begin_session(request, user, **kwargs) -> None:
    if hasattr(request, "session"):
        sessions.begin(request.session)
        # The screen that answers lets the browser know (`screens.py`).
        request.has_just_signed_in = user


@receiver(pre_save, sender=UserSession)
def keep_no_network_address(instance: UserSession, **kwargs) -> None:
    """The browser and the day are enough to recognise a machine; the address would say where somebody lives."""
    instance.ip = NO_ADDRESS


@receiver(pre_save, sender=UserProfile)
def keep_the_citys_time(instance: UserProfile, **kwargs) -> None:
    """Days of the law and hours of closing are those of the city: no one in the office reads them in another zone."""
    instance.current_time_zone = ""


@receiver(authenticator_added)
def first_factor_was_shown(request, user, authenticator: Authenticator, **kwargs) -> None:
    """Setting up the first second factor shows it too: a code of it was typed, a key of it has signed.

    Only the first: with another one there already, that one must have been shown.
    """
    if authenticator.type not in FACTORS:
        return
    if Authenticator.objects.filter(user=user, type__in=FACTORS).exclude(pk=authenticator.pk).exists():
        return
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
