"""Closing early and extending, seen from the pages: the public act, its trace, and the dates the editor reads."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import Page

from participation.core import windows
from participation.core.models import Activity, WindowChange

from .models import Questionnaire

CLOSED_ACTION = "questionnaires.closed_early"
EXTENDED_ACTION = "questionnaires.extended"


@transaction.atomic
def close_early(*, questionnaire: Questionnaire, reason: str, now: datetime, by) -> WindowChange:
    """Close now. Raises `core.windows.WindowRefused`."""
    change = windows.close_early(activity=questionnaire.activity, reason=reason, now=now, by=by)
    _carry_over(questionnaire=questionnaire, change=change, action=CLOSED_ACTION, by=by)
    return change


@transaction.atomic
def extend(*, questionnaire: Questionnaire, closes_at: datetime, reason: str, now: datetime, by) -> WindowChange:
    """Close later. Raises `core.windows.WindowRefused`."""
    change = windows.extend(activity=questionnaire.activity, closes_at=closes_at, reason=reason, now=now, by=by)
    _carry_over(questionnaire=questionnaire, change=change, action=EXTENDED_ACTION, by=by)
    return change


def _carry_over(*, questionnaire: Questionnaire, change: WindowChange, action: str, by) -> None:
    data = {"closes_at": change.closes_at_after.isoformat(), "reason": change.reason}
    log(instance=questionnaire, action=action, user=by, data=data)
    for page in bring_pages_up_to_date(activity=change.activity, closes_at=change.closes_at_after):
        log(instance=page, action=action, user=by, data=data)


def bring_pages_up_to_date(*, activity: Activity, closes_at: datetime) -> list[Page]:
    """Write the new close into the page of each language and their aliases, leaving every draft as it is."""
    shown_by = Q(translation_key=activity.key) | Q(alias_of__translation_key=activity.key)
    pages = list(Page.objects.filter(shown_by).specific())
    for page in pages:
        # Not save(): that would touch search, revisions and whatever else hangs on publishing.
        type(page)._base_manager.filter(pk=page.pk).update(closes_at=closes_at)
    return pages
