"""What goes with an account besides what its own apps remove, and the traces an erasure leaves."""

from datetime import datetime
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from participation.core.accounting import Kind, record_act
from participation.people.models import User

from . import erasures
from .models import DataCopy, InactivityNotice
from .words import ACCOUNT_ERASED


def forget(*, user: User, by: User | None, now: datetime) -> None:
    """Called while an account closes, in its transaction."""
    for kept in (DataCopy, InactivityNotice):
        kept.objects.filter(user=user).delete()
    _forget_profile(user)
    # The office's history calls people by the name they had.
    entries = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))
    entries.update(label=user.pseudonym, data={})
    record_act(kind=Kind.ERASED, person=user, what=ACCOUNT_ERASED, actor=by, now=now)
    erasures.note_account(user=user, now=now)


def _forget_profile(user: User) -> None:
    """The portrait and choices of somebody who worked in the office."""
    for profile in UserProfile.objects.filter(user=user):
        if profile.avatar:
            transaction.on_commit(partial(profile.avatar.storage.delete, profile.avatar.name))
        profile.delete()
