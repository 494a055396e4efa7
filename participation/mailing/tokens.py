"""Links in mails: each does one thing, for one subscriber, and none is stored."""

import secrets
from uuid import UUID

from django.core import signing

from participation.core.secrets import keyed_hash

from .models import Subscriber

DAYS_TO_CONFIRM = 7
DAYS_TO_CHOOSE = 90
DAY = 24 * 3600
LENGTH = 40


class BadLink(Exception):
    """The link is damaged, too old, or its subscription is gone."""


def confirmation_token(subscriber: Subscriber) -> str:
    return _signer("confirm").sign(subscriber.key.hex)


def confirmed_key(token: str) -> UUID:
    """Whom the link of a confirmation is for; it works a week. Raises `BadLink`."""
    return _unsigned("confirm", token, DAYS_TO_CONFIRM)


def choices_token(subscriber: Subscriber) -> str:
    return _signer("choices").sign(subscriber.key.hex)


def chooser_key(token: str) -> UUID:
    """Whose choices the link opens; it works for 90 days. Raises `BadLink`."""
    return _unsigned("choices", token, DAYS_TO_CHOOSE)


def leaving_token(subscriber: Subscriber) -> str:
    """For unsubscribing alone. It works as long as the subscription, even when the site's signing key has changed."""
    return f"{subscriber.key.hex}.{_seal(subscriber.key)}"


def leaver_key(token: str) -> UUID:
    """Who leaves. Raises `BadLink`."""
    name, _dot, seal = token.partition(".")
    key = _key(name)
    if not secrets.compare_digest(seal.encode(), _seal(key).encode()):
        raise BadLink
    return key


def _signer(purpose: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=".", salt=f"participation.mailing.{purpose}")


def _unsigned(purpose: str, token: str, days: int) -> UUID:
    try:
        return _key(_signer(purpose).unsign(token, max_age=days * DAY))
    except signing.BadSignature as error:
        raise BadLink from error


def _seal(key: UUID) -> str:
    return keyed_hash("unsubscribe", key.hex)[:LENGTH]


def _key(name: str) -> UUID:
    try:
        return UUID(hex=name)
    except ValueError as error:
        raise BadLink from error
