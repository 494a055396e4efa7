"""Quartier pages and deputies, quartier councils, and the civic house label."""

from datetime import date

from demo.content.mechanisms.sources import CODE_NAME, DEMONSTRATION_RULE, REPORT, REPORT_NAME, code
from demo.content.records import Edition, KeyFigure, Mechanism, Rule, Source, Step
from demo.content.wording import rich

_PREFECTURE = Source(title="Préfecture du Puy-de-Dôme, nouveaux quartiers prioritaires", date="28 mars 2024")
_AGENDA = Source(title="Agenda 21 de Clermont-Ferrand, rubrique des conseils de la vie locale", date="page ancienne")

QUARTIERS = Mechanism(
    key="quartiers",
    title="Les quartiers, leurs adjointes et leurs adjoints",
    slug="quartiers",
    summary="Centre, Nord, Sud, Est, Ouest : bientôt une page par quartier, avec son adjoint·e, ses permanences, "
    "ses projets et ce qui est ouvert près de chez vous.",
    audience="outside",
    stakes=("democratic", "social"),
    tags=("vie-de-quartier", "services-publics"),
    what=rich(
        """
        Pour la participation, Clermont-Ferrand compte **cinq grands quartiers : Centre, Nord, Sud, Est et Ouest**.
        Chacun réunit plusieurs voisinages. Chaque quartier aura sa page : un plan, les prochaines dates, les projets,
        les lieux utiles, et les décisions qui le concernent.

        L’**adjoint·e de quartier** est une personne élue, chargée d’un ou de plusieurs quartiers. La loi lui demande de
        connaître les affaires du quartier, d’informer ses habitant·e·s et de favoriser leur participation.
        """
    ),
    who=rich(
        """
        - **Vous,** que vous habitiez, travailliez ou étudiiez dans le quartier.
        - **L’adjoint·e de quartier,** qui tiendra des permanences et sa page à jour.
        - **Les services de la Ville,** qui répondent aux demandes.

        Aucun nom n’est donné ici : les personnes élues seront présentées par la Ville.
        """
    ),
    how=rich(
        """
        Ces pages arrivent. Vous pourrez :

        1. **trouver votre quartier** par son nom, par une rue ou sur une liste ;
        2. **rencontrer l’adjoint·e** pendant une permanence ou une balade ;
        3. **poser votre question,** qui sera reçue, confiée à un service, puis recevra une réponse ;
        4. **suivre** ce qui avance : projets, travaux, avis et réponses.

        Attention aux mots. Un **quartier prioritaire** de la politique de la ville est un périmètre fixé par l’État.
        Ce n’est pas un des cinq quartiers de la participation.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 demandait de définir le rôle des adjoint·e·s de quartier (rapport n° 40, 7 mai 2021).
        Les cinq quartiers ont servi au budget participatif de 2021 et à la convention citoyenne, qui a tiré au sort
        un cinquième de ses membres dans chacun.

        La ville compte aussi cinq quartiers prioritaires, depuis l’entrée du secteur Centre-gare le 1er janvier 2024
        (préfecture du Puy-de-Dôme, 28 mars 2024).

        Les tracés affichés sur ce site seront des **tracés de démonstration** : la carte officielle reste à publier.
        """
    ),
    rules=(
        Rule(
            label="Périmètre des quartiers",
            value="Fixé par le conseil municipal",
            valid_from=None,
            source=f"Article L2143-1, {CODE_NAME}",
        ),
        Rule(
            label="Nombre d’adjoint·e·s de quartier",
            value="Au plus 10 % de l’effectif légal du conseil, dans les communes de 80 000 habitants et plus",
            valid_from=None,
            source=f"Article L2122-2-1, {CODE_NAME}",
        ),
    ),
    timeline=(
        Step(label="Conseils de la vie locale", date_text="2009", text="Quatorze conseils sont créés.", done=True),
        Step(label="Cinq grands quartiers", date_text="2021", text="Pour le budget participatif.", done=True),
        Step(label="Rôle des adjoint·e·s", date_text="7 mai 2021", text="Inscrit dans les priorités.", done=True),
        Step(label="Une page par quartier sur ce site", date_text="À venir"),
    ),
    sources=(
        REPORT,
        _PREFECTURE,
        _AGENDA,
        Source(title="Radio Scoop, deuxième budget participatif", date="2021"),
        Source(title="clermont-ferrand.fr, présentation de la convention citoyenne", date="2021-2022"),
        code("L2122-2-1"),
        code("L2122-18-1"),
    ),
)

QUARTIER_COUNCILS = Mechanism(
    key="conseil-quartier",
    title="Les conseils de quartier",
    slug="conseils-de-quartier",
    summary="Des habitant·e·s, des associations et des acteurs locaux donnent leur avis sur le quartier et la ville, "
    "proposent, et reçoivent une réponse écrite.",
    audience="outside",
    stakes=("democratic", "social"),
    tags=("vie-de-quartier", "participation"),
    what=rich(
        """
        Un conseil de quartier réunit des personnes qui connaissent le terrain. La loi l’impose aux communes de
        80 000 habitants et plus. Le maire ou la maire peut le consulter, et le conseil peut proposer, sur toute
        question qui touche le quartier ou la ville.

        ### Quatre mots proches, quatre choses

        - **Conseil de quartier :** créé par la Ville, prévu par la loi.
        - **Comité de quartier :** une association d’habitant·e·s, libre et indépendante.
        - **Conseil citoyen :** propre aux quartiers prioritaires, depuis la loi du 21 février 2014.
        - **Conseil de la vie locale :** le nom donné à Clermont-Ferrand en 2009.
        """
    ),
    who=rich(
        """
        Le conseil municipal fixe le nom, la composition et le fonctionnement. Les membres siègent en général par
        collèges. L’exemple de démonstration en prévoit trois :

        - **habitant·e·s,** moitié volontaires, moitié tirés au sort ;
        - **associations et acteurs locaux :** commerces, écoles, centres sociaux ;
        - **élu·e·s,** sans majorité.
        """
    ),
    how=rich(
        """
        1. **L’ordre du jour** est publié avant chaque séance. Chacun peut y assister.
        2. **Le débat** aboutit à un avis, avec les positions minoritaires.
        3. **La réponse** de la Ville est attendue dans un délai affiché.
        4. **Le suivi** montre ce que l’avis est devenu.

        Le conseil municipal peut aussi lui donner un local et un crédit chaque année pour fonctionner.
        """
    ),
    state_of_play=rich(
        """
        Le rapport de 2021 prévoit deux temps : **un conseil de quartier en mode « test »**, puis tous les conseils
        après les Assises (rapport n° 40, 7 mai 2021).

        Nous n’avons pas trouvé de source publique sur la suite du test. Cette page sera complétée par la Ville.
        """
    ),
    rules=(
        Rule(
            label="Obligation",
            value="Communes de 80 000 habitants et plus",
            valid_from=None,
            source=f"Article L2143-1, {CODE_NAME}",
        ),
        Rule(
            label="Composition du test",
            value="24 membres : 12 habitant·e·s, 8 acteurs locaux, 4 élu·e·s (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
        Rule(
            label="Durée du mandat",
            value="2 ans (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(label="Conseils de la vie locale", date_text="2009", text="Quatorze conseils, par secteurs.", done=True),
        Step(label="Conseils citoyens", date_text="Octobre 2017", text="Quatre conseils installés.", done=True),
        Step(label="Un conseil test décidé", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Tous les conseils", date_text="À préciser par la Ville"),
    ),
    sources=(
        REPORT,
        code("L2143-1"),
        _AGENDA,
        Source(title="La Montagne, installation des conseils citoyens", date="13 octobre 2017"),
    ),
)

CIVIC_HOUSE = Mechanism(
    key="maison-citoyennete",
    title="Le label Maison de la citoyenneté",
    slug="maison-de-la-citoyennete",
    summary="Un lieu du quartier s’engage à accueillir, aider et informer : il peut recevoir le label, "
    "pour un temps, après une visite.",
    audience="outside",
    stakes=("social", "democratic"),
    tags=("vie-de-quartier", "accessibilite", "numerique"),
    what=rich(
        """
        Le label distingue un lieu que l’on connaît déjà : centre social, maison de quartier, tiers-lieu. On y trouve un
        accueil, de l’aide pour les démarches, une salle pour se réunir et une urne lors des votes.

        Ce n’est pas un guichet de plus. C’est la promesse qu’une personne vous écoute, près de chez vous.
        """
    ),
    who=rich(
        """
        - **Les lieux volontaires** déposent une candidature.
        - **Des habitant·e·s et des agent·e·s** les visitent avec une grille publique.
        - **La Ville** accorde, renouvelle ou retire le label, avec ses raisons.
        """
    ),
    how=rich(
        """
        1. **Candidature.** Le lieu décrit ses horaires, ses services et son accessibilité.
        2. **Visite.** On vérifie chaque engagement sur place.
        3. **Décision.** Le label est donné pour une durée limitée.
        4. **Bilan.** Avant la fin, on regarde ce qui a été tenu.

        ### Les engagements possibles (exemple de démonstration)

        - Accueillir sans rendez-vous au moins une demi-journée par semaine.
        - Aider à répondre aux démarches, sur écran ou sur papier.
        - Prêter une salle aux habitant·e·s.
        - Afficher les décisions qui concernent le quartier.
        - Être accessible en fauteuil, ou dire clairement ce qui ne l’est pas.
        """
    ),
    state_of_play=rich(
        """
        Le label est annoncé par le rapport de 2021, pour l’après-Assises (rapport n° 40, 7 mai 2021). Nous n’avons pas
        trouvé de texte qui en fixe les critères à Clermont-Ferrand : ceux de cette page sont inventés.
        """
    ),
    rules=(
        Rule(
            label="Durée du label",
            value="3 ans (exemple de démonstration)",
            valid_from=date(2026, 9, 1),
            source=DEMONSTRATION_RULE,
            is_demonstration=True,
        ),
    ),
    editions=(
        Edition(
            title="Premier appel (exemple de démonstration)",
            dates="Printemps 2027",
            summary="Un appel imaginé pour montrer le dispositif : cinq lieux visités, un par quartier.",
            figures=(
                KeyFigure(
                    value="5",
                    label="lieux à visiter",
                    source="Chiffre de démonstration, 2026",
                    is_demonstration=True,
                ),
            ),
        ),
    ),
    timeline=(
        Step(label="Inscrit au programme", date_text="7 mai 2021", text=f"Source : {REPORT_NAME}.", done=True),
        Step(label="Critères à adopter", date_text="À préciser par la Ville"),
    ),
    sources=(REPORT,),
)
