"""The open consultation: three scenarios for a square of the Nord quartier. The square and its figures are invented."""

from datetime import date

from demo.content.days import window_around
from demo.content.records import Consultation, Document, Process, Step, Window
from demo.content.square_consultation import scenarios, today_and_wishes
from demo.content.square_consultation.scenarios import closing_blocks
from demo.content.square_consultation.words import say

STEPS = (
    Step(
        label=say("Le diagnostic", "Finding out"),
        date_text=say("Printemps et été 2026", "Spring and summer 2026"),
        text=say(
            "Deux balades dans le quartier, des comptages et 140 conversations au marché (exemple de démonstration).",
            "Two walks round the neighbourhood, counts and 140 conversations at the market (demonstration example).",
        ),
        done=True,
    ),
    Step(
        label=say("Trois scénarios", "Three scenarios"),
        date_text=say("Début de l’automne 2026", "Early autumn 2026"),
        text=say(
            "Deux ateliers ouverts ont fait naître trois façons d’imaginer la place.",
            "Two open workshops led to three ways of picturing the square.",
        ),
        done=True,
    ),
    Step(
        label=say("Votre avis", "Your say"),
        date_text=say("En ce moment, pendant quatre semaines", "Now, for four weeks"),
        text=say(
            "Vous répondez en ligne, sur papier ou en parlant avec nous sur la place.",
            "You answer online, on paper, or by talking with us on the square.",
        ),
    ),
    Step(
        label=say("La réponse de la Ville", "The City’s reply"),
        date_text=say("Dans les deux mois qui suivent la clôture", "Within two months of the close"),
        text=say(
            "Une synthèse, puis ce qui est gardé, ce qui ne l’est pas, et pourquoi.",
            "A summary, then what is kept, what is not, and why.",
        ),
    ),
    Step(
        label=say("Les études et les travaux", "Design and works"),
        date_text=say(
            "À partir de 2027, si le conseil municipal le décide", "From 2027, if the city council so decides"
        ),
        text=say(
            "Chaque étape sera racontée ici, retards compris.",
            "Every step will be told here, delays included.",
        ),
    ),
)

DOCUMENTS = (
    Document(
        title=say("Le diagnostic de la place", "What we found on the square"),
        summary=say(
            "Ce que les habitant·e·s ont dit et ce que nous avons compté. Document de démonstration.",
            "What residents said and what we counted. Demonstration document.",
        ),
    ),
    Document(
        title=say("Le questionnaire à imprimer", "The questionnaire, to print"),
        summary=say(
            "Les mêmes questions, dans le même ordre, à remettre au point d’accueil. Document de démonstration.",
            "The same questions in the same order, to hand in at the welcome desk. Demonstration document.",
        ),
    ),
)

PROCESS = Process(
    title=say("Une place pour tout le quartier", "A square for the whole neighbourhood"),
    slug="une-place-pour-tout-le-quartier",
    mechanism="consultation",
    audience="outside",
    illustration="place-scenario-c",
    summary=say(
        "Des arbres, un marché, des jeux, du calme : comment partager la place des Tilleuls ? "
        "Une démarche de démonstration, du diagnostic aux travaux.",
        "Trees, a market, play, quiet: how should the place des Tilleuls be shared? "
        "A demonstration process, from first findings to works.",
    ),
    promise=say.rich(
        """
        Nous nous engageons à **lire chaque réponse**, à publier les résultats en entier et à répondre point par point :
        ce qui est gardé, ce qui ne l’est pas, et pourquoi.

        Vos réponses éclairent la décision. Elles ne la remplacent pas : c’est le conseil municipal qui décide.
        """,
        """
        We undertake to **read every answer**, to publish the results in full and to reply point by point:
        what is kept, what is not, and why.

        Your answers inform the decision. They do not replace it: the city council decides.
        """,
    ),
    governance=say.rich(
        """
        - **Qui conduit la démarche :** la Direction de l’Innovation et de la Participation, avec les services qui
          s’occupent des rues, des arbres et des marchés.
        - **Qui veille à l’équité :** un groupe de dix habitant·e·s volontaires relit les questions et la synthèse
          (exemple de démonstration).
        - **Qui décide :** le conseil municipal, sur la base de la synthèse rendue publique.
        """,
        """
        - **Who runs it:** the Directorate for Innovation and Participation, with the departments in charge of
          streets, trees and markets.
        - **Who watches over fairness:** a group of ten volunteer residents reads the questions and the summary
          (demonstration example).
        - **Who decides:** the city council, on the basis of the published summary.
        """,
    ),
    timeline=STEPS,
    tags=("espace-public", "nature-en-ville", "vie-de-quartier"),
    stakes=("ecological", "social"),
    documents=DOCUMENTS,
)


def window(today: date) -> Window:
    """Return a window that opened sixteen days ago and closes in thirteen."""
    return window_around(today, opens_in=-16, closes_in=13)


CONSULTATION = Consultation(
    title=say("Quelle place pour les arbres, les jeux et le marché ?", "How much room for trees, play and the market?"),
    slug="arbres-jeux-marche",
    summary=say(
        "Trois scénarios pour la place des Tilleuls (nom de démonstration), dans le quartier Nord. "
        "Quatorze questions, sept minutes, sans compte.",
        "Three scenarios for the place des Tilleuls (a demonstration name), in the Nord quartier. "
        "Fourteen questions, seven minutes, no account.",
    ),
    object=say.rich(
        """
        La place des Tilleuls est grande, claire et très passante. Elle est aussi brûlante l’été et presque vide
        le soir. La Ville veut la refaire. Avant de dessiner, elle vous demande comment vous vivez la place
        et lequel des trois scénarios vous ressemble.

        La place, les plans et les chiffres de cette page sont **un exemple de démonstration**.
        """,
        """
        The place des Tilleuls is large, bright and busy. It is also scorching in summer and almost empty in the
        evening. The City wants to redesign it. Before drawing anything, it asks how you live with the square
        and which of the three scenarios feels right to you.

        The square, the plans and the figures on this page are **a demonstration example**.
        """,
    ),
    open_points=say.rich(
        """
        - La part donnée aux arbres, aux jeux, au marché et au stationnement.
        - L’emplacement des bancs, de l’eau et de l’éclairage.
        - Ce qui se passe sur la place le soir et le week-end.
        """,
        """
        - The share given to trees, play, the market and parking.
        - Where benches, water and lighting go.
        - What happens on the square in the evening and at weekends.
        """,
    ),
    closed_points=say.rich(
        """
        - Le marché du samedi reste sur la place.
        - L’accès des pompiers et l’arrêt de bus ne bougent pas.
        - La dépense totale ne dépassera pas 900 000 € (montant de démonstration).
        """,
        """
        - The Saturday market stays on the square.
        - Fire brigade access and the bus stop do not move.
        - Total spending will not exceed €900,000 (demonstration amount).
        """,
    ),
    degree="concertation",
    audience="outside",
    decider=say(
        "Le conseil municipal, à partir de la synthèse de vos réponses",
        "The city council, on the basis of the summary of your answers",
    ),
    decision_date=say(
        "Au plus tôt au printemps 2027 (date de démonstration)", "In spring 2027 at the earliest (demonstration date)"
    ),
    contact=say.rich(
        """
        Une question sur cette démarche ? Écrivez-nous par la page [Contact](/contact/), ou demandez
        la Direction de l’Innovation et de la Participation au standard de la Ville.
        """,
        """
        A question about this process? Write to us through the [Contact](/contact/) page (in French), or ask the City’s
        switchboard for the Directorate for Innovation and Participation.
        """,
    ),
    offline=say.rich(
        """
        - **Sur papier :** demandez le questionnaire dans une maison de quartier et glissez-le dans l’urne.
        - **De vive voix :** retrouvez-nous le samedi matin, à l’entrée du marché.
        - **Avec de l’aide :** une personne peut lire les questions avec vous et écrire vos réponses.

        Ces rendez-vous sont donnés en exemple de démonstration.
        """,
        """
        - **On paper:** ask for the questionnaire at a community centre and drop it in the ballot box.
        - **In person:** meet us on Saturday morning, at the entrance to the market.
        - **With help:** someone can read the questions with you and write down your answers.

        These meetings are given as a demonstration example.
        """,
    ),
    illustration="place-scenario-b",
    tags=("espace-public", "nature-en-ville", "vie-de-quartier", "accessibilite"),
    stakes=("ecological", "social"),
    window=window,
    timeline=STEPS,
    documents=DOCUMENTS,
    body=today_and_wishes.BLOCKS + scenarios.BLOCKS + closing_blocks(),
)

ENGLISH = say.english
