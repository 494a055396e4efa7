"""What follows from the account's events."""

from allauth.account.signals import email_changed

from participation.people.addresses import address_replaced

from .subscribing import follow_address, unlink


def connect() -> None:
    email_changed.connect(_address_changed, dispatch_uid="mailing-address-changed")
    address_replaced.connect(_address_replaced, dispatch_uid="mailing-address-replaced")


def _address_changed(sender, user, to_email_address, **kwargs):
    follow_address(user=user, address=to_email_address.email)


def _address_replaced(sender, user, **kwargs):
    unlink(user=user)
