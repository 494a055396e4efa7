"""The children's council, the youth council and the civic days."""

from datetime import date

from demo.content.mechanisms.sources import CODE_NAME, DEMONSTRATION_RULE, REPORT, REPORT_NAME, code
from demo.content.records import Edition, KeyFigure, Mechanism, Rule, Source, Step
from demo.content.wording import rich

_CHILDREN = "7 jours à Clermont, installation du conseil municipal d’enfants, janvier 2024"
_YOUTH_PLAN = "clermont-ferrand.fr, plan local de la jeunesse « Bouge ton Clermont »"

CHILDRENS_COUNCIL = Mechanism(
    key="conseil-enfants",
    title="Le conseil municipal d’enfants",
    slug="conseil-municipal-d-enfants",
    summary="Des élèves de CM1 et de CM2, élus dans leur classe, donnent leur avis sur la ville et portent des projets "
    "pendant deux ans.",
    audience="outside",
    stakes=("social", "democratic"),
    tags=("enfance-ecole", "participation", "egalite"),
    what=rich(
        """
        Les enfants vivent la ville à une autre hauteur. Leur conseil donne un avis sur ce qui les touche et prépare de
        vrais projets : une rue d’école plus sûre, un parc plus vert, des jeux pour tout le monde.
        """
    ),
    who=rich(
        """
        - **Des enfants de 9 à 11 ans,** deux par école : un·e élève de CM1 et un·e de CM2.
        - **Leurs enseignant·e·s** organisent le vote en classe.
        - **Des animateurs et animatrices de la Ville** accompagnent les commissions.

        Sur ce site, un enfant apparaît au plus avec son prénom et son école. Il n’a jamais besoin de compte. Une photo
        demande l’accord de l’enfant et de ses parents.
        """
    ),
    how=rich(
        """
        1. **Candidature et vote** dans la classe, en cherchant la parité.
        2. **Commissions** tous les mois : autour de l’école ; nature en ville et mobilité ; loisirs ; vivre ensemble.
        3. **Séances plénières** deux fois par an.
        4. **Avis et projets** transmis aux élu·e·s, qui répondent.
        """
    ),
    state_of_play=rich(
        """
        Annoncé par le rapport de 2021, le conseil a été installé le **13 janvier 2024** après des élections en décembre
        2023 : 62 enfants de 31 écoles, pour deux ans (7 jours à Clermont, janvier 2024).
        """
    ),
    rules=(
        Rule(label="Mandat", value="2 ans", valid_from=date(2024, 1, 13), source=_CHILDREN),
        Rule(
            label="Membres",
            value="Deux par école, CM1 et CM2, parité autant que possible",
            valid_from=date(2024, 1, 13),
            source=_CHILDREN,
        ),
    ),
    editions=(
        Edition(
            title="Premier mandat",
            dates="2024-2025",
            summary="Deux séances plénières par an et quatre commissions mensuelles.",
            figures=(
                KeyFigure(value="62", label="enfants", source=_CHILDREN),
                KeyFigure(value="31", label="écoles", source=_CHILDREN),
                KeyFigure(value="4", label="commissions", source=_CHILDREN),
            ),
        ),
    ),
    timeline=(
        Step(label="Inscrit au programme", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Élections en classe", date_text="Décembre 2023", done=True),
        Step(label="Installation", date_text="13 janvier 2024", text="62 enfants siègent.", done=True),
        Step(label="Mandat suivant", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT, Source(title="7 jours à Clermont, conseil municipal des enfants", date="janvier 2024")),
)

YOUTH_COUNCIL = Mechanism(
    key="conseil-jeunes",
    title="Le conseil des jeunes",
    slug="conseil-des-jeunes",
    summary="Pour les moins de 30 ans qui vivent ou étudient ici : donner un avis sur les décisions de la Ville "
    "et proposer les leurs, à parité.",
    audience="outside",
    stakes=("social", "democratic"),
    tags=("jeunesse", "participation", "egalite"),
    what=rich(
        """
        Logement, transports, nuits, études, premier emploi : beaucoup de choix de la Ville touchent d’abord les jeunes.
        Leur conseil donne un avis sur ces choix et peut proposer les siens.

        La loi le rend possible, sans l’imposer.
        """
    ),
    who=rich(
        """
        - **Des personnes de moins de 30 ans,** qui habitent la commune ou y suivent des études secondaires ou
          supérieures.
        - **Autant de femmes que d’hommes,** à une personne près : c’est la loi.
        - **Le conseil municipal** fixe le reste : nombre, désignation, fonctionnement.
        """
    ),
    how=rich(
        """
        1. **Appel** dans les lycées, les centres de formation, les associations, les clubs.
        2. **Composition** à parité, avec des profils variés.
        3. **Travail** en petits groupes, aux heures où les jeunes sont libres.
        4. **Avis et propositions,** avec une réponse écrite de la Ville.
        """
    ),
    state_of_play=rich(
        """
        Le conseil est prévu après les Assises (rapport n° 40, 7 mai 2021). Nous n’avons pas trouvé de source sur son
        installation.

        La Ville s’appuie déjà sur un plan local de la jeunesse, « Bouge ton Clermont », pour les 11-15 ans :
        1 300 jeunes ont été consultés en 2021, et le plan compte 86 actions (clermont-ferrand.fr).
        """
    ),
    rules=(
        Rule(
            label="Âge",
            value="Moins de 30 ans",
            valid_from=None,
            source=f"Article L1112-23, {CODE_NAME}",
        ),
        Rule(
            label="Parité",
            value="Un écart d’une personne au plus entre femmes et hommes",
            valid_from=None,
            source=f"Article L1112-23, {CODE_NAME}",
        ),
        Rule(
            label="Nombre de membres",
            value="30 (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    editions=(
        Edition(
            title="Bouge ton Clermont",
            dates="Consultation de 2021",
            summary="Un plan pour les 11-15 ans, cinq priorités, évalué tous les deux ans.",
            figures=(
                KeyFigure(value="1 300", label="jeunes consultés en 2021", source=_YOUTH_PLAN),
                KeyFigure(value="86", label="actions", source=_YOUTH_PLAN),
            ),
        ),
    ),
    timeline=(
        Step(label="Inscrit au programme", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Création", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT, code("L1112-23"), Source(title=_YOUTH_PLAN, date="page non datée")),
)

CIVIC_DAYS = Mechanism(
    key="journees-jeunesse",
    title="Les journées Jeunesse et Parcours citoyens",
    slug="journees-jeunesse-et-parcours-citoyens",
    summary="Des journées d’ateliers pour comprendre la ville, rencontrer celles et ceux qui la font, "
    "et essayer de décider à plusieurs.",
    audience="outside",
    stakes=("social", "democratic"),
    tags=("jeunesse", "participation", "enfance-ecole"),
    what=rich(
        """
        On ne naît pas habitué·e à débattre. Ces journées ouvrent les portes : qui décide quoi, comment un budget se
        vote, comment on monte un projet, où l’on peut s’engager.
        """
    ),
    who=rich(
        """
        - **Des groupes :** collèges, lycées, apprenti·e·s, missions locales.
        - **Des partenaires :** associations, service civique, agent·e·s, élu·e·s.

        L’inscription se fait par groupe, avec un nombre de places. Aucun nom d’élève n’est demandé.
        """
    ),
    how=rich(
        """
        1. **Le programme** est publié avec les ateliers et les places.
        2. **L’établissement inscrit son groupe** et choisit deux ateliers.
        3. **Le jour venu,** on débat, on visite, on joue au conseil municipal.
        4. **Après,** chaque groupe dit ce qu’il a pensé, et la Ville en tient compte.

        ### Exemples d’ateliers (démonstration)

        - Un budget de 100 jetons pour une ville imaginaire.
        - La ville à hauteur de fauteuil.
        - Vrai ou faux : vérifier une information.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 demande de **poursuivre** ces journées (rapport n° 40, 7 mai 2021). Nous n’avons pas
        trouvé de programme public : celui de cette page est un exemple de démonstration.
        """
    ),
    rules=(
        Rule(
            label="Taille d’un groupe",
            value="30 personnes au plus par atelier (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="À poursuivre", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Prochaine journée", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT,),
)
