"""Long exports, ordered in the office and written by the periodic command.

A worker claims an order by one conditional UPDATE, writes into a folder of its own and renames the finished file: one
that is killed leaves nothing half, and its order is taken again once it has given no sign of life for a while.
"""

import logging
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from participation.core.retention import RetentionRule

from . import codes, exports
from .models import ExportOrder, Questionnaire

FETCH_ANY = "questionnaires.fetch_any_export"
# From that many answers on a file is ordered: some seconds of work.
LONG = 20_000
KEPT = timedelta(days=7)
# No sign of life for so long: the worker is gone. Longer than the last step of a file, which gives none.
SILENCE = timedelta(minutes=15)
SIGN_EVERY = 30
# An order that ends its worker each time must not do so for ever.
ATTEMPTS = 3
Failure = ExportOrder.Failure
logger = logging.getLogger(__name__)


class FileGone(Exception):
    """The file of an order is not there: its days are over, or it was never made."""


class ClaimLost(Exception):
    """Another worker took the order meanwhile."""


def order(*, questionnaire: Questionnaire, kind: ExportOrder.Kind, now: datetime, by) -> ExportOrder:
    """Order a file; the same order again while it waits is one order. Raises `PermissionError` without the right."""
    exports.ensure_may_export(questionnaire=questionnaire, now=now, by=by)
    return ExportOrder.objects.get_or_create(
        questionnaire=questionnaire, kind=kind, ordered_by=by, finished_at=None, defaults={"ordered_at": now}
    )[0]


def orders_for(*, questionnaire: Questionnaire, by) -> list[ExportOrder]:
    """The orders this person may see: her own, or all of them with the right to fetch those of others."""
    found = questionnaire.export_orders.select_related("ordered_by")
    return list(found if by.has_perm(FETCH_ANY) else found.filter(ordered_by=by))


def expires_at(made: ExportOrder) -> datetime | None:
    """When the file goes; None while there is none."""
    return made.finished_at + KEPT if made.finished_at and not made.failure else None


def is_ready(made: ExportOrder, now: datetime) -> bool:
    expires = expires_at(made)
    return bool(expires and now < expires)


def fetch(*, questionnaire: Questionnaire, pk: uuid.UUID, now: datetime, by) -> tuple[ExportOrder, BinaryIO]:
    """The file, open; the reading is logged under the name of who takes it, each time, as a direct export is.

    Raises `PermissionError` without the right at this very moment or for who neither ordered it nor may fetch those of
    others, and `FileGone`. It is not logged when it is made: a file nobody fetches was read by nobody.
    """
    exports.ensure_may_export(questionnaire=questionnaire, now=now, by=by)
    made = questionnaire.export_orders.filter(pk=pk).first()
    if made is None:
        raise FileGone
    if made.ordered_by_id != by.pk and not by.has_perm(FETCH_ANY):
        raise PermissionError
    if not is_ready(made, now):
        raise FileGone
    try:
        content = path_of(made).open("rb")
    except FileNotFoundError as error:
        raise FileGone from error
    exports.record_export(questionnaire=questionnaire, kind=made.kind, now=now, by=by)
    return made, content


def folder() -> Path:
    return Path(settings.PRIVATE_ROOT) / "exports"


def path_of(made: ExportOrder) -> Path:
    return folder() / f"{made.pk}.{made.kind}"


def write_due(*, now: datetime) -> int:
    """Write the oldest order that waits, one at most so that other jobs have their turn; returns how many."""
    taken = _take(now)
    if taken is None:
        return 0
    try:
        exports.ensure_may_export(questionnaire=taken.questionnaire, now=now, by=taken.ordered_by)
    except PermissionError:
        _end(taken, now=now, failure=Failure.REFUSED)
        return 0
    if taken.attempts > ATTEMPTS:
        _end(taken, now=now, failure=Failure.BROKEN)
        return 0
    try:
        size = _write(taken)
    except ClaimLost:
        return 0
    except Exception:
        _end(taken, now=now, failure=Failure.BROKEN)
        raise
    _end(taken, now=now, size=size)
    return 1


def _take(now: datetime) -> ExportOrder | None:
    """Claim an order nobody writes. Two workers never get the same one: the UPDATE asks again whether it is free."""
    is_free = Q(finished_at=None) & (Q(claim=None) | Q(alive_at__lt=now - SILENCE))
    for pk in ExportOrder.objects.filter(is_free).order_by("ordered_at", "pk").values_list("pk", flat=True)[:10]:
        claimed = {"claim": uuid.uuid4(), "alive_at": now, "attempts": F("attempts") + 1}
        if ExportOrder.objects.filter(is_free, pk=pk).update(**claimed):
            found = ExportOrder.objects.select_related("questionnaire__activity", "ordered_by")
            return found.filter(pk=pk, claim=claimed["claim"]).first()
    return None


def _write(taken: ExportOrder) -> int:
    """Make the file under another name, then give it its own. Returns its size."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder().glob(f"{taken.pk}-*.part"):
        shutil.rmtree(left, ignore_errors=True)
    workshop = folder() / f"{taken.pk}-{taken.claim}.part"
    workshop.mkdir(mode=0o700)
    sign = _signs_of_life(taken)
    try:
        with (workshop / "file").open("wb") as target:
            if taken.kind == ExportOrder.Kind.XLSX:
                exports.write_xlsx(taken.questionnaire, target, sign=lambda: next(sign))
            else:
                for lines in exports.answers_csv(taken.questionnaire):
                    target.write(lines.encode())
                    next(sign)
            target.flush()
            os.fsync(target.fileno())
        _give_sign(taken)
        made = (workshop / "file").rename(path_of(taken))
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return made.stat().st_size


def _signs_of_life(taken: ExportOrder) -> Iterator[None]:
    """Asked at every step, says twice a minute that this worker lives."""
    due = time.monotonic() + SIGN_EVERY
    while True:
        if time.monotonic() >= due:
            _give_sign(taken)
            due = time.monotonic() + SIGN_EVERY
        yield


def _give_sign(taken: ExportOrder) -> None:
    if not _own(taken).update(alive_at=timezone.now()):
        raise ClaimLost


def _own(taken: ExportOrder):
    return ExportOrder.objects.filter(pk=taken.pk, claim=taken.claim, finished_at=None)


def _end(taken: ExportOrder, *, now: datetime, failure: str = "", size: int | None = None) -> None:
    """Write down how it ended and tell who ordered it, unless another worker has taken over."""
    if _own(taken).update(finished_at=now, failure=failure, size=size):
        taken.finished_at, taken.failure, taken.size = now, failure, size
        _tell(taken)


def _tell(ended: ExportOrder) -> None:
    """A message to who ordered; when it cannot be sent, the screen says the same."""
    user = ended.ordered_by
    if not (user.email and user.is_active):
        return
    profile = getattr(user, "wagtail_userprofile", None)
    context = {
        "user": user,
        "order": ended,
        "title": ended.questionnaire.activity.title,
        "until": expires_at(ended),
        "url": settings.WAGTAILADMIN_BASE_URL + reverse("participation:export", args=[ended.questionnaire_id]),
    }
    with override(profile.get_preferred_language() if profile else settings.LANGUAGE_CODE):
        subject = _("Your export could not be made") if ended.failure else _("Your export is ready")
        try:
            codes.send_mail(subject=subject, template="export", context=context, address=user.email)
        except OSError:
            logger.warning("The message about export %s could not be sent.", ended.pk)


def drop_files(*, questionnaire: Questionnaire) -> None:
    """What was made so far no longer says what the answers say: it can be ordered again."""
    for made in questionnaire.export_orders.exclude(finished_at=None):
        path_of(made).unlink(missing_ok=True)


def over(*, now: datetime) -> QuerySet[ExportOrder]:
    """Orders whose days are over."""
    return ExportOrder.objects.filter(Q(finished_at__lte=now - KEPT) | Q(ordered_at__lte=now - 2 * KEPT))


def purge(*, now: datetime) -> int:
    """Delete files and orders whose days are over, and files no order stands for."""
    removed = 0
    for old in over(now=now):
        path_of(old).unlink(missing_ok=True)
        removed += old.delete()[0]
    known = {str(pk) for pk in ExportOrder.objects.values_list("pk", flat=True)}
    for path in folder().glob("*"):
        if path.name[:36] not in known:
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
            removed += 1
    return removed


RETENTION = RetentionRule(
    name="exports",
    title=gettext_lazy("Files of answers taken out by the staff"),
    purpose=gettext_lazy("Reading and summing up a consultation"),
    kept=gettext_lazy("7 days after they were made"),
    purge=purge,
    due=lambda *, now: over(now=now).count(),
    is_short=True,
)
