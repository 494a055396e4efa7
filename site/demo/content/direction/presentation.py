"""The direction: why it exists, its three stakes, seven principles, two logics and two audiences."""

from demo.content.direction.words import say
from demo.content.records import Accordion, ArticlePage, Block, Callout, Step, Text, Timeline

STAKES = (
    (
        "ecological",
        say("L’impératif écologique", "The ecological imperative"),
        say(
            "Chaleur, eau, air, énergie : la ville change, et les choix se font avec celles et ceux qui y vivent.",
            "Heat, water, air, energy: the city is changing, and choices are made with those who live in it.",
        ),
    ),
    (
        "democratic",
        say("L’attente démocratique", "The democratic expectation"),
        say(
            "Comprendre, être entendu·e, peser : voter tous les six ans ne suffit pas à faire vivre une ville.",
            "Understanding, being heard, having weight: voting every six years is not enough to keep a city alive.",
        ),
    ),
    (
        "social",
        say("L’exigence sociale", "The social demand"),
        say(
            "Une bonne décision profite d’abord à qui en a le plus besoin, et n’oublie pas les personnes isolées.",
            "A good decision first serves those who need it most, and does not forget people on their own.",
        ),
    ),
)

PRINCIPLES = (
    (
        say("La primauté de l’utilisateur", "Users first"),
        say(
            "On commence par regarder comment les gens vivent, pas par dessiner la solution.",
            "We start by looking at how people live, not by drawing the solution.",
        ),
    ),
    (
        say("L’ouverture", "Openness"),
        say(
            "On invite d’autres métiers, d’autres services, d’autres âges autour de la table.",
            "We bring other trades, other departments and other ages to the table.",
        ),
    ),
    (
        say("La coproduction", "Co-production"),
        say(
            "On construit la réponse avec les personnes concernées, pas seulement pour elles.",
            "We build the answer with the people concerned, not only for them.",
        ),
    ),
    (
        say("L’action", "Doing"),
        say(
            "On préfère une petite chose faite à un grand plan qui attend.",
            "We prefer a small thing done to a great plan that waits.",
        ),
    ),
    (
        say("L’agilité", "Agility"),
        say("On essaie vite, sur le terrain, et on ajuste.", "We try quickly, on the spot, and adjust."),
    ),
    (
        say("L’expérimentation", "Experiment"),
        say(
            "On a le droit de se tromper, à condition de le dire et d’apprendre.",
            "We may be wrong, provided we say so and learn from it.",
        ),
    ),
    (
        say("L’impact", "Impact"),
        say(
            "On mesure ce qui a vraiment changé, et pour combien de personnes.",
            "We measure what really changed, and for how many people.",
        ),
    ),
)

_BODY: tuple[Block, ...] = (
    Text(
        html=say.rich(
            """
            Le 7 mai 2021, le conseil municipal a pris acte de la création d’une direction consacrée à trois métiers :
            **l’innovation publique, la participation citoyenne et l’évaluation des politiques publiques**.
            Son rôle : changer la façon dont la Ville imagine, conduit et juge son action, en faisant travailler
            l’imagination de beaucoup de monde.

            Source : rapport n° 40, conseil municipal du 7 mai 2021. Ce rapport annonce un programme ; il ne fixe ni
            seuil, ni âge, ni montant. Les règles viennent d’autres décisions, citées sur chaque page.
            """,
            """
            On 7 May 2021 the city council took note of the creation of a directorate devoted to three trades:
            **public innovation, citizen participation and the evaluation of public policy**.
            Its role: to change how the City imagines, carries out and judges what it does, by putting many
            people’s imagination to work.

            Source: report no. 40, city council of 7 May 2021. The report announces a programme; it sets no threshold,
            age or amount. Rules come from other decisions, quoted on each page.
            """,
        )
    ),
    Text(
        html=say.rich(
            """
            ### Trois enjeux

            - **L’impératif écologique :** faire face au changement du climat avec les habitant·e·s, pas malgré eux.
            - **L’attente démocratique :** rendre chaque choix compréhensible et discutable.
            - **L’exigence sociale :** partir des personnes qu’on entend le moins.
            """,
            """
            ### Three stakes

            - **The ecological imperative:** facing climate change with residents, not in spite of them.
            - **The democratic expectation:** making each choice understandable and open to debate.
            - **The social demand:** starting from the people least often heard.
            """,
        )
    ),
    Accordion(
        title=say("Sept principes", "Seven principles"),
        entries=tuple((title, say.rich(text, say.english[text])) for title, text in PRINCIPLES),
    ),
    Text(
        html=say.rich(
            """
            Les sept titres viennent du rapport de 2021, qui les tire du manifeste « L’innovation publique : concevoir
            autrement les politiques publiques » (Futurs Publics). Les phrases sont les nôtres.
            """,
            """
            The seven titles come from the 2021 report, which takes them from the manifesto “L’innovation publique :
            concevoir autrement les politiques publiques” (Futurs Publics). The sentences are ours.
            """,
        )
    ),
    Text(
        html=say.rich(
            """
            ### Deux logiques

            - **Conduire des projets qui se tiennent entre eux :** le budget participatif, le projet d’administration,
              le budget carbone et les autres dispositifs présentés ici.
            - **Appuyer les autres directions :** un service prépare une rue, une crèche, un festival ? La direction
              l’aide à associer les personnes concernées.
            """,
            """
            ### Two ways of working

            - **Running projects that hold together:** the participatory budget, the administration project, the
              carbon budget and the other schemes shown here.
            - **Supporting other directorates:** a department is preparing a street, a nursery, a festival? The
              directorate helps it involve the people concerned.
            """,
        )
    ),
    Text(
        html=say.rich(
            """
            ### Deux publics

            - **Dehors :** habitant·e·s, associations, commerces, partenaires, nouveaux venus et personnes isolées.
            - **Dedans :** agent·e·s, cadres et élu·e·s de la Ville, car une administration change aussi de l’intérieur.
            """,
            """
            ### Two audiences

            - **Outside:** residents, associations, shops, partners, newcomers and people on their own.
            - **Inside:** the City’s officers, managers and elected members, for an administration also changes
              from within.
            """,
        )
    ),
    Timeline(
        title=say("Comment une décision se prend", "How a decision is made"),
        steps=(
            Step(
                label=say("Un cadre clair", "A clear frame"),
                date_text=say("Avant d’ouvrir", "Before opening"),
                text=say(
                    "La page dit ce qui est ouvert, ce qui ne l’est pas, qui décide et quand.",
                    "The page says what is open, what is not, who decides and when.",
                ),
            ),
            Step(
                label=say("Votre avis", "Your opinion"),
                date_text=say("Pendant la démarche", "During the process"),
                text=say(
                    "En ligne, sur papier ou de vive voix, avec les mêmes questions.",
                    "Online, on paper or in person, with the same questions.",
                ),
            ),
            Step(
                label=say("La synthèse", "The summary"),
                date_text=say("Après la clôture", "After the close"),
                text=say(
                    "Ce que vous avez dit, y compris ce qui dérange.",
                    "What you said, awkward parts included.",
                ),
            ),
            Step(
                label=say("La décision", "The decision"),
                date_text=say("Au maire, à la maire ou au conseil municipal", "With the mayor or the city council"),
                text=say(
                    "Les élu·e·s décident. Ils donnent leurs raisons par écrit, point par point.",
                    "Elected members decide. They give their reasons in writing, point by point.",
                ),
            ),
            Step(
                label=say("Le suivi", "Follow-up"),
                date_text=say("Jusqu’au bout", "To the very end"),
                text=say(
                    "Ce qui avance, ce qui tarde, ce qui s’arrête : tout reste visible.",
                    "What moves, what lags, what stops: all of it stays visible.",
                ),
            ),
        ),
    ),
    Callout(
        tone="important",
        title=say("Un avis n’est pas une décision", "An opinion is not a decision"),
        html=say.rich(
            """
            Aucun dispositif de ce site n’oblige la Ville à suivre un résultat. En revanche, une démarche ouverte ici
            se termine par une réponse écrite et motivée.
            """,
            """
            No scheme on this site obliges the City to follow a result. In return, every process opened here
            ends with a written, reasoned reply.
            """,
        ),
    ),
)

DIRECTION = ArticlePage(
    title=say(
        "La Direction de l’Innovation et de la Participation", "The Directorate for Innovation and Participation"
    ),
    slug="la-direction",
    summary=say(
        "Une équipe de la Ville pour imaginer, participer et évaluer, avec les habitant·e·s et avec les services.",
        "A City team to imagine, take part and evaluate, with residents and with departments.",
    ),
    body=_BODY,
)
