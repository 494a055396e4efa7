"""A copy of everything the site keeps about a person: JSON for programs, a page for people, in one zip.

Asked for after a proof of who is there, then fetched once, by the same person in the same session, within the hour.
"""

import hashlib
import io
import json
import secrets
from datetime import datetime, timedelta
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import get_language

from participation.core.accounting import Kind, record_act
from participation.core.personal_data import Kept, kept_about
from participation.core.secrets import keyed_hash
from participation.people.models import User

from .models import DataCopy
from .words import COPY_TAKEN

KEPT = timedelta(hours=1)
NAMES = ("mes-donnees.json", "mes-donnees.html")


class CopyGone(Exception):
    """Nothing to download here: not hers, not this session, too late, taken before, or never asked for."""


@transaction.atomic
def ask(*, user: User, session_key: str, now: datetime) -> str:
    """The secret of the one download; asking again makes an older one worthless."""
    token = secrets.token_urlsafe(32)
    asked = {
        "token_hash": _hash(token),
        "session_hash": _session_hash(session_key),
        "asked_at": now,
        "expires_at": now + KEPT,
        "taken_at": None,
    }
    DataCopy.objects.update_or_create(user=user, defaults=asked)
    return token


def find(*, user: User, session_key: str, token: str, now: datetime) -> DataCopy:
    """The copy that can be fetched now. Raises `CopyGone`."""
    found = DataCopy.objects.filter(
        user=user,
        token_hash=_hash(token),
        session_hash=_session_hash(session_key),
        expires_at__gt=now,
        taken_at=None,
    ).first()
    if found is None:
        raise CopyGone
    return found


@transaction.atomic
def take(*, user: User, session_key: str, token: str, now: datetime) -> bytes:
    """The zip, once. Raises `CopyGone`; a copy that could not be made is not spent."""
    found = find(user=user, session_key=session_key, token=token, now=now)
    # Of two requests at the same moment, one finds it untaken.
    if not DataCopy.objects.filter(pk=found.pk, taken_at=None).update(taken_at=now):
        raise CopyGone
    made = make(user=user, now=now)
    record_act(kind=Kind.EXPORTED, person=user, what=COPY_TAKEN, actor=user, now=now)
    return made


def make(*, user: User, now: datetime) -> bytes:
    """The zip with both files."""
    kept = kept_about(user=user, now=now)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(NAMES[0], json.dumps(_for_programs(kept, now), cls=DjangoJSONEncoder, ensure_ascii=False))
        context = {"kept": kept, "made_at": now, "site": settings.WAGTAIL_SITE_NAME, "language": get_language()}
        archive.writestr(NAMES[1], render_to_string("privacy/copy.html", context))
    return made.getvalue()


def _for_programs(kept: list[Kept], now: datetime) -> dict[str, Any]:
    return {
        "site": settings.WAGTAILADMIN_BASE_URL,
        "made_at": now,
        "kinds": [
            {
                "kind": one.kind.name,
                "title": str(one.kind.title),
                "why": str(one.kind.why),
                "until": str(one.kind.until),
                "records": [{fact.key: fact.value for fact in record} for record in one.records],
            }
            for one in kept
        ],
    }


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _session_hash(session_key: str) -> str:
    return keyed_hash("data copy", session_key)
