"""The last two screens: three scenarios with their plans, then a few words about the person who answers."""

from demo.content.records import Block, Callout, Figure, Question, Section, Text
from demo.content.square_consultation.words import say

CREDIT = say("Dessin de démonstration", "Demonstration drawing")
NOT_SAID = say("Je préfère ne pas répondre", "I prefer not to say")

BLOCKS: tuple[Block, ...] = (
    Section(
        title=say("Trois scénarios", "Three scenarios"),
        intro=say.rich(
            """
            Les trois scénarios tiennent dans le même budget. Chacun est montré par un plan et raconté en mots :
            les mots disent tout ce que montre le plan.
            """,
            """
            All three scenarios fit the same budget. Each is shown by a plan and told in words:
            the words say all that the plan shows.
            """,
        ),
    ),
    Figure(
        illustration="place-scenario-a",
        title=say("Scénario A – La place ouverte", "Scenario A – The open square"),
        alt=say(
            "Plan du scénario A : un sol de pierre, le marché à l’ouest, une grande fontaine à l’est.",
            "Plan of scenario A: a stone floor, the market to the west, a large fountain to the east.",
        ),
        description=say.rich(
            """
            **Le sol reste libre.** Une grande dalle de pierre claire accueille le marché, les fêtes et les jeux de
            ballon.

            - **Marché :** 12 étals à l’ouest, deux de plus qu’aujourd’hui.
            - **Eau :** une grande fontaine ronde à l’est, où l’on peut se mouiller les pieds.
            - **Arbres :** 6, quatre au sud et un dans chaque coin de l’est.
            - **Bancs :** 4, autour de la fontaine.
            - **Stationnement :** 30 places gardées dans les rues autour, hors du plan.
            - **À savoir :** c’est le scénario le plus chaud en été.
            """,
            """
            **The ground stays free.** A large floor of pale stone hosts the market, festivals and ball games.

            - **Market:** 12 stalls to the west, two more than today.
            - **Water:** a large round fountain to the east, where you can dip your feet.
            - **Trees:** 6, four to the south and one in each eastern corner.
            - **Benches:** 4, around the fountain.
            - **Parking:** 30 spaces kept in the streets around, outside the plan.
            - **Good to know:** this is the hottest scenario in summer.
            """,
        ),
        credit=CREDIT,
    ),
    Figure(
        illustration="place-scenario-b",
        title=say("Scénario B – Le jardin", "Scenario B – The garden"),
        alt=say(
            "Plan du scénario B : un jardin couvert d’arbres, traversé par une allée courbe.",
            "Plan of scenario B: a garden full of trees, crossed by a curving path.",
        ),
        description=say.rich(
            """
            **La place devient un jardin.** De la pelouse et des arbres remplacent l’enrobé. Une allée courbe la
            traverse d’ouest en est ; une autre, plus courte, part vers le nord.

            - **Arbres :** 20, en bosquets, partout sauf sur les allées.
            - **Jeux :** deux aires rondes au sud-est, une pour les petits, une pour les plus grands.
            - **Bancs :** 2, le long de la grande allée.
            - **Marché :** 6 étals démontables sur l’allée, le samedi seulement ; ils ne sont pas dessinés.
            - **Stationnement :** 6 places dans les rues autour, hors du plan, pour les personnes handicapées
              et les livraisons.
            - **À savoir :** c’est le plus frais, mais le marché perd quatre étals sur dix.
            """,
            """
            **The square becomes a garden.** Lawn and trees replace the asphalt. A curving path crosses it
            from west to east; a shorter one leaves to the north.

            - **Trees:** 20, in groves, everywhere but on the paths.
            - **Play:** two round areas to the south-east, one for small children, one for older ones.
            - **Benches:** 2, along the main path.
            - **Market:** 6 removable stalls on the path, on Saturdays only; they are not drawn.
            - **Parking:** 6 spaces in the streets around, outside the plan, for disabled people
              and deliveries.
            - **Good to know:** this is the coolest, but the market loses four stalls in ten.
            """,
        ),
        credit=CREDIT,
    ),
    Figure(
        illustration="place-scenario-c",
        title=say("Scénario C – Moitié-moitié", "Scenario C – Half and half"),
        alt=say(
            "Plan du scénario C : un jardin au nord-ouest, le marché au sud-est, une allée en diagonale.",
            "Plan of scenario C: a garden to the north-west, the market to the south-east, a diagonal path.",
        ),
        description=say.rich(
            """
            **La place est partagée en deux** par une allée en diagonale, du sud-ouest au nord-est. D’un côté un jardin,
            de l’autre un sol de pierre.

            - **Arbres :** 13, tous au nord-ouest.
            - **Jeux :** une aire ronde dans le jardin.
            - **Marché :** 6 étals dessinés au sud-est, et 4 de plus le samedi, comme aujourd’hui.
            - **Eau :** une petite fontaine au nord-est.
            - **Bancs :** 2, le long de l’allée.
            - **Stationnement :** 16 places dans les rues autour, hors du plan.
            - **À savoir :** chaque usage a sa place, mais aucune des deux moitiés n’est très grande.
            """,
            """
            **The square is split in two** by a diagonal path, from south-west to north-east. A garden on one side,
            a stone floor on the other.

            - **Trees:** 13, all to the north-west.
            - **Play:** one round area in the garden.
            - **Market:** 6 stalls drawn to the south-east, and 4 more on Saturdays, as today.
            - **Water:** a small fountain to the north-east.
            - **Benches:** 2, along the path.
            - **Parking:** 16 spaces in the streets around, outside the plan.
            - **Good to know:** every use has its place, but neither half is very large.
            """,
        ),
        credit=CREDIT,
    ),
    Question(
        kind="single_choice",
        key="preferred_scenario",
        text=say("Quel scénario préférez-vous ?", "Which scenario do you prefer?"),
        hint=say(
            "Ce n’est pas un vote : vos raisons comptent autant que votre choix.",
            "This is not a vote: your reasons count as much as your choice.",
        ),
        required=True,
        choices=(
            say("A – La place ouverte", "A – The open square"),
            say("B – Le jardin", "B – The garden"),
            say("C – Moitié-moitié", "C – Half and half"),
            say("Aucun des trois", "None of the three"),
            say("Je ne sais pas", "I don’t know"),
        ),
    ),
    Question(
        kind="long_text",
        key="scenario_reasons",
        text=say(
            "Pourquoi ? Que faudrait-il changer dans ce scénario ?",
            "Why? What should be changed in that scenario?",
        ),
        hint=say(
            "N’écrivez ni nom ni adresse : une sélection de réponses sera publiée après relecture.",
            "Please write no name or address: a selection of answers will be published after review.",
        ),
        max_length=1500,
    ),
    Question(
        kind="single_choice",
        key="saturday_street",
        text=say(
            "Si la rue de l’école devenait piétonne le samedi, cela vous irait-il ?",
            "If the school street were closed to cars on Saturdays, would that suit you?",
        ),
        choices=(
            say("Oui", "Yes"),
            say("Oui, à certaines conditions", "Yes, under certain conditions"),
            say("Non", "No"),
            say("Je ne me prononce pas", "No opinion"),
        ),
    ),
)


def closing_blocks() -> tuple[Block, ...]:
    """Return the last screen: how to be told what follows, an optional age band and a free word."""
    return (
        Section(
            title=say("Pour finir", "To finish"),
            intro=say.rich(
                "Ces dernières questions sont facultatives. Ensuite, vous relirez tout avant d’envoyer.",
                "These last questions are optional. You will then read everything through before sending.",
            ),
        ),
        Question(
            kind="multiple_choice",
            key="news_channels",
            text=say("Comment souhaitez-vous connaître la suite ?", "How would you like to hear what happens next?"),
            hint=say(
                "Cette question nous aide à choisir où afficher la réponse. Elle ne vous abonne à rien.",
                "This helps us choose where to show the reply. It signs you up for nothing.",
            ),
            choices=(
                say("Un panneau sur la place", "A board on the square"),
                say("Une réunion dans le quartier", "A meeting in the neighbourhood"),
                say("Le magazine de la Ville", "The City magazine"),
                say("Ce site", "This website"),
                say("L’école ou le centre social", "School or the social centre"),
                say("Je n’ai pas besoin de le savoir", "I do not need to know"),
            ),
            exclusive=say("Je n’ai pas besoin de le savoir", "I do not need to know"),
            allow_other=True,
        ),
        Question(
            kind="single_choice",
            key="age_band",
            text=say("Quel âge avez-vous ?", "How old are you?"),
            why=say(
                "Pour savoir si des âges manquent parmi les réponses et aller vers eux. Vous pouvez passer.",
                "To see whether some ages are missing from the answers, and go and meet them. You may skip this.",
            ),
            choices=(
                say("11 à 15 ans", "11 to 15"),
                say("16 à 25 ans", "16 to 25"),
                say("26 à 39 ans", "26 to 39"),
                say("40 à 59 ans", "40 to 59"),
                say("60 à 74 ans", "60 to 74"),
                say("75 ans et plus", "75 and over"),
                NOT_SAID,
            ),
        ),
        Question(
            kind="long_text",
            key="forgotten_question",
            text=say("Quelle question avons-nous oubliée ?", "Which question did we forget?"),
            hint=say("Et votre réponse, si vous en avez une.", "And your answer, if you have one."),
            max_length=800,
        ),
        Text(
            html=say.rich(
                """
                ### Et après ?

                Les résultats sont publiés après la clôture, question par question. La Ville répond ensuite ici même.
                Les réponses sont volontaires : elles disent ce que pensent les personnes qui ont répondu, pas ce que
                pense toute la ville.
                """,
                """
                ### What next?

                Results are published after the close, question by question. The City then replies on this page.
                Answers are voluntary: they tell what those who answered think, not what the whole city thinks.
                """,
            )
        ),
        Callout(
            tone="important",
            title=say("Ce que nous gardons", "What we keep"),
            html=say.rich(
                """
                Vos réponses, la langue, le moyen utilisé et le jour. Ni nom, ni adresse, ni heure exacte.
                Les détails sont dans [Données personnelles](/donnees-personnelles/).
                """,
                """
                Your answers, the language, the channel used and the day. No name, no address, no exact time.
                Details are in [Personal data](/donnees-personnelles/) (in French).
                """,
            ),
        ),
    )
