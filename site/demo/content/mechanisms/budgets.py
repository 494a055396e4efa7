"""Participatory budget, resident fund and carbon budget."""

from datetime import date

from demo.content.mechanisms.sources import DEMONSTRATION_RULE, REPORT, REPORT_NAME
from demo.content.records import Edition, KeyFigure, Mechanism, Rule, Source, Step
from demo.content.wording import rich

_BLEU = "France Bleu, février 2018"
_DAYS = "7 jours à Clermont, mode d’emploi du premier budget participatif"
_DAYS_SECOND = "7 jours à Clermont, lancement de la seconde édition"
_PRESS = "Presse locale, relevé des éditions de 2018 et de 2021"
_SCOOP = "Radio Scoop, 2021"
_MONITEUR = "Le Moniteur, résultats de 2021"
_FRANCE3 = "France 3 Auvergne, troisième édition"
_REVIEW = "clermontparticipatif.fr, bilan du budget participatif, page de 2025"
_CARBON = "7 jours à Clermont, article sur le budget carbone"

PARTICIPATORY_BUDGET = Mechanism(
    key="budget-participatif",
    title="Le budget participatif",
    slug="budget-participatif",
    summary="Vous proposez, la Ville étudie, vous votez, la Ville réalise : une part de l’investissement est choisie "
    "par les habitant·e·s dès 11 ans.",
    audience="outside",
    stakes=("democratic", "ecological", "social"),
    tags=("budget-de-la-ville", "participation", "espace-public"),
    what=rich(
        """
        Une part du budget d’investissement de la Ville est mise en jeu. Des habitant·e·s déposent des idées ; celles
        qui sont réalisables deviennent des projets, puis passent au vote. Les lauréats sont construits.

        Le rapport de 2021 en fait le **principal outil de participation** et un moyen de toucher de nouveaux publics.
        """
    ),
    who=rich(
        """
        - **Dès 11 ans, sans condition de nationalité,** pour les éditions connues.
        - **Habitant·e·s, étudiant·e·s ou personnes qui travaillent ici** pour le vote de 2023.
        - **Les services de la Ville** étudient chaque idée et donnent un avis motivé.
        """
    ),
    how=rich(
        """
        1. **Idées.** Chacun dépose, avec un lieu et une raison.
        2. **Recevabilité.** L’idée sert-elle l’intérêt général ? Est-ce une dépense d’investissement, à
           Clermont-Ferrand, hors entretien courant ?
        3. **Étude.** Coût, droit, technique. Des idées proches peuvent être réunies.
        4. **Vote.** En ligne ou dans une urne, une seule fois.
        5. **Réalisation.** Chaque projet est suivi étape par étape, même quand il prend du retard.
        6. **Évaluation.** On apprend pour l’édition suivante.
        """
    ),
    state_of_play=rich(
        """
        Trois éditions ont eu lieu. En moyenne, 5 500 personnes ont pris part à chacune ; 73 % des projets lauréats sont
        réalisés et environ 7 millions d’euros ont été engagés (clermontparticipatif.fr, page de 2025).

        Le rapport de 2021 demandait d’évaluer la deuxième édition **pendant** son déroulement, pour ajuster la
        troisième.
        """
    ),
    rules=(
        Rule(
            label="Plafond par projet",
            value="400 000 €",
            valid_from=date(2021, 1, 15),
            source=f"{_SCOOP} ; {_DAYS_SECOND}",
        ),
        Rule(
            label="Équilibre entre quartiers",
            value="Au moins deux projets par quartier et un dans un quartier prioritaire",
            valid_from=date(2021, 1, 15),
            source=f"{_SCOOP} ; {_DAYS_SECOND}",
        ),
        Rule(
            label="Âge",
            value="11 ans et plus, toutes nationalités",
            valid_from=date(2021, 1, 15),
            source=_DAYS_SECOND,
        ),
        Rule(
            label="Vote",
            value="Cinq projets à choisir",
            valid_from=date(2023, 5, 10),
            source=_FRANCE3,
        ),
    ),
    editions=(
        Edition(
            title="Première édition",
            dates="2018",
            summary="Environ mille idées, puis un vote du 31 octobre au 14 novembre 2018, en ligne "
            "ou dans douze urnes. Au choix : 78 projets de quartier et 17 projets pour toute la ville.",
            figures=(
                KeyFigure(value="3 M€", label="environ, soit 5 % de l’investissement annuel", source=_BLEU),
                KeyFigure(value="6 500", label="personnes ont voté", source=_PRESS),
                KeyFigure(value="32", label="projets lauréats", source=_PRESS),
            ),
        ),
        Edition(
            title="Deuxième édition",
            dates="2021",
            summary="Idées du 15 au 31 janvier 2021, étude jusqu’en mai, vote en juin. Les sources ne s’accordent pas "
            "sur l’enveloppe : au moins 2 M€ (Radio Scoop, 2021) ou environ 3 M€ (France 3, 2020).",
            figures=(
                KeyFigure(value="408", label="idées déposées", source="Le Connecteur, 2021"),
                KeyFigure(value="58", label="projets au vote, après étude et fusions", source="Le Connecteur, 2021"),
                KeyFigure(value="5 000", label="personnes environ ont voté", source=_MONITEUR),
                KeyFigure(value="12", label="projets lauréats", source=_MONITEUR),
            ),
        ),
        Edition(
            title="Troisième édition",
            dates="2022-2023",
            summary="Idées du 12 au 30 octobre 2022, étude jusqu’au 1er mai 2023, vote du 10 mai au 11 juin 2023.",
            figures=(
                KeyFigure(value="34", label="projets au vote", source=_FRANCE3),
                KeyFigure(value="5 %", label="du budget d’investissement", source=_FRANCE3),
            ),
        ),
    ),
    timeline=(
        Step(label="Première édition", date_text="2018", text="32 projets lauréats.", done=True),
        Step(label="Deuxième édition", date_text="2021", text="12 projets lauréats.", done=True),
        Step(label="Troisième édition", date_text="2022-2023", text="34 projets au vote.", done=True),
        Step(label="Bilan des trois éditions", date_text="2025", text="73 % des projets réalisés.", done=True),
        Step(label="Prochaine édition", date_text="À préciser par la Ville"),
    ),
    sources=(
        REPORT,
        Source(title="France Bleu, lancement du budget participatif", date="février 2018"),
        Source(title=_DAYS, date="2018"),
        Source(title=_DAYS_SECOND, date="page non datée"),
        Source(title="Radio Scoop, deuxième budget participatif", date="2021"),
        Source(title="Le Connecteur, idées du budget participatif", date="2021"),
        Source(title="Le Moniteur, projets lauréats", date="2021"),
        Source(title=_FRANCE3, date="2022-2023"),
        Source(title=_REVIEW, date="2025"),
    ),
)

RESIDENT_FUND = Mechanism(
    key="fonds-participation",
    title="Le fonds de participation des habitantes et habitants",
    slug="fonds-de-participation-des-habitants",
    summary="Une petite somme, vite accordée par un comité d’habitant·e·s, pour une fête, un jardin, une sortie : "
    "un projet porté à plusieurs, utile au quartier.",
    audience="outside",
    stakes=("social", "democratic"),
    tags=("vie-de-quartier", "solidarites", "culture"),
    what=rich(
        """
        Le fonds aide des voisin·e·s ou de petites associations à réaliser une idée collective : repas de rue,
        atelier de réparation, jardin partagé, spectacle. La somme est modeste, le dossier court, la réponse rapide.

        Ces fonds sont nés dans les quartiers de la politique de la ville. Le rapport de 2021 veut élargir celui de
        Clermont-Ferrand **à toute la ville**.
        """
    ),
    who=rich(
        """
        - **Pour demander :** un groupe d’habitant·e·s ou une petite association. Une personne est responsable du
          dossier.
        - **Pour attribuer :** un comité où siègent des habitant·e·s. Qui a un lien avec un projet le déclare et ne
          vote pas.
        - **Pour payer et suivre :** la Ville.
        """
    ),
    how=rich(
        """
        1. **Dossier.** L’idée, la date, le lieu, le budget : ce que ça coûte, qui paie quoi.
        2. **Vérification.** Le service dit s’il manque une pièce.
        3. **Comité.** Vous présentez votre projet en dix minutes.
        4. **Réponse.** Un montant, un report ou un refus, toujours avec la raison.
        5. **Bilan.** Quelques lignes, les factures, et une photo si vous voulez.

        Les projets aidés figurent dans un registre public, par quartier, sans le nom des particuliers.
        """
    ),
    state_of_play=rich(
        """
        L’élargissement à toute la ville est une priorité du rapport de 2021 (rapport n° 40, 7 mai 2021). Nous
        n’avons pas trouvé le règlement de la Ville : les montants de cette page sont **des exemples de démonstration**.
        """
    ),
    rules=(
        Rule(
            label="Aide maximale",
            value="800 € par projet (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
        Rule(
            label="Groupe demandeur",
            value="Au moins trois personnes de foyers différents (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
        Rule(
            label="Territoire",
            value="Toute la ville (intention)",
            valid_from=date(2021, 5, 7),
            source=REPORT_NAME,
        ),
    ),
    timeline=(
        Step(label="Élargir à toute la ville", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Règlement à publier", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT,),
)

CARBON_BUDGET = Mechanism(
    key="budget-carbone",
    title="Le budget carbone",
    slug="budget-carbone",
    summary="Chaque année, la Ville se fixe une quantité de gaz à effet de serre à ne pas dépasser, "
    "comme elle vote un budget en euros.",
    audience="both",
    stakes=("ecological",),
    tags=("climat", "energie", "budget-de-la-ville", "transparence"),
    what=rich(
        """
        Un budget carbone compte des **tonnes** au lieu de compter des euros. On mesure ce que les activités de la Ville
        émettent : chauffage, véhicules, repas, achats, travaux. Puis on fixe un plafond, et on le respecte ou on
        s’explique.

        La **certification citoyenne** est l’idée la plus neuve du rapport de 2021 : un groupe d’habitant·e·s examine
        les chiffres, pose ses questions et rend un avis, réserves comprises.
        """
    ),
    who=rich(
        """
        - **Les directions de la Ville** mesurent et agissent, chacune pour ses postes.
        - **Des habitant·e·s** examinent les comptes et donnent leur avis.
        - **Le conseil municipal** lit le budget carbone avec le budget en euros.
        """
    ),
    how=rich(
        """
        1. **État des lieux.** Ce qui a été émis, poste par poste, avec la source de chaque coefficient.
        2. **Enveloppe.** Le plafond de l’année, en baisse.
        3. **Avis citoyen.** Certifié, certifié avec réserves ou non certifié, avec la réponse de la Ville.
        4. **Bilan.** Prévu, réalisé, écart, raisons.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 prévoyait un état des lieux sur le compte administratif 2020, une version « beta » pour 2022
        puis une version complète en 2023, avec l’institut I4CE et la 27e Région pour partenaires envisagés.

        Le budget carbone a été lancé en **2023** et renouvelé en **2024**, avec une baisse visée de 4 % par an
        (7 jours à Clermont). Nous n’avons pas trouvé de source sur la certification citoyenne.
        """
    ),
    rules=(
        Rule(label="Baisse visée", value="4 % par an, depuis 2023", valid_from=None, source=_CARBON),
        Rule(
            label="Calcul du plafond",
            value="À partir des émissions de l’année précédente",
            valid_from=None,
            source=_CARBON,
        ),
    ),
    editions=(
        Edition(title="Premier budget carbone", dates="2023", summary="Première enveloppe, suivie dans l’année."),
        Edition(
            title="Deuxième budget carbone",
            dates="2024",
            summary="Lu en même temps que le budget primitif de la Ville.",
            figures=(
                KeyFigure(value="4 %", label="de baisse visée chaque année", source=_CARBON),
                KeyFigure(value="232 M€", label="budget primitif 2024 de la Ville", source=_CARBON),
            ),
        ),
    ),
    timeline=(
        Step(label="Projet prioritaire", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Premier budget carbone", date_text="2023", done=True),
        Step(label="Deuxième budget carbone", date_text="2024", done=True),
        Step(label="Certification citoyenne", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT, Source(title="7 jours à Clermont, budget carbone", date="page non datée")),
)
