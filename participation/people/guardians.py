"""A guardian's agreement to the account of a child under 15.

Their address is written to at once and never kept: only its keyed hash. The link in the message opens a page; the
button on that page agrees, once.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language, override

from participation.core.secrets import keyed_hash, normalised_address

from .leaving import remove_account
from .mails import send
from .models import GuardianRequest, User

DAYS = 14
SALT = "participation.people.guardian"


class NotNeeded(Exception):
    """The account waits for nobody."""


@dataclass(frozen=True)
class Asked:
    """A question that can still be answered."""

    request: GuardianRequest

    @property
    def pseudonym(self) -> str:
        return self.request.user.pseudonym


def address_hash(address: str) -> str:
    """The keyed hash of a guardian's address."""
    return keyed_hash("guardian", normalised_address(address))


def ask(*, user: User, address: str, now: datetime) -> GuardianRequest:
    """Write to a guardian; an older message stops working. Raises `NotNeeded`, and `OSError` when it cannot leave."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if not user.awaits_guardian or user.closed_at:
            raise NotNeeded
        GuardianRequest.objects.filter(user=user).delete()
        asked = GuardianRequest.objects.create(
            user=user,
            key=secrets.token_urlsafe(32),
            address_hash=address_hash(address),
            language=get_language() or settings.LANGUAGE_CODE,
            asked_at=now,
        )
    try:
        send(template="people/mail/guardian", address=address, context={"url": link_of(asked), "days": DAYS})
    except OSError:
        asked.delete()
        raise
    return asked


def link_of(asked: GuardianRequest) -> str:
    """The address of the page that asks; it names the question, not the child."""
    token = signing.dumps(asked.key, salt=SALT)
    with override(asked.language):
        return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("people_guardian_answer", args=[token]))


def find(*, token: str, now: datetime) -> Asked | None:
    """The question a link belongs to; None when it is forged, too old, answered or replaced."""
    try:
        key = signing.loads(token, salt=SALT, max_age=timedelta(days=DAYS))
    except signing.BadSignature:
        return None
    asked = GuardianRequest.objects.select_related("user").filter(key=key).first()
    if asked is None or asked.asked_at <= now - timedelta(days=DAYS) or not asked.user.is_active:
        return None
    return Asked(asked)


@transaction.atomic
def agree(*, token: str, now: datetime) -> User | None:
    """The guardian agrees: the account opens and the question is gone. None when the link no longer works."""
    asked = find(token=token, now=now)
    if asked is None:
        return None
    # Of two presses on the button, one finds the question: whoever deletes it opens the account.
    gone, _ = GuardianRequest.objects.filter(pk=asked.request.pk).delete()
    if not gone:
        return None
    user = User.objects.select_for_update().get(pk=asked.request.user_id)
    user.guardian_hash = asked.request.address_hash
    user.guardian_agreed_at = now
    user.save(update_fields=["guardian_hash", "guardian_agreed_at"])
    return user


@transaction.atomic
def decline(*, token: str, now: datetime) -> bool:
    """The guardian does not agree: the account, which could do nothing yet, is removed."""
    asked = find(token=token, now=now)
    if asked is None:
        return False
    remove_account(user=asked.request.user, by=None, now=now)
    return True
