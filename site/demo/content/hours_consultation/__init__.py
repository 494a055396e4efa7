"""The closed consultation: the hours of community centres, with answers and the city's reply. All of it is invented."""

from datetime import date

from demo.content.days import window_between
from demo.content.hours_consultation.answers import RESPONDENTS, draw_answer, draw_answers
from demo.content.hours_consultation.questions import BODY
from demo.content.hours_consultation.reply import REPLY, STEPS
from demo.content.hours_consultation.sentences import WRITTEN_ANSWERS
from demo.content.records import Consultation, Document, Window
from demo.content.wording import rich, typeset_all

__all__ = ["CONSULTATION", "REPLY", "RESPONDENTS", "WRITTEN_ANSWERS", "draw_answer", "draw_answers"]


def window(today: date) -> Window:
    """Return the window of September 2026, whatever the day."""
    return window_between(date(2026, 9, 1), date(2026, 9, 30))


CONSULTATION = typeset_all(
    Consultation(
        title="Les horaires des maisons de quartier",
        slug="horaires-maisons-de-quartier",
        summary="Matin, soir ou samedi : quand les maisons de quartier doivent-elles ouvrir ? "
        "Vous avez répondu en septembre, la Ville répond à son tour. Exemple de démonstration.",
        object=rich(
            """
            Les maisons de quartier ouvrent surtout en journée. Beaucoup d’entre vous travaillent, étudient ou gardent
            des enfants à ces heures-là. Avant de changer les horaires, la Ville vous a demandé quand vous aimeriez
            pousser la porte.

            Cette consultation, ses réponses et ses décisions sont **un exemple de démonstration**.
            """
        ),
        open_points=rich(
            """
            - Les heures d’ouverture, maison par maison.
            - Les soirées et les samedis.
            - La place laissée aux groupes d’habitant·e·s sans animation.
            """
        ),
        closed_points=rich(
            """
            - Le nombre total d’heures payées aux équipes ne baisse pas.
            - Aucune maison ne ferme.
            - Les accueils d’enfants déjà réservés gardent leurs heures.
            """
        ),
        degree="consultation",
        audience="outside",
        decider="Les services de la Ville, après avis des équipes ; le conseil municipal pour les dépenses nouvelles",
        decision_date="12 novembre 2026 (date de démonstration)",
        contact=rich("Écrivez-nous par la page [Contact](/contact/) : nous répondons aussi après la clôture."),
        offline=rich(
            """
            - **Sur papier :** un questionnaire et une urne dans chaque maison de quartier.
            - **De vive voix :** dix permanences à la sortie des écoles et sur les marchés.
            """
        ),
        illustration="conseil-quartier",
        tags=("services-publics", "vie-de-quartier", "jeunesse"),
        stakes=("social", "democratic"),
        window=window,
        timeline=STEPS,
        documents=(
            Document(
                title="Synthèse des réponses sur les horaires",
                summary="Les neuf questions, les chiffres et un choix de réponses écrites. Document de démonstration.",
            ),
        ),
        body=BODY,
    )
)
