"""Sessions: how long they last, and how they all end at once."""

import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction

from .models import User, new_stamp

SIGNED_IN_AT = "people_signed_in_at"
SEEN_AT = "people_seen_at"
# A page or two within the same minute need not write to the session.
PRECISION = 60


@transaction.atomic
def end_all_sessions(*, user: User) -> None:
    """Every session of this person ends, on every machine, the present one too."""
    user.session_stamp = new_stamp()
    user.save(update_fields=["session_stamp"])
    for session in UserSession.objects.filter(user=user):
        session.end()


def begin(session: SessionBase) -> None:
    """Someone has just signed in."""
    session[SIGNED_IN_AT] = session[SEEN_AT] = int(time.time())


def is_over(session: SessionBase) -> bool:
    """Whether a session of the staff has rested or lasted too long. One whose beginning is unknown is over."""
    now = time.time()
    rested = now - session.get(SEEN_AT, 0)
    lasted = now - session.get(SIGNED_IN_AT, 0)
    return rested > settings.STAFF_IDLE_SECONDS or lasted > settings.STAFF_SESSION_SECONDS


def touch(session: SessionBase) -> None:
    """Note that the session is in use."""
    now = int(time.time())
    if now - session.get(SEEN_AT, 0) >= PRECISION:
        session[SEEN_AT] = now
