"""What follows from the account's events."""

from allauth.account.signals import email_changed

from .subscribing import follow_address


def connect() -> None:
    email_changed.connect(_address_changed, dispatch_uid="mailing-address-changed")


def _address_changed(sender, user, to_email_address, **kwargs):
    follow_address(user=user, address=to_email_address.email)
