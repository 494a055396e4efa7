"""Confirming an e-mail address with a six-digit code; the address is never stored."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from participation.core.secrets import keyed_hash

from .models import Draft, EmailCode
from .tokens import address_hash

MINUTES_VALID = 15
ATTEMPTS = 5


class CodeRefused(Exception):
    """The code is wrong, used up or expired; `left` is the number of tries left (0: ask for a new code)."""

    def __init__(self, left: int):
        super().__init__("code refused")
        self.left = left


class MailNotSent(Exception):
    """The mail server did not take the message; nothing was stored."""


def is_address(typed: str) -> bool:
    """Whether a message can be sent there: well formed, and with a domain that exists in ASCII."""
    try:
        validate_email(typed)
        typed.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError):
        return False
    return True


def send_code(*, draft: Draft, address: str, title: str, now: datetime) -> EmailCode:
    """Send a new code to the address; an older one of this draft stops working. Raises `MailNotSent`."""
    code = f"{secrets.randbelow(1_000_000):06d}"
    hashed = address_hash(key=str(draft.questionnaire.activity.key), address=address)
    with transaction.atomic():
        EmailCode.objects.filter(draft=draft).delete()
        record = EmailCode.objects.create(
            draft=draft,
            address_hash=hashed,
            code_hash=_code_hash(draft, code),
            attempts_left=ATTEMPTS,
            expires_at=now + timedelta(minutes=MINUTES_VALID),
        )
    context = {"code": code, "title": title, "minutes": MINUTES_VALID}
    try:
        send_mail(subject=_("Your code: %(code)s") % {"code": code}, template="code", context=context, address=address)
    except OSError as error:
        record.delete()
        raise MailNotSent from error
    return record


def confirm(*, draft: Draft, typed: str, now: datetime) -> str:
    """The keyed hash of the address whose code was typed. Raises `CodeRefused`; five tries, a quarter of an hour."""
    digits = "".join(character for character in typed if character.isdigit())
    # One conditional UPDATE spends a try, so that parallel guesses cannot share one.
    spent = EmailCode.objects.filter(draft=draft, attempts_left__gt=0, expires_at__gt=now).update(
        attempts_left=F("attempts_left") - 1
    )
    record = EmailCode.objects.filter(draft=draft).first()
    if not spent or record is None:
        raise CodeRefused(0)
    if not secrets.compare_digest(record.code_hash, _code_hash(draft, digits)):
        raise CodeRefused(record.attempts_left)
    return record.address_hash


def _code_hash(draft: Draft, code: str) -> str:
    return keyed_hash("code", f"{draft.pk}|{code}")


def send_mail(*, subject: str, template: str, context: dict, address: str) -> None:
    """One message in plain text and HTML; raises `OSError` (SMTP errors included) when the server refuses."""
    text = render_to_string(f"questionnaires/mail/{template}.txt", context)
    message = EmailMultiAlternatives(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [address])
    message.attach_alternative(render_to_string(f"questionnaires/mail/{template}.html", context), "text/html")
    message.send()
