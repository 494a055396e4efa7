"""The citizens' convention and the residents' council."""

from datetime import date

from demo.content.mechanisms.sources import DEMONSTRATION_RULE, REPORT, REPORT_NAME
from demo.content.records import Edition, KeyFigure, Mechanism, Rule, Source, Step
from demo.content.wording import rich

_CITY = "clermont-ferrand.fr, présentation de la convention citoyenne"
_REVIEW = "clermontparticipatif.fr, résultats de la convention citoyenne, 29 août 2025"

CITIZEN_ASSEMBLY = Mechanism(
    key="assises",
    title="Les Assises de la démocratie locale",
    slug="assises-de-la-democratie-locale",
    summary="Des habitant·e·s tirés au sort prennent le temps de comprendre, débattent, proposent. "
    "La Ville répond à chaque proposition et rend compte chaque année.",
    audience="outside",
    stakes=("democratic", "ecological", "social"),
    tags=("participation", "climat", "transparence"),
    what=rich(
        """
        Les Assises sont une **convention citoyenne** : un groupe à l’image de la ville, tiré au sort, qui travaille
        plusieurs sessions sur une question posée par la Ville. Le rapport de 2021 leur demande au moins une chose :
        écrire une **charte de la démocratie locale**, qui dit qui prend part à quoi, et comment.
        """
    ),
    who=rich(
        """
        - **Les membres tirés au sort,** qui signent un contrat d’engagement.
        - **Des expert·e·s,** pour éclairer sans décider.
        - **Tout le monde à partir de 16 ans,** pour la votation de 2022.
        - **Le conseil municipal,** qui répond à chaque proposition.

        En 2021, le tirage s’est appuyé sur plusieurs listes : électeurs, bailleurs sociaux, mission locale, parents
        délégués, université, personnes réfugiées.
        """
    ),
    how=rich(
        """
        1. **Mandat.** La question et ce que la Ville s’engage à faire des propositions.
        2. **Tirage au sort.** Des critères publics, un tirage que l’on peut vérifier.
        3. **Sessions.** S’informer, débattre, écrire.
        4. **Votation.** Les habitant·e·s donnent leur avis sur les propositions.
        5. **Réponse.** Retenue, retenue en partie, à l’étude, transmise ou non retenue, avec la raison.
        6. **Suivi.** Un point public chaque année.

        Une proposition peut relever de la Métropole ou de l’État : elle est alors **transmise**, et on le dit.
        """
    ),
    state_of_play=rich(
        """
        La **convention citoyenne clermontoise** s’est tenue de novembre 2021 à juin 2022 : 70 membres, cinq sessions,
        40 propositions, une votation du 1er au 19 juin 2022 (clermont-ferrand.fr).

        Chaque année jusqu’en décembre 2025, un tableau de suivi a été publié. Sur le volet écologique, 14 mesures
        sur 16 étaient mises en œuvre (clermontparticipatif.fr, 29 août 2025).
        """
    ),
    rules=(
        Rule(
            label="Composition du panel",
            value="Parité, 20 % par quartier, 30 % de 16-30 ans, 10 % de résident·e·s étrangers",
            valid_from=date(2021, 11, 1),
            source=_CITY,
        ),
        Rule(label="Votation", value="Ouverte dès 16 ans", valid_from=date(2022, 6, 1), source=_CITY),
    ),
    editions=(
        Edition(
            title="Convention citoyenne clermontoise",
            dates="Novembre 2021 – juin 2022",
            summary="Trois transitions, neuf sujets, une dizaine d’expert·e·s, un contrat d’engagement. "
            "La Ville avait aussi promis une instance citoyenne d’évaluation.",
            figures=(
                KeyFigure(value="70", label="membres tirés au sort", source=_CITY),
                KeyFigure(value="40", label="propositions", source=_CITY),
                KeyFigure(value="14 sur 16", label="mesures écologiques mises en œuvre", source=_REVIEW),
            ),
        ),
    ),
    timeline=(
        Step(label="Projet prioritaire", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Convention citoyenne", date_text="Novembre 2021 – juin 2022", text="Cinq sessions.", done=True),
        Step(label="Votation", date_text="1er – 19 juin 2022", text="Sur 40 propositions, dès 16 ans.", done=True),
        Step(label="Suivi annuel", date_text="Jusqu’en décembre 2025", text="Un tableau public.", done=True),
        Step(label="Charte de la démocratie locale", date_text="À préciser par la Ville"),
    ),
    sources=(
        REPORT,
        Source(title=_CITY, date="2021-2022"),
        Source(title="clermontparticipatif.fr, résultats de la convention citoyenne", date="29 août 2025"),
    ),
)

RESIDENTS_COUNCIL = Mechanism(
    key="conseil-habitants",
    title="Le conseil des habitantes et habitants",
    slug="conseil-des-habitants",
    summary="Un groupe tiré au sort que la Ville doit consulter sur chaque évaluation, et qui donne un avis "
    "indépendant sur le rapport de mandat.",
    audience="outside",
    stakes=("democratic",),
    tags=("evaluation", "transparence", "participation"),
    what=rich(
        """
        Quand la Ville juge sa propre action, qui relit la copie ? Le conseil des habitant·e·s. Selon le rapport de
        2021, il est **obligatoirement consulté** sur toutes les évaluations et rend un avis **indépendant** sur le
        rapport de mandat.

        Son avis est joint tel quel : la Ville y répond, elle ne le réécrit pas.
        """
    ),
    who=rich(
        """
        - **Des habitant·e·s tirés au sort,** aux profils variés.
        - **Personne qui soit juge et partie :** l’exemple de démonstration écarte les élu·e·s et les agent·e·s de la
          Ville.
        - **Des garant·e·s,** pour veiller au débat.
        """
    ),
    how=rich(
        """
        1. **Saisine.** La Ville remet l’évaluation et un délai.
        2. **Auditions.** Le conseil entend qui il veut.
        3. **Avis.** Adopté, avec les positions minoritaires.
        4. **Réponse.** La Ville répond point par point.
        5. **Publication.** Tant que l’avis n’est pas rendu ou le délai passé, l’évaluation n’est pas publiée ici.
        """
    ),
    state_of_play=rich(
        """
        La création du conseil est prévue après les Assises (rapport n° 40, 7 mai 2021). La Ville avait aussi annoncé
        une « instance citoyenne d’évaluation » à la suite de la convention citoyenne (clermont-ferrand.fr).

        Les règles de composition ci-dessous sont des exemples de démonstration.
        """
    ),
    rules=(
        Rule(
            label="Consultation",
            value="Obligatoire sur toutes les démarches d’évaluation (intention)",
            valid_from=date(2021, 5, 7),
            source=REPORT_NAME,
        ),
        Rule(
            label="Composition",
            value="20 membres tirés au sort, à parité, quatre par quartier (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
        Rule(
            label="Délai pour rendre un avis",
            value="8 semaines (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="Inscrit au programme", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Création", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT, Source(title=_CITY, date="2021-2022")),
)
