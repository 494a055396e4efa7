"""The open consultation that asks for an account: a name for a library. The library and its names are invented."""

from datetime import date

from demo.content.days import window_around
from demo.content.records import Callout, Consultation, Question, Section, Step, Text, Window
from demo.content.wording import rich, typeset_all


def window(today: date) -> Window:
    """Return a window that opened five days ago and closes in sixteen."""
    return window_around(today, opens_in=-5, closes_in=16)


_BODY = (
    Section(title="Le nom de la bibliothèque"),
    Text(
        html=rich(
            """
            Une bibliothèque ouvrira au rez-de-chaussée d’une ancienne école (exemple de démonstration). Un groupe de
            lectrices et de lecteurs a retenu trois noms. Le nom restera longtemps sur la façade.
            """
        )
    ),
    Question(
        kind="single_choice",
        key="library_name",
        text="Quel nom préférez-vous ?",
        required=True,
        choices=("La Lanterne", "Bibliothèque des Sources", "Le Préau", "Aucun des trois"),
    ),
    Question(
        kind="short_text",
        key="other_name",
        text="Un autre nom vous vient-il ?",
        hint="Pas de nom d’une personne vivante.",
        max_length=80,
    ),
    Question(
        kind="long_text",
        key="name_reason",
        text="Pourquoi ce nom ?",
        hint="Une phrase suffit. N’écrivez rien qui permette de vous reconnaître.",
        max_length=600,
    ),
    Callout(
        tone="information",
        title="Pourquoi un compte, ici ?",
        html=rich(
            """
            Chaque personne compte une fois : il faut donc un compte. Votre réponse n’y est pas rattachée. L’âge et le
            lien avec la ville sont demandés **sur l’honneur**, une seule fois, juste avant l’envoi.
            """
        ),
    ),
)

CONSULTATION = typeset_all(
    Consultation(
        title="Un nom pour la bibliothèque",
        slug="un-nom-pour-la-bibliotheque",
        summary="La Lanterne, les Sources ou le Préau ? À partir de 16 ans, pour qui habite la ville, une fois par "
        "compte. Exemple de démonstration.",
        object=rich(
            """
            La Ville choisit le nom d’une nouvelle bibliothèque et vous demande votre préférence. Cette consultation est
            **un exemple de démonstration** : elle montre comment se passe une participation avec un compte.
            """
        ),
        open_points=rich(
            """
            - Le nom de la bibliothèque.
            - Une autre idée que les trois noms proposés.
            """
        ),
        closed_points=rich(
            """
            - Le lieu et la date d’ouverture.
            - Un nom ne peut pas être celui d’une personne vivante.
            """
        ),
        degree="consultation",
        audience="outside",
        decider="Le conseil municipal, qui donne leur nom aux bâtiments de la Ville",
        decision_date="À la séance qui suit la clôture",
        contact=rich("Une question ? Passez par la page [Contact](/contact/)."),
        offline=rich(
            """
            - **À un guichet de la Ville :** une personne vous aide à ouvrir un compte et à répondre.
            - **Sans compte :** dites votre idée à l’accueil, elle sera lue avec les autres.
            """
        ),
        illustration="consultation",
        tags=("culture", "services-publics", "vie-de-quartier"),
        stakes=("social", "democratic"),
        window=window,
        level="account",
        minimum_age=16,
        ties=("lives",),
        timeline=(
            Step(label="Trois noms", date_text="À la rentrée", text="Choisis par douze personnes.", done=True),
            Step(label="Votre avis", date_text="Pendant trois semaines", text="En ligne ou avec l’aide d’un guichet."),
            Step(label="Le choix", date_text="À la séance qui suit", text="Le conseil municipal décide."),
        ),
        body=_BODY,
    )
)
