"""The administration project, the map of innovations and the community of innovators."""

from datetime import date

from demo.content.mechanisms.sources import DEMONSTRATION_RULE, REPORT, REPORT_NAME
from demo.content.records import Mechanism, Rule, Step
from demo.content.wording import rich

ADMINISTRATION_PROJECT = Mechanism(
    key="projet-administration",
    title="Le projet d’administration",
    slug="projet-d-administration",
    summary="Comment les services de la Ville se préparent aux années qui viennent : des axes, des objectifs, "
    "des actions, écrits avec agent·e·s et habitant·e·s.",
    audience="both",
    stakes=("ecological", "democratic", "social"),
    tags=("innovation-publique", "services-publics", "transparence"),
    what=rich(
        """
        Le projet d’administration dit où vont les services de la Ville, et comment ils y vont ensemble. Le rapport
        de 2021 le veut comme un **projet de résilience**, autour de deux enjeux : la transition écologique et la
        candidature au titre de Capitale européenne de la culture.

        Il se lit comme un arbre : des **axes**, des **objectifs**, des **actions**. Chaque action a un pilote, une
        date et un indicateur.
        """
    ),
    who=rich(
        """
        - **Les agent·e·s et les cadres,** d’abord : ce sont eux qui feront.
        - **Les élu·e·s,** qui fixent le cap.
        - **Les habitant·e·s,** invités à dire ce qu’ils attendent des services.
        """
    ),
    how=rich(
        """
        1. **Diagnostic.** Questionnaires et entretiens, dans tous les métiers.
        2. **Ateliers.** Des idées à plusieurs, du terrain à la direction générale.
        3. **Choix.** Ce que l’on garde, ce que l’on reporte, et pourquoi.
        4. **Adoption,** puis un plan chaque année.
        5. **Suivi public** de l’avancement.

        Les réponses internes ne sont jamais montrées une par une : un groupe compte au moins cinq personnes.
        """
    ),
    state_of_play=rich(
        """
        Lancer la démarche est le premier projet prioritaire du rapport de 2021 (rapport n° 40, 7 mai 2021). Nous
        n’avons pas trouvé le texte du projet lui-même : la Ville pourra le publier ici, axe par axe.
        """
    ),
    rules=(
        Rule(
            label="Plus petit groupe montré",
            value="5 personnes (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="Projet prioritaire", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Axes et actions sur ce site", date_text="À venir"),
    ),
    sources=(REPORT,),
)

INNOVATIONS = Mechanism(
    key="innovations",
    title="La cartographie des innovations",
    slug="cartographie-des-innovations",
    summary="Ce que les services essaient, ont essayé ou voudraient essayer : un registre ouvert, "
    "réussites et ratés compris.",
    audience="both",
    stakes=("democratic", "ecological", "social"),
    tags=("innovation-publique", "services-publics", "evaluation"),
    what=rich(
        """
        Dans une ville, on invente souvent sans le dire. La cartographie rassemble ces essais : une autre façon
        d’accueillir, un outil bricolé, une rue fermée pour voir.

        Chaque fiche dit le problème, les personnes concernées, ce qui a été tenté et ce qu’on en a appris. **Un essai
        arrêté reste visible :** c’est le droit à l’erreur.
        """
    ),
    who=rich(
        """
        - **Les agent·e·s,** qui déclarent leurs essais et leurs envies.
        - **Les directions,** qui donnent du temps.
        - **Tout le monde,** pour la partie publique. Une fiche peut rester interne tant que l’essai n’est pas prêt.
        """
    ),
    how=rich(
        """
        1. **Déclarer** une idée, un souhait ou un essai en cours.
        2. **Situer** la fiche : direction, principe d’action, étape.
        3. **Choisir** ce que l’on accompagne, en croisant deux questions : combien de métiers différents, quel effet
           possible ?
        4. **Évaluer,** puis généraliser ou arrêter.

        ### Les étapes d’une innovation

        Idée, souhaitée, en cours, évaluée, généralisée, arrêtée.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 demande une cartographie, puis l’accompagnement d’une **première démarche** : celle qui
        réunit la plus grande diversité d’agent·e·s et promet l’effet le plus positif (rapport n° 40, 7 mai 2021).

        Le registre n’est pas encore ouvert sur ce site.
        """
    ),
    rules=(
        Rule(
            label="Choix de la première démarche",
            value="Diversité des agent·e·s (emploi, genre, niveau hiérarchique) et effet positif attendu",
            valid_from=date(2021, 5, 7),
            source=REPORT_NAME,
        ),
    ),
    timeline=(
        Step(label="Projet prioritaire", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Registre sur ce site", date_text="À venir"),
    ),
    sources=(REPORT,),
)

INNOVATORS = Mechanism(
    key="equipiers",
    title="La communauté des innovateurs : les équipiers",
    slug="les-equipiers",
    summary="Des agent·e·s volontaires qui s’entraident, se forment et essaient, d’un métier à l’autre.",
    audience="inside",
    stakes=("democratic", "social"),
    tags=("innovation-publique", "egalite"),
    what=rich(
        """
        Une jardinière, un comptable, une agente d’accueil, un ingénieur : ils ne se croisent jamais, et pourtant
        chacun a la moitié d’une solution. Les équipiers forment un réseau d’entraide entre agent·e·s de la Ville.

        Le rapport de 2021 parle de **convivialité** et de **créativité** : on y vient aussi pour le plaisir.
        """
    ),
    who=rich(
        """
        - **Tout·e agent·e volontaire,** quel que soit son métier ou son grade.
        - **Le service formation,** partenaire des ateliers.
        - **La Direction de l’Innovation et de la Participation,** qui anime.

        L’annuaire est interne et repose sur le volontariat : on y entre et on en sort quand on veut.
        """
    ),
    how=rich(
        """
        1. **S’inscrire** et dire ce que l’on sait faire, ce que l’on cherche.
        2. **Venir** à un atelier : une heure, un problème, plusieurs métiers.
        3. **Aider** une collègue ou un collègue sur un essai.
        4. **Partager** ce qui a marché, et le reste.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 demande une première action : un événement ou une série d’ateliers, avec le service formation
        (rapport n° 40, 7 mai 2021). Nous n’avons pas trouvé de source publique sur la suite.

        L’espace des équipiers demandera une connexion interne : il n’est pas ouvert sur ce site.
        """
    ),
    rules=(
        Rule(
            label="Entrer dans la communauté",
            value="Volontariat, avec l’accord de l’encadrement (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="Projet prioritaire", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Espace des équipiers", date_text="À venir"),
    ),
    sources=(REPORT,),
)
