"""The consultation of the journeys: ten questions of all six kinds over three screens, with things to read between."""

import re

from playwright.sync_api import Page

from participation.consultations.pages import ConsultationPage
from participation.questionnaires.models import Response
from tests.factories import make_consultation

BODY = [
    ("section", {"title": "Votre usage de la place", "intro": "<p>Deux minutes suffisent.</p>"}),
    ("text", "<h3>La place aujourd’hui</h3><p>Elle a été refaite en 1998.</p>"),
    (
        "single_choice",
        {
            "text": "Quel est votre lien avec la place ?",
            "key": "link",
            "required": True,
            "allow_other": True,
            "choices": [{"label": "Habitante"}, {"label": "Passant"}, {"label": "Commerçante"}],
        },
    ),
    (
        "multiple_choice",
        {
            "text": "Que venez-vous y faire ?",
            "key": "uses",
            "maximum": 2,
            "choices": [
                {"label": "Marché"},
                {"label": "Jeux"},
                {"label": "Repos"},
                {"label": "Rien", "is_exclusive": True},
            ],
        },
    ),
    ("scale", {"text": "Vous y sentez-vous bien ?", "key": "ease", "steps": 5, "offers_no_opinion": True}),
    ("section", {"title": "Le projet", "intro": ""}),
    (
        "figure",
        {
            "illustration": "square-today",
            "alt": "Plan de la place.",
            "description": "Douze arbres entourent une fontaine.",
        },
    ),
    ("callout", {"heading": "Bon à savoir", "text": "<p>Le marché reste le jeudi.</p>", "theme": "important"}),
    (
        "single_choice",
        {
            "text": "Quel plan préférez-vous ?",
            "key": "plan",
            "choices": [{"label": "Le jardin"}, {"label": "Le parvis"}],
        },
    ),
    ("scale", {"text": "Faut-il fermer la rue aux voitures ?", "key": "street", "steps": 4, "offers_no_opinion": True}),
    (
        "number",
        {
            "text": "Combien d’arbres de plus ?",
            "key": "trees",
            "unit": "arbres",
            "minimum": 0,
            "maximum": 60,
            "decimals": 0,
        },
    ),
    ("section", {"title": "Vos idées", "intro": ""}),
    (
        "key_figures",
        {
            "heading": "En chiffres",
            "figures": [{"value": "12", "label": "arbres aujourd’hui", "source": "Relevé", "date": "2026"}],
        },
    ),
    ("short_text", {"text": "En un mot, la place ?", "key": "word", "max_length": 60}),
    ("long_text", {"text": "Que changer en premier ?", "key": "ideas", "max_length": 1500}),
    (
        "multiple_choice",
        {
            "text": "Quand y venez-vous ?",
            "key": "when",
            "choices": [{"label": "Le matin"}, {"label": "Le soir"}],
        },
    ),
    (
        "number",
        {
            "text": "Depuis combien d’années ?",
            "key": "years",
            "why": "Pour comparer les habitudes.",
            "unit": "ans",
            "minimum": 0,
            "maximum": 110,
        },
    ),
]


def make_square(**fields) -> ConsultationPage:
    """The consultation, open, under its process."""
    asked = {
        "title": "Imaginons la place",
        "slug": "imaginons-la-place",
        "summary": "Une place à réinventer.",
        "body": BODY,
    }
    return make_consultation(**(asked | fields))


def fill_to_the_overview(
    visitor: Page, page: ConsultationPage, *, link: str = "habitante", idea: str = "De l’ombre"
) -> None:
    """Answer in haste, with the mouse, for journeys whose subject is what comes after."""
    visitor.goto(page.url)
    visitor.check(f"[name=q-link][value={link}]")
    visitor.click("[name=go][value=next]")
    visitor.fill("[name=q-trees]", "12")
    visitor.click("[name=go][value=next]")
    visitor.fill("[name=q-ideas]", idea)
    visitor.click("[name=go][value=next]")
    visitor.wait_for_url(re.compile(r"/verifier/"))


def the_only_answer(page: ConsultationPage) -> dict[str, list]:
    """What is stored of the one answer that counts, question by question."""
    response = Response.objects.get(questionnaire__activity__key=page.translation_key, withdrawn_on__isnull=True)
    found: dict[str, list] = {}
    for row in response.answers.order_by("pk"):
        said = row.choice or row.text or (int(row.number) if row.number is not None else "")
        found.setdefault(row.question, []).append(said)
    return found
