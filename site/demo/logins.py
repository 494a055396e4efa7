"""One demonstration login per staff role, two deputies, and one invented resident.

Passwords and the authenticators' secrets are drawn on this machine, in a file only its owner reads.
"""

import json
import os
import secrets
from pathlib import Path

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction

from participation.people.groups import Role, group_of
from participation.people.models import User

STAFF = {
    "writer": (Role.WRITING, "redaction", "Rédactrice"),
    "communications": (Role.COMMUNICATIONS, "communication", "Communicant"),
    "moderator": (Role.MODERATION, "moderation", "Modératrice"),
    "officer": (Role.OFFICERS, "agent", "Agente"),
    "administrator": (Role.ADMINISTRATION, "administration", "Administrateur"),
}
LAST_NAME = "de démonstration"
# Their rights come from portfolios (`quartier_loading`), not from here. Nobody of these names holds office.
DEPUTIES = {
    "deputy": ("adjointe", "Camille", "Exemple"),
    "deputy_other": ("adjoint", "Dominique", "Modèle"),
}
# Invented, and known to others by a pseudonym alone. Signs in with the password, or with the code sent by e-mail.
RESIDENT, RESIDENT_PSEUDONYM = "habitante", "Mésange des volcans (inventée)"


def file() -> Path:
    return Path(settings.VAR) / "demo-logins.json"


@transaction.atomic
def ensure_logins() -> dict[str, dict[str, str]]:
    """Role → user, e-mail, password and the secret of the authenticator, which the resident has none of.

    Missing users are created; when the file is gone, every password and secret is drawn anew.
    """
    known = _read()
    staff = {role: (username, first_name, LAST_NAME) for role, (_group, username, first_name) in STAFF.items()}
    logins = {role: _ensure(role, names, known.get(role, {})) for role, names in (staff | DEPUTIES).items()}
    logins["resident"] = _ensure("resident", (RESIDENT, "", ""), known.get("resident", {}))
    if logins != known:
        _write(logins)
    return logins


def _ensure(role: str, names: tuple[str, str, str], known: dict[str, str]) -> dict[str, str]:
    username, first_name, last_name = names
    password = known.get("password") or secrets.token_urlsafe(12)
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User(
            username=username, first_name=first_name, last_name=last_name, email=f"{username}@demonstration.example"
        )
        if role == "resident":
            user.display_name = RESIDENT_PSEUDONYM
        user.set_password(password)
        user.save()
        if role in STAFF:
            user.groups.add(group_of(STAFF[role][0]))
    elif "password" not in known:
        user.set_password(password)
        user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(user=user, primary=True, defaults={"email": user.email, "verified": True})
    secret = known.get("totp_secret") or generate_totp_secret()
    return {
        "user": username,
        "email": user.email,
        "password": password,
        "totp_secret": "" if role == "resident" else _ensure_authenticator(user, secret),
    }


def _ensure_authenticator(user: User, secret: str) -> str:
    """The second factor the office asks for, with this secret, and recovery codes beside it."""
    present = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
    if present is None or decrypt(present.data["secret"]) != secret:
        Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
        TOTP.activate(user, secret)
    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).exists():
        RecoveryCodes.activate(user)
    return secret


def user_of(role: str) -> User:
    return User.objects.get(username=STAFF[role][1] if role in STAFF else DEPUTIES[role][0])


def _read() -> dict[str, dict[str, str]]:
    try:
        return json.loads(file().read_text())
    except FileNotFoundError:
        return {}


def _write(logins: dict[str, dict[str, str]]) -> None:
    file().parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        json.dump(logins, opened, indent=2)
