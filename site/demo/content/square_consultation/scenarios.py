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
            les deux disent la même chose.
            """,
            """
            All three scenarios fit the same budget. Each is shown by a plan and told in words:
            both say the same thing.
            """,
        ),
    ),
    Figure(
        illustration="place-scenario-a",
        alt=say(
            "Plan du scénario A : une grande place ouverte, bordée d’arbres.",
            "Plan of scenario A: a large open square edged with trees.",
        ),
        caption=say("Scénario A – La place ouverte", "Scenario A – The open square"),
        description=say.rich(
            """
            **Le centre reste libre.** Un grand sol de pierre claire accueille le marché le samedi, les fêtes et les
            jeux de ballon le reste du temps.

            - **Arbres :** 16, en deux rangées le long des côtés nord et sud.
            - **Marché :** 40 étals, plus qu’aujourd’hui.
            - **Jeux :** des jets d’eau au sol, pas d’aire fermée.
            - **Stationnement :** 30 places gardées, à l’ouest.
            - **À savoir :** c’est le scénario le plus chaud en été.
            """,
            """
            **The centre stays free.** A large floor of pale stone hosts the market on Saturdays, festivals and
            ball games the rest of the time.

            - **Trees:** 16, in two rows along the north and south sides.
            - **Market:** 40 stalls, more than today.
            - **Play:** water jets in the ground, no fenced area.
            - **Parking:** 30 spaces kept, to the west.
            - **Good to know:** this is the hottest scenario in summer.
            """,
        ),
        credit=CREDIT,
    ),
    Figure(
        illustration="place-scenario-b",
        alt=say(
            "Plan du scénario B : un jardin planté au centre, des allées autour.",
            "Plan of scenario B: a planted garden in the middle, paths around it.",
        ),
        caption=say("Scénario B – Le jardin", "Scenario B – The garden"),
        description=say.rich(
            """
            **Le centre devient un jardin.** De la pelouse, des arbres et une noue qui garde l’eau de pluie remplacent
            l’enrobé.

            - **Arbres :** 52, plantés en bosquets.
            - **Marché :** 22 étals, le long de l’allée est.
            - **Jeux :** une aire ombragée pour les petits, une table de ping-pong.
            - **Stationnement :** 6 places, pour les personnes handicapées et les livraisons.
            - **À savoir :** c’est le plus frais, mais le marché perd près d’un tiers de ses étals.
            """,
            """
            **The centre becomes a garden.** Lawn, trees and a shallow ditch that holds rainwater replace the asphalt.

            - **Trees:** 52, planted in groves.
            - **Market:** 22 stalls, along the eastern path.
            - **Play:** a shaded area for small children, a table-tennis table.
            - **Parking:** 6 spaces, for disabled people and deliveries.
            - **Good to know:** this is the coolest, but the market loses almost a third of its stalls.
            """,
        ),
        credit=CREDIT,
    ),
    Figure(
        illustration="place-scenario-c",
        alt=say(
            "Plan du scénario C : une moitié de place ouverte, une moitié de jardin.",
            "Plan of scenario C: one half open square, one half garden.",
        ),
        caption=say("Scénario C – Moitié-moitié", "Scenario C – Half and half"),
        description=say.rich(
            """
            **La place est partagée en deux.** À l’ouest, un sol libre pour le marché ; à l’est, un jardin et
            des jeux.

            - **Arbres :** 34, surtout à l’est.
            - **Marché :** 32 étals, comme aujourd’hui.
            - **Jeux :** une aire pour les petits, des barres pour les plus grands.
            - **Stationnement :** 16 places, le long de la rue.
            - **À savoir :** chaque usage a sa place, mais aucune des deux moitiés n’est très grande.
            """,
            """
            **The square is split in two.** To the west, free ground for the market; to the east, a garden with play.

            - **Trees:** 34, mostly to the east.
            - **Market:** 32 stalls, as today.
            - **Play:** an area for small children, bars for older ones.
            - **Parking:** 16 spaces, along the street.
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
            tone="notice",
            title=say("Ce que nous gardons", "What we keep"),
            html=say.rich(
                """
                Vos réponses, la langue, le moyen utilisé et le jour. Ni nom, ni adresse, ni heure exacte.
                Les détails sont dans [Données personnelles](/donnees-personnelles/).
                """,
                """
                Your answers, the language, the channel used and the day. No name, no address, no exact time.
                Details are in [Personal data](/en/donnees-personnelles/).
                """,
            ),
        ),
    )
