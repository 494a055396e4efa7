"""Browsers in which somebody has signed in before.

Strangers can use up the codes an address may be sent in an hour. They cannot take this way from its owner: a browser
that knows the account has its own count. The cookie opens nothing by itself; it holds marks, no name and no address.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import User

NAME = "navigateur"
SALT = "participation.people.known-browser"
LIFE = timedelta(days=180)
# A family's computer: the accounts that signed in last.
MOST = 4


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let this browser know the account that has just signed in."""
    number, marks = _read(request)
    own = _mark(user)
    kept = [own, *(mark for mark in marks if mark != own)][:MOST]
    response.set_signed_cookie(
        f"{settings.COOKIE_PREFIX}{NAME}",
        ".".join((number or secrets.token_hex(8), *kept)),
        salt=SALT,
        max_age=LIFE,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def number_of(request: HttpRequest, user: User) -> str:
    """The number of this browser if it knows the account, else nothing. Signing out everywhere makes it forget."""
    number, marks = _read(request)
    own = _mark(user)
    return number if any(constant_time_compare(mark, own) for mark in marks) else ""


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    kept = request.get_signed_cookie(f"{settings.COOKIE_PREFIX}{NAME}", default="", salt=SALT, max_age=LIFE)
    number, *marks = kept.split(".")
    return number, marks


def _mark(user: User) -> str:
    return salted_hmac(SALT, f"{user.pk}|{user.session_stamp}", algorithm="sha256").hexdigest()[:24]
