"""The first two screens: the square as it is, and what people hope for."""

from demo.content.records import Callout, KeyFigure, KeyFigures, Question, Quote, Section, Text
from demo.content.square_consultation.words import say

DEMONSTRATION = say("Chiffre de démonstration, été 2026", "Demonstration figure, summer 2026")

BLOCKS = (
    Section(
        title=say("La place et vous", "You and the square"),
        intro=say.rich(
            "Commençons par la place telle qu’elle est. Vous la connaissez mieux que nous.",
            "Let us start with the square as it is. You know it better than we do.",
        ),
    ),
    KeyFigures(
        title=say("La place des Tilleuls aujourd’hui", "The place des Tilleuls today"),
        figures=(
            KeyFigure(
                value=say("3 200 m²", "3,200 m²"),
                label=say("de sol, presque tout en enrobé", "of ground, almost all of it asphalt"),
                source=DEMONSTRATION,
                is_demonstration=True,
            ),
            KeyFigure(
                value=say("4 arbres", "4 trees"),
                label=say("dont un seul donne de l’ombre à midi", "only one of which gives shade at midday"),
                source=DEMONSTRATION,
                is_demonstration=True,
            ),
            KeyFigure(
                value=say("46 places", "46 spaces"),
                label=say("de stationnement autour et sur la place", "for parking on and around the square"),
                source=DEMONSTRATION,
                is_demonstration=True,
            ),
        ),
    ),
    Question(
        kind="single_choice",
        key="link_to_quartier",
        text=say("Quel est votre lien avec le quartier ?", "What is your link with the neighbourhood?"),
        hint=say(
            "Si plusieurs réponses vous vont, gardez celle qui compte le plus.",
            "If several answers fit, keep the one that matters most.",
        ),
        why=say(
            "Nous voulons vérifier que l’avis des gens d’ici et celui des gens de passage sont tous deux entendus.",
            "We want to check that people from here and people passing through are both heard.",
        ),
        required=True,
        choices=(
            say("J’y habite", "I live here"),
            say("J’y travaille", "I work here"),
            say("J’y étudie", "I study here"),
            say("J’y passe ou j’y viens de temps en temps", "I pass through or come now and then"),
            say("Je n’y viens jamais", "I never come here"),
        ),
    ),
    Question(
        kind="single_choice",
        key="visit_frequency",
        text=say("Combien de fois venez-vous sur la place ?", "How often do you come to the square?"),
        required=True,
        choices=(
            say("Presque tous les jours", "Almost every day"),
            say("Une à trois fois par semaine", "One to three times a week"),
            say("Une à trois fois par mois", "One to three times a month"),
            say("Plus rarement", "Less often"),
        ),
    ),
    Question(
        kind="multiple_choice",
        key="reasons_to_come",
        text=say("Qu’est-ce qui vous y amène ?", "What brings you here?"),
        choices=(
            say("Le marché", "The market"),
            say("Les commerces autour", "The shops around it"),
            say("L’école ou la crèche", "School or nursery"),
            say("Les jeux avec des enfants", "Play with children"),
            say("Le bus", "The bus"),
            say("Retrouver des gens", "Meeting people"),
            say("Rien de particulier : je traverse", "Nothing in particular: I walk across"),
        ),
        exclusive=say("Rien de particulier : je traverse", "Nothing in particular: I walk across"),
        allow_other=True,
        maximum_choices=3,
    ),
    Question(
        kind="scale",
        key="evening_safety",
        text=say(
            "Le soir, à quel point vous sentez-vous à l’aise sur la place ?",
            "In the evening, how comfortable do you feel on the square?",
        ),
        hint=say(
            "De 1, pas du tout à l’aise, à 5, tout à fait à l’aise.",
            "From 1, not at all comfortable, to 5, entirely comfortable.",
        ),
        steps=5,
        low_label=say("Pas du tout à l’aise", "Not at all comfortable"),
        high_label=say("Tout à fait à l’aise", "Entirely comfortable"),
        has_no_opinion=True,
    ),
    Question(
        kind="short_text",
        key="one_word",
        text=say("En un mot ou deux, comment est la place ?", "In a word or two, what is the square like?"),
        hint=say("Par exemple : vivante, triste, trop chaude.", "For example: lively, sad, too hot."),
        max_length=60,
    ),
    Section(
        title=say("Ce que vous attendez", "What you hope for"),
        intro=say.rich(
            "Passons à la place de demain. Ici, rien n’est encore dessiné.",
            "Now for the square of tomorrow. Nothing is drawn yet.",
        ),
    ),
    Text(
        html=say.rich(
            """
            ### Ce que nous avons entendu cet été

            Trois idées reviennent dans les conversations : **de l’ombre**, **un endroit pour s’asseoir sans
            consommer** et **un passage sûr vers l’école**. D’autres idées s’opposent : les uns veulent se garer
            près du marché, les autres voudraient une place sans voitures.
            """,
            """
            ### What we heard this summer

            Three ideas come back in conversations: **shade**, **somewhere to sit without having to buy
            anything** and **a safe way to school**. Other ideas pull apart: some want to park close to the
            market, others would like a square without cars.
            """,
        )
    ),
    Quote(
        text=say(
            "En juillet, je traverse la place en longeant le mur, côté ombre. Je ne m’arrête plus.",
            "In July I cross the square along the wall, on the shady side. I no longer stop.",
        ),
        author=say("Une habitante du quartier", "A resident of the neighbourhood"),
        role=say("Parole inventée pour la démonstration", "Words invented for the demonstration"),
    ),
    Question(
        kind="multiple_choice",
        key="missing_today",
        text=say("Que manque-t-il le plus à la place ?", "What does the square lack most?"),
        required=True,
        choices=(
            say("De l’ombre et de la fraîcheur", "Shade and coolness"),
            say("Des bancs avec dossier", "Benches with backs"),
            say("Des jeux pour les enfants", "Play for children"),
            say("De quoi bouger pour les ados et les adultes", "Something active for teenagers and adults"),
            say("Un point d’eau et des toilettes", "Drinking water and toilets"),
            say("Un meilleur éclairage", "Better lighting"),
            say("Des passages faciles en fauteuil ou en poussette", "Easy ways through by wheelchair or pushchair"),
            say("Des fêtes et des spectacles", "Festivals and shows"),
            say("Il ne me manque rien", "Nothing is missing"),
        ),
        exclusive=say("Il ne me manque rien", "Nothing is missing"),
        allow_other=True,
        minimum_choices=1,
        maximum_choices=4,
    ),
    Question(
        kind="number",
        key="trees_wanted",
        text=say("Combien d’arbres aimeriez-vous voir en tout ?", "How many trees in all would you like to see?"),
        hint=say(
            "Il y en a 4 aujourd’hui. Un ordre de grandeur suffit, entre 0 et 60.",
            "There are 4 today. A rough figure will do, between 0 and 60.",
        ),
        minimum=0,
        maximum=60,
        unit=say("arbres", "trees"),
    ),
    Question(
        kind="scale",
        key="fewer_cars",
        text=say(
            "« Il faut moins de voitures sur la place, même si cela supprime du stationnement. »",
            "“There should be fewer cars on the square, even if that means fewer parking spaces.”",
        ),
        hint=say("Dites si vous êtes d’accord avec cette phrase.", "Say whether you agree with this sentence."),
        required=True,
        steps=5,
        low_label=say("Pas du tout d’accord", "Strongly disagree"),
        high_label=say("Tout à fait d’accord", "Strongly agree"),
        has_no_opinion=True,
    ),
    Callout(
        tone="information",
        title=say("Vous pouvez vous arrêter ici", "You can pause here"),
        html=say.rich(
            "Votre brouillon est gardé sept jours. Reprenez-le quand vous voulez, sur le même appareil.",
            "Your draft is kept for seven days. Pick it up whenever you like, on the same device.",
        ),
    ),
)
