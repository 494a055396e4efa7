"""Small factories for consultations: a published page in the tree, and answers that went the real way."""

import itertools
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.models import Page

from participation.consultations.pages import ConsultationPage
from participation.people.models import User
from participation.processes.pages import CataloguePage, MechanismPage, ProcessPage
from participation.questionnaires import answering, drafts
from participation.questionnaires.answering import Receipt
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import Questionnaire
from participation.questionnaires.questions import Value
from tests.remembered import Remembered
from tests.website import HOSTILE, add_page, make_website

_numbers = itertools.count(1)

# One question of each kind; keys of options follow from their labels.
BODY = [
    ("section", {"title": "Votre usage de la place", "intro": ""}),
    (
        "single_choice",
        {
            "text": "Quel est votre lien avec la place ?",
            "key": "link",
            "allow_other": True,
            "choices": [{"label": "Habitante"}, {"label": "Passant"}],
        },
    ),
    (
        "multiple_choice",
        {
            "text": "Que venez-vous y faire ?",
            "key": "uses",
            "maximum": 2,
            "choices": [{"label": "Marché"}, {"label": "Jeux"}, {"label": "Repos"}],
        },
    ),
    ("scale", {"text": "Vous y sentez-vous bien ?", "key": "ease", "steps": 5, "offers_no_opinion": True}),
    ("section", {"title": "Vos idées", "intro": ""}),
    ("short_text", {"text": "En un mot ?", "key": "word", "max_length": 60}),
    ("long_text", {"text": "Que changer ?", "key": "ideas", "hint": HOSTILE, "max_length": 1500}),
    (
        "number",
        {"text": "Combien d’arbres ?", "key": "trees", "unit": "arbres", "minimum": 0, "maximum": 60, "decimals": 0},
    ),
]
VALUES = {
    "link": Value(choices=("habitante",)),
    "uses": Value(choices=("marche", "jeux")),
    "ease": Value(choices=("4",)),
    "ideas": Value(text="Plus d’ombre"),
    "trees": Value(number="12"),
}


def _build_process() -> None:
    catalogue = add_page(CataloguePage, make_website(), title="Participer", slug="participer")
    mechanism = add_page(MechanismPage, catalogue, title="Consultations", slug="consultations")
    add_page(ProcessPage, mechanism, title="Notre place", slug="notre-place")


PROCESS = Remembered(_build_process)


def make_process() -> ProcessPage:
    """Home › catalogue › mechanism › process; the site is made when it is missing, the process found when it exists."""
    french = ProcessPage.objects.filter(locale__language_code="fr")
    if not french.exists():
        PROCESS.make()
    return french.first()


def make_consultation(
    *,
    opens_in_days: float = -1,
    closes_in_days: float = 10,
    body: list | None = None,
    parent: Page | None = None,
    **fields,
) -> ConsultationPage:
    """A live consultation, published as an editor would; `body` is a list of (block, value)."""
    now, number = timezone.now(), next(_numbers)
    return add_page(
        ConsultationPage,
        parent or make_process(),
        **(
            {
                "title": f"Consultation {number}",
                "slug": f"consultation-{number}",
                "opens_at": now + timedelta(days=opens_in_days),
                "closes_at": now + timedelta(days=closes_in_days),
                "body": body or BODY,
            }
            | fields
        ),
    )


def box_of(page: ConsultationPage) -> Questionnaire:
    """The ballot box behind a page, with its activity, read afresh."""
    return Questionnaire.objects.select_related("activity").get(activity__key=page.translation_key)


def answer(
    *,
    page: ConsultationPage,
    values: Mapping[str, Value] | None = None,
    now: datetime | None = None,
    address_hash: str = "",
    actor: User | None = None,
) -> Receipt:
    """One answer sent through draft and journey; `values` maps question keys to what was typed."""
    now, box, language = now or timezone.now(), box_of(page), page.locale.language_code
    begun = drafts.begin(questionnaire=box, version=current_version(box, language), now=now)
    drafts.keep(draft=begun.draft, values=VALUES if values is None else values, now=now)
    return answering.send(
        token=begun.token, questionnaire=box, language=language, now=now, address_hash=address_hash, actor=actor
    )


def close(page: ConsultationPage) -> None:
    """Let the window be over, for tests of what comes after."""
    now = timezone.now()
    activity = box_of(page).activity
    activity.opens_at, activity.closes_at = now - timedelta(days=20), now - timedelta(days=1)
    activity.save()
    ConsultationPage.objects.filter(translation_key=page.translation_key).update(
        opens_at=activity.opens_at, closes_at=activity.closes_at
    )
