"""What the home page and the listing of what is open say."""

from dataclasses import dataclass

from demo.content.direction.words import say
from demo.content.records import KeyFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContent:
    title: str
    hero_heading: str
    action_text: str
    lead: str
    introduction: str
    how_it_works_title: str
    how_it_works: tuple[tuple[str, str], ...]
    figures_title: str
    figures: tuple[KeyFigure, ...]
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingContent:
    title: str
    slug: str
    summary: str
    introduction: str
    mechanisms_title: str
    mechanisms_introduction: str


HOME = HomeContent(
    title=say("Accueil", "Home"),
    hero_heading=say("Dites ce que vous en pensez.", "Say what you think."),
    action_text=say("Voir ce qui est ouvert", "See what is open"),
    lead=say(
        "Et suivez ce que la Ville en fait : chaque avis est lu, chaque décision est expliquée, "
        "chaque promesse est suivie.",
        "And follow what the City does with it: every answer is read, every decision explained, every promise tracked.",
    ),
    introduction=say.rich(
        """
        Vous habitez, travaillez ou étudiez à Clermont-Ferrand ? Ce site est pour vous, que vous ayez deux minutes
        ou deux heures. Vous pouvez participer **sans compte**, sur un téléphone, et aussi **sur papier**.

        Ici, nous vous disons ce qui est ouvert à la discussion, ce qui ne l’est pas, et qui décide.
        """,
        """
        Do you live, work or study in Clermont-Ferrand? This site is for you, whether you have two minutes
        or two hours. You can take part **without an account**, on a phone, and also **on paper**.

        Here we tell you what is open for discussion, what is not, and who decides.
        """,
    ),
    how_it_works_title=say("Comment ça se passe", "How it works"),
    how_it_works=(
        (
            say("Vous dites", "You speak"),
            say(
                "Vous répondez aux questions d’une consultation ouverte. Aucun compte n’est demandé.",
                "You answer the questions of an open consultation. No account is needed.",
            ),
        ),
        (
            say("Nous comptons", "We count"),
            say(
                "Les résultats sont publiés après la clôture, question par question, avec leurs limites.",
                "Results are published after the close, question by question, with their limits.",
            ),
        ),
        (
            say("La Ville répond", "The City replies"),
            say(
                "Elle dit ce qu’elle garde, ce qu’elle ne garde pas, et pourquoi.",
                "It says what it keeps, what it does not, and why.",
            ),
        ),
        (
            say("Nous suivons", "We follow up"),
            say(
                "Nous racontons chaque étape jusqu’au bout, retards compris.",
                "Every step is told until it is done, delays included.",
            ),
        ),
    ),
    figures_title=say(
        "La participation à Clermont-Ferrand, en chiffres", "Participation in Clermont-Ferrand, in figures"
    ),
    figures=(
        KeyFigure(
            value=say("5 500", "5,500"),
            label=say(
                "personnes par édition du budget participatif, en moyenne",
                "people per edition of the participatory budget, on average",
            ),
            source=say(
                "clermontparticipatif.fr, bilan du budget participatif, page de 2025",
                "clermontparticipatif.fr, review of the participatory budget, page of 2025",
            ),
        ),
        KeyFigure(
            value=say("73 %", "73%"),
            label=say(
                "des projets lauréats du budget participatif réalisés",
                "of the winning participatory budget projects delivered",
            ),
            source=say(
                "clermontparticipatif.fr, bilan du budget participatif, page de 2025",
                "clermontparticipatif.fr, review of the participatory budget, page of 2025",
            ),
        ),
        KeyFigure(
            value="40",
            label=say(
                "propositions écrites par les 70 membres de la convention citoyenne",
                "proposals written by the 70 members of the citizens’ convention",
            ),
            source=say(
                "clermont-ferrand.fr, présentation de la convention citoyenne (2021-2022)",
                "clermont-ferrand.fr, presentation of the citizens’ convention (2021–2022)",
            ),
        ),
        KeyFigure(
            value="62",
            label=say(
                "enfants de 31 écoles au conseil municipal d’enfants",
                "children from 31 schools on the children’s council",
            ),
            source=say(
                "7 jours à Clermont, installation du 13 janvier 2024",
                "7 jours à Clermont, first sitting on 13 January 2024",
            ),
        ),
    ),
    closing=say.rich(
        """
        La loi reconnaît aux habitant·e·s le droit d’être informés et consultés sur les décisions qui les concernent
        (article L2141-1 du code général des collectivités territoriales). Les élu·e·s décident ; votre avis
        éclaire la décision, et la Ville doit dire ce qu’elle en a fait.
        """,
        """
        French law gives residents the right to be informed and consulted on decisions that concern them
        (article L2141-1 of the general code of local authorities). Elected members decide; your opinion
        informs the decision, and the City must say what it did with it.
        """,
    ),
)

PARTICIPATE = ListingContent(
    title=say("Participer", "Take part"),
    slug="participer",
    summary=say(
        "Ce qui est ouvert, ce qui arrive, ce qui est terminé : tout ce à quoi vous pouvez participer.",
        "What is open, what is coming, what is over: everything you can take part in.",
    ),
    introduction=say.rich(
        """
        Voici tout ce à quoi vous pouvez participer : ce qui est ouvert, ce qui arrive et ce qui est terminé.
        Rien ne disparaît après la clôture : les résultats et la réponse de la Ville restent ici.
        """,
        """
        Here is everything you can take part in: what is open, what is coming and what is over.
        Nothing vanishes after the close: results and the City’s reply stay here.
        """,
    ),
    mechanisms_title=say("Toutes les façons de participer", "All the ways to take part"),
    mechanisms_introduction=say.rich(
        """
        Une consultation, un budget, un conseil, une proposition : chaque dispositif a ses règles.
        Sa page dit de quoi il s’agit, qui participe, comment cela se passe et où on en est.
        """,
        """
        A consultation, a budget, a council, a proposal: each scheme has its own rules.
        Its page says what it is, who takes part, how it works and where it stands.
        """,
    ),
)
