"""The nine questions about opening hours, in three screens."""

from demo.content.records import Callout, KeyFigure, KeyFigures, Question, Section, Text
from demo.content.wording import rich, typeset_all

SITUATIONS = typeset_all(
    (
        "J’ai un emploi",
        "Je suis au collège ou au lycée",
        "Je fais des études",
        "Je cherche un emploi",
        "Je m’occupe de mes enfants ou d’un proche",
        "Je suis à la retraite",
        "Une autre situation",
    )
)
QUARTIERS = typeset_all(("Centre", "Nord", "Sud", "Est", "Ouest", "Aucun : je n’y vais pas encore"))
FREQUENCIES = typeset_all(
    (
        "Plusieurs fois par semaine",
        "Une fois par semaine",
        "Une à trois fois par mois",
        "Quelques fois par an",
        "Jamais",
    )
)
ACTIVITIES = typeset_all(
    (
        "Les ateliers pour adultes",
        "Les activités des enfants",
        "L’aide aux devoirs",
        "L’accès à un ordinateur et l’aide aux démarches",
        "Les repas et les fêtes",
        "Une salle pour se réunir entre voisins",
        "Un endroit calme pour travailler",
    )
)
HOURS = typeset_all(
    (
        "Le matin, avant 9 h",
        "À l’heure du déjeuner",
        "De 17 h à 19 h",
        "Un ou deux soirs, jusqu’à 21 h",
        "Le samedi matin",
        "Le samedi après-midi",
        "Le dimanche après-midi",
        "Les horaires actuels me vont",
    )
)
CURRENT_HOURS = HOURS[-1]

BODY = typeset_all(
    (
        Section(title="Vous et la maison de quartier"),
        Text(
            html=rich(
                "Trois minutes suffisent. Que vous veniez souvent ou jamais, **votre réponse nous est utile** : "
                "les personnes qui ne viennent pas savent mieux que nous pourquoi."
            )
        ),
        Question(
            kind="single_choice",
            key="situation",
            text="Quelle est votre situation aujourd’hui ?",
            why="Les heures libres ne sont pas les mêmes pour toutes et tous : nous voulons croiser les deux.",
            required=True,
            choices=SITUATIONS,
        ),
        Question(
            kind="single_choice",
            key="quartier",
            text="Dans quel quartier se trouve la maison où vous allez ?",
            required=True,
            choices=QUARTIERS,
        ),
        Question(
            kind="single_choice",
            key="frequency",
            text="À quel rythme y allez-vous ?",
            required=True,
            choices=FREQUENCIES,
        ),
        Question(
            kind="multiple_choice",
            key="activities",
            text="Qu’est-ce qui vous y attire, ou pourrait vous y attirer ?",
            choices=ACTIVITIES,
            allow_other=True,
            maximum_choices=4,
        ),
        Section(title="Les horaires"),
        KeyFigures(
            title="Aujourd’hui, en moyenne",
            figures=(
                KeyFigure(
                    value="36 h",
                    label="d’ouverture par semaine et par maison",
                    source="Chiffre de démonstration, juin 2026",
                    is_demonstration=True,
                ),
                KeyFigure(
                    value="1 sur 10",
                    label="ouvre un soir après 19 h",
                    source="Chiffre de démonstration, juin 2026",
                    is_demonstration=True,
                ),
            ),
        ),
        Question(
            kind="scale",
            key="satisfaction",
            text="Les horaires actuels vous conviennent-ils ?",
            hint="De 1, pas du tout, à 5, tout à fait.",
            required=True,
            steps=5,
            low_label="Pas du tout",
            high_label="Tout à fait",
            has_no_opinion=True,
        ),
        Question(
            kind="multiple_choice",
            key="best_hours",
            text="Quand aimeriez-vous pouvoir y aller ?",
            required=True,
            choices=HOURS,
            exclusive=CURRENT_HOURS,
            minimum_choices=1,
            maximum_choices=3,
        ),
        Question(
            kind="number",
            key="evening_hours",
            text="Combien d’heures d’ouverture le soir, par semaine, vous seraient utiles ?",
            hint="Après 19 h. Écrivez 0 si vous n’en avez pas besoin.",
            minimum=0,
            maximum=20,
            unit="h",
        ),
        Question(
            kind="scale",
            key="trade_morning",
            text="« Pour ouvrir plus le soir, on peut fermer un matin par semaine. »",
            hint="Dites si vous êtes d’accord avec cette phrase.",
            steps=5,
            low_label="Pas du tout d’accord",
            high_label="Tout à fait d’accord",
            has_no_opinion=True,
        ),
        Section(title="Avec vos mots"),
        Question(
            kind="long_text",
            key="first_change",
            text="Que changeriez-vous en premier ?",
            hint="N’écrivez ni nom ni adresse : une sélection de réponses sera publiée après relecture.",
            max_length=1000,
        ),
        Callout(
            tone="information",
            title="Volontaires, pas représentatifs",
            html=rich(
                "Les personnes qui répondent l’ont choisi. Les résultats disent ce qu’elles pensent, "
                "pas ce que pense toute la ville."
            ),
        ),
    )
)
