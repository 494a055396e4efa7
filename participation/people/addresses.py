"""Whose an e-mail address is."""

from typing import Any

from allauth.account.models import EmailAddress
from django.dispatch import Signal

# The office has typed another address for an account (`user`): what went with the one before is the account's no more.
address_replaced = Signal()


def address_of(user: Any) -> str:
    """The account's address, if its owner has confirmed it: the office may have typed another."""
    is_confirmed = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()
    return user.email if user.email and is_confirmed else ""
