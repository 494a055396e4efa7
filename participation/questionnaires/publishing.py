"""What happens when a page with a questionnaire is published or taken offline."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from participation.core.eligibility import Eligibility
from participation.core.models import Activity

from .freezing import freeze
from .models import Questionnaire, Version
from .pages_held import hold_pages


@dataclass(frozen=True)
class Rules:
    """What the page says about its ballot box. Frozen once it has opened, except what only presents."""

    opens_at: datetime
    closes_at: datetime
    eligibility: Eligibility = field(default_factory=Eligibility)
    results: str = Questionnaire.Results.AFTER_CLOSE
    are_results_published: bool = True
    shows_participants: bool = True
    requires_proof_of_work: bool = False


@transaction.atomic
def publish(
    *, key: UUID, kind: str, title: str, rules: Rules, body, language: str, is_original: bool, now: datetime, by=None
) -> Version:
    """Freeze a version and bring the records up to date.

    The page in the site's main language (`is_original`) carries the rules; a translation only adds its words. Once the
    activity has opened, its window and who may take part are changed by deliberate acts only (`core.windows`).
    """
    activity = Activity.objects.select_for_update().filter(key=key).first()
    if activity is None:
        activity = Activity(key=key, kind=kind, title=title, opens_at=rules.opens_at, closes_at=rules.closes_at)
        activity.set_eligibility(rules.eligibility)
        activity.save()
    box = Questionnaire.objects.select_related("activity").filter(activity=activity).first()
    has_opened = box is not None and box.has_opened(now)
    if is_original:
        activity.title = title
        if not has_opened:
            activity.opens_at, activity.closes_at = rules.opens_at, rules.closes_at
            activity.set_eligibility(rules.eligibility)
    activity.is_withdrawn = False
    activity.save()
    questionnaire, created = Questionnaire.objects.get_or_create(activity=activity)
    if is_original or created:
        if not has_opened or created:
            questionnaire.results = rules.results
        questionnaire.are_results_published = rules.are_results_published
        questionnaire.shows_participants = rules.shows_participants
        questionnaire.requires_proof_of_work = rules.requires_proof_of_work
        questionnaire.save()
    version = freeze(questionnaire=questionnaire, body=body, language=language, title=title, now=now, by=by)
    if questionnaire.holds_answers:
        hold_pages(questionnaire=questionnaire)
    return version


def take_offline(*, key: UUID) -> None:
    """The last page of the activity was unpublished: nothing more is accepted, everything is kept."""
    Activity.objects.filter(key=key).update(is_withdrawn=True)
