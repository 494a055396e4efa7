"""The list of what was erased, kept outside the database: after a restore, it is erased again.

One line each: a day, what ended (nothing for an account) and a mark that names nobody. Written once the erasure is
committed; what could not be written then is written by the next night, as far as the database still knows it.
"""

import fcntl
import logging
import os
import re
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from participation.core import restoring
from participation.core.secrets import keyed_hash
from participation.people.leaving import close_account
from participation.people.models import User

LINE = re.compile(r"\d{4}-\d\d-\d\d (?:([a-z]+) )?([0-9a-f:]*[0-9a-f]{64})")
ACCOUNT = ""
logger = logging.getLogger(__name__)


def mark_of(user: User) -> str:
    """What stands for a person. Her number alone would not do: after a restore it may be given to somebody else."""
    return keyed_hash("erasure", f"{user.pk}|{user.pseudonym}")


def path() -> Path:
    return Path(settings.ERASURE_LIST)


def listed(name: str = ACCOUNT) -> set[str]:
    """The marks on the list, of accounts or of another kind of end; a line cut short by a crash is passed over."""
    try:
        lines = path().read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    return {found[2] for line in lines if (found := LINE.fullmatch(line)) and (found[1] or ACCOUNT) == name}


def note(*, marks: list[str], now: datetime, name: str = ACCOUNT) -> None:
    """Write marks to the end of the list, on the disk for good. Raises `OSError`."""
    path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = os.open(path(), os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(target, fcntl.LOCK_EX)
        size = os.fstat(target).st_size
        is_cut = size and os.pread(target, 1, size - 1) != b"\n"
        day = timezone.localdate(now).isoformat() + (f" {name}" if name else "")
        os.write(target, (("\n" if is_cut else "") + "".join(f"{day} {mark}\n" for mark in marks)).encode())
        os.fsync(target)
    finally:
        os.close(target)
    folder = os.open(path().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def note_one(*, mark: str, now: datetime, name: str = ACCOUNT) -> None:
    """After the commit of one erasure. It stands whatever happens here: a full disk is for the log."""
    try:
        note(marks=[mark], now=now, name=name)
    except OSError:
        logger.exception("The list of erasures could not be written; the next night tries again.")


def note_account(*, user: User, now: datetime) -> None:
    """An account is being emptied or removed: it is listed once that is committed."""
    transaction.on_commit(partial(note_one, mark=mark_of(user), now=now))


def note_missing(*, now: datetime) -> int:
    """Put on the list whatever was erased and is not on it. Raises `OSError`."""
    erased = User.objects.exclude(closed_at=None).only("pk", "pseudonym")
    number = _note_unknown(ACCOUNT, [mark_of(user) for user in erased.iterator()], now)
    return number + sum(_note_unknown(one.name, one.standing(), now) for one in restoring.endings())


def _note_unknown(name: str, marks: Iterable[str], now: datetime) -> int:
    known = listed(name)
    missing = [mark for mark in marks if mark not in known]
    if missing:
        note(marks=missing, now=now, name=name)
    return len(missing)


def reapply(*, now: datetime) -> dict[str, int]:
    """After a restore: end again whatever is on the list and there again; what ended → how many."""
    restoring.prepare(now=now)
    known = listed()
    present = User.objects.filter(closed_at=None).only("pk", "pseudonym")
    back = [user for user in present.iterator() if mark_of(user) in known]
    for user in back:
        close_account(user=user, by=None, now=now)
    return {ACCOUNT: len(back)} | {one.name: one.again(marks=listed(one.name), now=now) for one in restoring.endings()}
