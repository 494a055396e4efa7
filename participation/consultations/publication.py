"""What a consultation's records learn when its page is published or taken offline."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from participation.core.models import Activity
from participation.questionnaires import publishing
from participation.questionnaires.models import Version

from .pages import KIND, ConsultationPage


@transaction.atomic
def record_publication(*, page: ConsultationPage, now: datetime, by=None) -> Version | None:
    """Freeze the questionnaire and note when summary, answer and archive first appeared. An alias changes nothing."""
    if page.alias_of_id:
        return None
    version = publishing.publish(
        key=page.translation_key,
        kind=KIND,
        title=page.title,
        rules=publishing.Rules(
            opens_at=page.opens_at,
            closes_at=page.closes_at,
            eligibility=page.eligibility,
            results=page.results_visibility,
            are_results_published=page.are_results_published,
            shows_participants=page.shows_participants,
            requires_proof_of_work=page.requires_proof_of_work,
        ),
        body=page.body,
        language=page.locale.language_code,
        is_original=_is_original(page),
        now=now,
        by=by,
    )
    if _is_original(page):
        _note_stages(page=page, now=now)
    return version


def _is_original(page: ConsultationPage) -> bool:
    """Whether this page carries the rules: the French one, or the only one there is."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return True
    same = ConsultationPage.objects.filter(translation_key=page.translation_key)
    return not same.filter(locale__language_code=settings.LANGUAGE_CODE).exists()


def _note_stages(*, page: ConsultationPage, now: datetime) -> None:
    """Dates of first publication. Emptying the field takes the stage back: nothing must not be announced."""
    activity = Activity.objects.select_for_update().get(key=page.translation_key)
    today = timezone.localdate(now)
    activity.synthesis_on = (activity.synthesis_on or today) if page.synthesis else None
    activity.answered_on = (activity.answered_on or today) if page.decisions else None
    is_archived = page.is_archived and now >= activity.closes_at
    activity.archived_on = (activity.archived_on or today) if is_archived else None
    activity.save(update_fields=["synthesis_on", "answered_on", "archived_on"])


def record_unpublication(*, page: ConsultationPage) -> None:
    """Take the activity offline once no language of its page is live."""
    if page.alias_of_id:
        return
    others = ConsultationPage.objects.filter(translation_key=page.translation_key, live=True, alias_of__isnull=True)
    if not others.exclude(pk=page.pk).exists():
        publishing.take_offline(key=page.translation_key)
