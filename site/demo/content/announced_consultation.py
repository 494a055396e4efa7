"""The announced consultation: cooler school playgrounds. The programme and its figures are invented."""

from datetime import date

from demo.content.days import window_around
from demo.content.records import Callout, Consultation, Question, Section, Step, Text, Window
from demo.content.wording import rich, typeset_all


def window(today: date) -> Window:
    """Return a window that opens in three weeks and lasts five."""
    return window_around(today, opens_in=21, closes_in=56)


_BODY = (
    Section(title="La cour aujourd’hui"),
    Text(
        html=rich(
            """
            Une cour d’école sert à courir, à se cacher, à discuter et à se reposer. En été, beaucoup de cours sont trop
            chaudes pour tout cela. Six cours seraient transformées d’ici 2029 (programme de démonstration).

            Les enfants répondent aussi, en classe, avec leurs propres questions. Ils n’ont pas besoin de compte.
            """
        )
    ),
    Question(
        kind="single_choice",
        key="school_link",
        text="Quel est votre lien avec l’école ?",
        why="Les parents, les équipes et le voisinage ne voient pas la cour aux mêmes heures.",
        required=True,
        choices=(
            "Je suis élève",
            "Je suis parent ou grand-parent d’élève",
            "Je travaille dans l’école",
            "J’habite à côté",
            "Un autre lien",
        ),
    ),
    Question(
        kind="scale",
        key="playground_heat",
        text="En juin, la cour est-elle agréable ?",
        hint="De 1, pas du tout, à 5, tout à fait.",
        steps=5,
        low_label="Pas du tout agréable",
        high_label="Tout à fait agréable",
        has_no_opinion=True,
    ),
    Question(
        kind="multiple_choice",
        key="playground_wishes",
        text="Que faut-il ajouter en premier ?",
        required=True,
        choices=(
            "De grands arbres",
            "Un potager ou des fleurs",
            "De l’eau : fontaine, brumisateur",
            "Un préau ou des toiles pour l’ombre",
            "Des coins calmes",
            "Des jeux pour grimper",
            "Un sol clair et souple",
            "Rien : la cour est bien ainsi",
        ),
        exclusive="Rien : la cour est bien ainsi",
        allow_other=True,
        minimum_choices=1,
        maximum_choices=3,
    ),
    Section(title="La cour de demain"),
    Question(
        kind="number",
        key="planted_share",
        text="Quelle part de la cour devrait être plantée ?",
        hint="Un ordre de grandeur, de 0 à 100.",
        minimum=0,
        maximum=100,
        unit="%",
    ),
    Question(
        kind="single_choice",
        key="open_on_saturday",
        text="La cour pourrait-elle ouvrir au quartier le samedi ?",
        choices=(
            "Oui",
            "Oui, avec quelqu’un pour surveiller",
            "Non, elle doit rester aux élèves",
            "Je ne me prononce pas",
        ),
    ),
    Question(
        kind="long_text",
        key="playground_memory",
        text="Racontez votre plus beau souvenir de récréation.",
        hint="C’est sérieux : ces souvenirs disent ce qu’une cour doit permettre. N’écrivez aucun nom.",
        max_length=1000,
    ),
    Callout(
        tone="information",
        title="Rien n’est décidé d’avance",
        html=rich("Vos réponses aident à choisir l’ordre et le contenu des travaux. Le conseil municipal décide."),
    ),
)

CONSULTATION = typeset_all(
    Consultation(
        title="Rafraîchir les cours d’école",
        slug="rafraichir-les-cours-d-ecole",
        summary="De l’ombre, de la terre, de l’eau : que mettre dans les cours d’école ? "
        "Six questions, ouvertes dans trois semaines. Exemple de démonstration.",
        object=rich(
            """
            La Ville prépare un programme pour rendre les cours d’école plus fraîches et plus agréables pour toutes et
            tous. Elle vous demande par quoi commencer. Cette consultation est **un exemple de démonstration**.
            """
        ),
        open_points=rich(
            """
            - Ce que l’on plante et ce que l’on construit dans les cours.
            - L’ouverture des cours au quartier, le samedi.
            - L’ordre des travaux.
            """
        ),
        closed_points=rich(
            """
            - La sécurité des élèves passe avant tout le reste.
            - Les travaux se font pendant les vacances.
            """
        ),
        degree="co_construction",
        audience="outside",
        decider="Le conseil municipal, à partir du travail d’un groupe d’élèves, de parents et d’agent·e·s",
        decision_date="Au printemps qui suit la clôture",
        contact=rich("Une question avant l’ouverture ? Passez par la page [Contact](/contact/)."),
        offline=rich(
            """
            - **En classe :** un questionnaire pour les enfants, animé par leur enseignant·e.
            - **Sur papier :** à demander à l’accueil de l’école ou de la mairie.
            """
        ),
        illustration="conseil-enfants",
        tags=("enfance-ecole", "climat", "nature-en-ville"),
        stakes=("ecological", "social"),
        window=window,
        timeline=(
            Step(label="Préparation", date_text="Cet automne", text="Visites de six cours avec les élèves.", done=True),
            Step(label="Vos réponses", date_text="Pendant cinq semaines", text="En ligne, en classe et sur papier."),
            Step(label="Ateliers", date_text="Dans le mois qui suit", text="Dessiner trois cours pilotes, ensemble."),
            Step(label="Réponse de la Ville", date_text="Au printemps", text="Ce qui est retenu, et pourquoi."),
            Step(label="Premiers travaux", date_text="L’été suivant", text="Si le conseil municipal vote le budget."),
        ),
        body=_BODY,
    )
)
