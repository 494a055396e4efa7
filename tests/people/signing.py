"""How people sign in, in tests: the code in a message, that of an authenticator, the forms as a browser sends them."""

import re
import time

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse

from participation.people.models import User

PASSWORD = "a long enough password"
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


def make_resident(address: str = "lea@example.org", *, password: str | None = None, **fields) -> User:
    """Somebody with a confirmed address; without a password unless one is given."""
    user = User(username=address.replace("@", "-at-"), email=address, **fields)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return user


def last_code() -> str:
    """The code in the last message sent."""
    return CODE.search(mail.outbox[-1].body)[0]


def wrong(code: str) -> str:
    """Another code than this one."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def code_of(secret: str, *, periods: int = 0) -> str:
    """What an authenticator with this secret shows now, or some periods of 30 seconds later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + periods))


def ask_code(client: Client, address: str, **typed):
    """Ask for a code by e-mail."""
    return client.post(reverse("account_request_login_code"), {"email": address, **typed})


def type_code(client: Client, code: str, **typed):
    """Type a code received by e-mail."""
    return client.post(reverse("account_confirm_login_code"), {"code": code, **typed})


def sign_in_by_code(client: Client, address: str):
    """The whole way; gives the last answer."""
    ask_code(client, address)
    return type_code(client, last_code())


def type_password(client: Client, login: str, password: str = PASSWORD, **typed):
    """Sign in with a password."""
    return client.post(reverse("account_login"), {"login": login, "password": password, **typed})


def type_factor(client: Client, code: str):
    """The second step of a sign-in."""
    return client.post(reverse("mfa_authenticate"), {"code": code})


def is_signed_in(client: Client) -> bool:
    """Whether the account page opens."""
    return client.get(reverse("people_account")).status_code == 200
