"""Evaluation, commitments and mandate report; support to other directorates."""

from datetime import date

from demo.content.mechanisms.sources import DEMONSTRATION_RULE, REPORT, REPORT_NAME
from demo.content.records import Mechanism, Rule, Step
from demo.content.wording import rich

EVALUATION = Mechanism(
    key="evaluation",
    title="L’évaluation, les engagements et le rapport de mandat",
    slug="evaluation-et-engagements",
    summary="Ce que la Ville a promis, ce qu’elle a fait, ce que ça a changé : des engagements suivis un par un, "
    "des évaluations lues par des habitant·e·s.",
    audience="both",
    stakes=("democratic", "ecological", "social"),
    tags=("evaluation", "transparence"),
    what=rich(
        """
        Trois outils qui se répondent.

        - **Le registre des engagements** reprend chaque promesse, mot pour mot, et dit où elle en est.
        - **Les évaluations** demandent si une politique a servi, à qui, à quel prix, et ce qu’il faut changer.
        - **Le rapport de mandat** réunit le tout, avec l’avis du conseil des habitant·e·s, sans retouche.
        """
    ),
    who=rich(
        """
        - **Les directions** apportent les faits et les preuves.
        - **Les personnes concernées** disent ce qui a changé pour elles.
        - **Le conseil des habitant·e·s** est consulté sur chaque évaluation.
        - **Les élu·e·s** répondent à chaque recommandation.
        """
    ),
    how=rich(
        """
        1. **Une question claire.** Que veut-on savoir, et pour décider quoi ?
        2. **Des indicateurs.** Un point de départ, une cible, des valeurs datées.
        3. **Des preuves.** Délibérations, budgets, photos, témoignages.
        4. **Un avis citoyen,** puis la réponse de la Ville.
        5. **Un historique.** Un engagement modifié ou abandonné reste visible, avec la raison.

        ### Les états d’un engagement

        Non commencé, à l’étude, engagé, en cours, réalisé, réalisé en partie, modifié, abandonné.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 prévoit un système d’évaluation bâti sur le projet d’administration, qui relie les rapports
        existants et montre l’avancement des engagements de campagne (rapport n° 40, 7 mai 2021).

        Le registre s’ouvrira ici avec les engagements du mandat en cours, que la Ville devra fournir.
        """
    ),
    rules=(
        Rule(
            label="Avis du conseil des habitant·e·s",
            value="Obligatoire sur toute évaluation (intention)",
            valid_from=date(2021, 5, 7),
            source=REPORT_NAME,
        ),
        Rule(
            label="Mise à jour d’un engagement",
            value="Au moins tous les six mois (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="À préparer", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Registre sur ce site", date_text="À venir"),
        Step(label="Premier rapport avec avis", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT,),
)

SUPPORT = Mechanism(
    key="appui",
    title="L’appui aux autres directions",
    slug="appui-aux-directions",
    summary="Une direction de la Ville veut associer les habitant·e·s ou essayer autrement : elle demande "
    "un coup de main, cadré et suivi.",
    audience="inside",
    stakes=("democratic",),
    tags=("innovation-publique", "participation", "services-publics"),
    what=rich(
        """
        La participation n’est pas l’affaire d’une seule équipe. Une direction prépare une rue, une crèche, un
        festival ? Elle peut demander un appui pour poser les bonnes questions, au bon moment, aux bonnes personnes.

        C’est la seconde logique du rapport de 2021 : répandre « l’ambiance » de participation et d’innovation.
        """
    ),
    who=rich(
        """
        - **Toute direction de la Ville** peut demander.
        - **La Direction de l’Innovation et de la Participation** cadre, forme, anime ou conseille.
        - **Les habitant·e·s** y gagnent des démarches mieux préparées, réunies dans un catalogue.
        """
    ),
    how=rich(
        """
        1. **Demande.** Le besoin, les personnes concernées, le calendrier.
        2. **Cadrage.** Ce qui est négociable et ce qui ne l’est pas, le degré de participation, les moyens.
        3. **Réponse.** Oui, oui plus tard, ou non avec une autre piste.
        4. **Accompagnement,** jusqu’à la réponse donnée aux habitant·e·s.
        5. **Retour.** Ce qui a marché, ce qu’on ne refera pas.

        Une règle simple : si tout est déjà décidé, on **informe**. On n’organise pas une fausse consultation.
        """
    ),
    state_of_play=rich(
        """
        L’appui est une mission de la direction depuis sa création (rapport n° 40, 7 mai 2021). Le formulaire de demande
        et le catalogue arriveront sur ce site. D’ici là, les directions passent par la page
        [Contact](/contact/).
        """
    ),
    rules=(
        Rule(
            label="Première réponse à une demande",
            value="10 jours (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="Mission confiée", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Catalogue des démarches sur ce site", date_text="À venir"),
    ),
    sources=(REPORT,),
)
