"""The list of erased people, kept outside the database: after a restore, they are erased again.

One line each, a day and a keyed hash that names nobody. Written once the erasure is committed; what could not be
written then is written by the next night.
"""

import fcntl
import logging
import os
import re
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from participation.core.secrets import keyed_hash
from participation.people.leaving import close_account
from participation.people.models import User

LINE = re.compile(r"\d{4}-\d\d-\d\d ([0-9a-f]{64})")
logger = logging.getLogger(__name__)


def mark_of(user: User) -> str:
    """What stands for a person. Her number alone would not do: after a restore it may be given to somebody else."""
    return keyed_hash("erasure", f"{user.pk}|{user.pseudonym}")


def path() -> Path:
    return Path(settings.ERASURE_LIST)


def listed() -> set[str]:
    """The marks on the list; a line cut short by a crash is passed over."""
    try:
        lines = path().read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    return {found[1] for line in lines if (found := LINE.fullmatch(line))}


def note(*, marks: list[str], now: datetime) -> None:
    """Write marks to the end of the list, on the disk for good. Raises `OSError`."""
    path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = os.open(path(), os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(target, fcntl.LOCK_EX)
        size = os.fstat(target).st_size
        is_cut = size and os.pread(target, 1, size - 1) != b"\n"
        day = timezone.localdate(now).isoformat()
        os.write(target, (("\n" if is_cut else "") + "".join(f"{day} {mark}\n" for mark in marks)).encode())
        os.fsync(target)
    finally:
        os.close(target)
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def note_one(*, user: User, now: datetime) -> None:
    """After the commit of one erasure. The person is erased whatever happens here: a full disk is for the log."""
    try:
        note(marks=[mark_of(user)], now=now)
    except OSError:
        logger.exception("The list of erasures could not be written; the next night tries again.")


def note_missing(*, now: datetime) -> int:
    """Put on the list whoever was erased and is not on it. Raises `OSError`."""
    known = listed()
    erased = User.objects.exclude(closed_at=None).only("pk", "pseudonym")
    missing = [mark for user in erased.iterator() if (mark := mark_of(user)) not in known]
    if missing:
        note(marks=missing, now=now)
    return len(missing)


def reapply(*, now: datetime) -> int:
    """After a restore: erase everybody on the list who is there again; returns how many."""
    known = listed()
    present = User.objects.filter(closed_at=None).only("pk", "pseudonym")
    back = [user for user in present.iterator() if mark_of(user) in known]
    for user in back:
        close_account(user=user, by=None, now=now)
    return len(back)
