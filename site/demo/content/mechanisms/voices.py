"""Consultation, and the citizens' proposal."""

from datetime import date

from demo.content.mechanisms.sources import CODE_NAME, DEMONSTRATION_RULE, REPORT, code
from demo.content.mechanisms.words import say
from demo.content.records import Edition, KeyFigure, Mechanism, Rule, Source, Step
from demo.content.wording import rich

_ADOPTION = Source(title="La Montagne, vote de la proposition citoyenne en conseil municipal", date="6 octobre 2023")
_MANUAL = Source(title="clermontparticipatif.fr, mise en œuvre de la proposition citoyenne", date="page non datée")
_RULES_SOURCE = (
    "Conseil municipal du 6 octobre 2023 ; clermontparticipatif.fr, mise en œuvre de la proposition citoyenne"
)
_ADOPTED_ON = date(2023, 10, 6)

CONSULTATION = Mechanism(
    key="consultation",
    title=say("Les consultations", "Consultations"),
    slug="consultations",
    summary=say(
        "La Ville explique un sujet et pose ses questions sur la même page. Vous répondez, elle publie "
        "les résultats, puis elle dit ce qu’elle en fait.",
        "The City explains a subject and asks its questions on the same page. You answer, it publishes "
        "the results, then says what it does with them.",
    ),
    audience="both",
    stakes=("democratic",),
    tags=("participation", "transparence", "services-publics"),
    what=say.rich(
        """
        Une consultation, c’est une question posée **avant** de décider. Sa page raconte le sujet avec des textes, des
        plans et des chiffres, et mêle les questions à l’explication.

        Elle annonce toujours un degré de participation : on vous **informe**, on vous **consulte**, on **discute** avec
        vous (concertation) ou on **construit** ensemble (co-construction). Ces mots n’engagent pas la même chose :
        la page dit lequel s’applique.
        """,
        """
        A consultation is a question asked **before** deciding. Its page tells the subject with texts, plans and
        figures, and mixes the questions with the explanation.

        It always states a degree of participation: we **inform** you, we **consult** you, we **talk it over** with
        you (concertation) or we **build** together (co-construction). These words do not promise the same thing:
        the page says which applies.
        """,
    ),
    who=say.rich(
        """
        - **Pour répondre :** toute personne concernée, qu’elle habite, travaille ou étudie ici. Chaque page précise
          l’âge.
        - **Pour organiser :** la Direction de l’Innovation et de la Participation, ou une autre direction avec son
          appui.
        - **Pour décider :** le conseil municipal, ou le maire ou la maire, selon le sujet.
        """,
        """
        - **To answer:** anyone concerned, whether they live, work or study here. Each page states the age.
        - **To organise:** the Directorate for Innovation and Participation, or another directorate with its support.
        - **To decide:** the city council or the mayor, depending on the subject.
        """,
    ),
    how=say.rich(
        """
        1. **Annonce.** Le sujet, les dates et ce qui est ouvert à la discussion sont publiés.
        2. **Réponses.** En ligne sans compte, sur papier ou de vive voix, avec les mêmes questions.
        3. **Résultats.** Publiés après la clôture, avec le nombre de réponses et de non-réponses.
        4. **Réponse de la Ville.** Ce qui est gardé, ce qui est écarté, pourquoi, et les prochaines étapes.
        """,
        """
        1. **Announcement.** The subject, the dates and what is open for discussion are published.
        2. **Answers.** Online without an account, on paper or in person, with the same questions.
        3. **Results.** Published after the close, with the number of answers and of non-answers.
        4. **The City’s reply.** What is kept, what is set aside, why, and the next steps.
        """,
    ),
    state_of_play=say.rich(
        """
        La loi fait du droit des habitant·e·s à être informés et consultés « un principe essentiel de la démocratie
        locale » (article L2141-1 du code général des collectivités territoriales).

        Sur ce site, quatre consultations de démonstration montrent chaque moment : une annoncée, une ouverte à tout le
        monde, une ouverte avec un compte et des conditions, une close avec la réponse de la Ville.
        """,
        """
        The law makes residents’ right to be informed and consulted “an essential principle of local democracy”
        (article L2141-1 of the general code of local authorities).

        On this site, four demonstration consultations show each moment: one announced, one open to everybody, one open
        with an account and conditions, one closed with the City’s reply.
        """,
    ),
    rules=(
        Rule(
            label=say("Portée", "Weight"),
            value=say("Un avis : la décision appartient aux élu·e·s", "An opinion: elected members decide"),
            valid_from=None,
            source=say(
                f"Article L2141-1, {CODE_NAME}", "Article L2141-1 of the French general code of local authorities"
            ),
        ),
        Rule(
            label=say("Délai de réponse de la Ville", "Time for the City to reply"),
            value=say(
                "Deux mois après la clôture (exemple de démonstration)",
                "Two months after the close (demonstration example)",
            ),
            valid_from=date(2026, 9, 1),
            source=say(DEMONSTRATION_RULE, "Demonstration rule: no decision of the City sets it"),
            is_demonstration=True,
        ),
    ),
    timeline=(
        Step(
            label=say("Création de la direction", "The directorate is created"),
            date_text=say("7 mai 2021", "7 May 2021"),
            text=say("Le conseil prend acte.", "The council takes note."),
            done=True,
        ),
        Step(
            label=say("Consultations sur ce site", "Consultations on this site"),
            date_text=say("Automne 2026", "Autumn 2026"),
            text=say("Trois exemples de démonstration.", "Three demonstration examples."),
        ),
    ),
    sources=(REPORT, code("L2141-1")),
)

PETITION = Mechanism(
    key="interpellation",
    title="Le droit d’interpellation : la proposition citoyenne",
    slug="proposition-citoyenne",
    summary="Vous déposez une proposition. Si elle est recevable et réunit 700 signatures en quatre mois, "
    "un atelier citoyen s’en saisit et la Ville répond.",
    audience="outside",
    stakes=("democratic",),
    tags=("participation", "transparence"),
    what=rich(
        """
        Le rapport de 2021 prévoyait un droit d’interpellation. À Clermont-Ferrand, il a pris en 2023 le nom de
        **proposition citoyenne** : une façon, pour des habitant·e·s, de mettre eux-mêmes un sujet sur la table.

        ### À ne pas confondre

        La **pétition prévue par la loi** est une autre voie. Un dixième des électeurs et électrices de la commune peut
        demander que le conseil municipal se saisisse d’une affaire, ou organise une consultation (article L1112-16 du
        code général des collectivités territoriales). L’assemblée reste libre de sa décision.
        """
    ),
    who=rich(
        """
        - **Pour déposer et pour signer :** voir les règles datées ci-dessous. On peut déposer seul·e, à plusieurs ou au
          nom d’une association.
        - **Pour examiner :** les services de la Ville vérifient la recevabilité.
        - **Pour travailler le sujet :** un atelier citoyen.
        - **Pour décider :** le maire ou la maire, ou le conseil municipal.
        """
    ),
    how=rich(
        """
        1. **Dépôt.** Vous écrivez ce que vous proposez et pourquoi.
        2. **Recevabilité.** La Ville a deux mois pour dire oui ou non, avec ses raisons.
        3. **Signatures.** Une proposition recevable est publiée. Elle a quatre mois pour atteindre 700 signatures.
        4. **Atelier citoyen.** La proposition est discutée avec les personnes qui l’ont portée.
        5. **Réponse.** Une décision du maire ou de la maire, ou une délibération. Elle n’est pas promise d’avance.

        ### Ce qui rend une proposition recevable

        - Elle relève de la commune et sert l’intérêt général, sans profit privé.
        - Elle respecte les principes de la République et ne discrimine personne.
        - Aucune concertation n’est en cours ou prévue sur le sujet.
        - Le même sujet n’a pas été proposé dans l’année.
        """
    ),
    state_of_play=rich(
        """
        Le conseil municipal a adopté le dispositif le 6 octobre 2023 (La Montagne, 6 octobre 2023 : dix abstentions).
        Le dépôt en ligne n’est pas encore ouvert sur ce site de démonstration.

        Atteindre le seuil ouvre un examen sérieux. Cela **n’oblige pas** la Ville à dire oui.
        """
    ),
    rules=(
        Rule(
            label="Qui peut déposer",
            value="À partir de 16 ans, en habitant Clermont-Ferrand, sans condition de nationalité",
            valid_from=_ADOPTED_ON,
            source=_RULES_SOURCE,
        ),
        Rule(label="Examen de recevabilité", value="2 mois", valid_from=_ADOPTED_ON, source=_RULES_SOURCE),
        Rule(
            label="Signatures à réunir",
            value="700 signatures en 4 mois",
            valid_from=_ADOPTED_ON,
            source=_RULES_SOURCE,
        ),
        Rule(
            label="Même sujet",
            value="Pas deux fois dans la même année",
            valid_from=_ADOPTED_ON,
            source=_RULES_SOURCE,
        ),
        Rule(
            label="Pétition légale (autre voie)",
            value="Un dixième des électeurs et électrices inscrits ; une signature par trimestre",
            valid_from=date(2022, 2, 21),
            source=f"Loi du 21 février 2022, article L1112-16, {CODE_NAME}",
        ),
    ),
    editions=(
        Edition(
            title="Les règles de 2023",
            dates="Depuis le 6 octobre 2023",
            summary="Dépôt dès 16 ans, deux mois d’examen, quatre mois de signatures, un atelier citoyen, une réponse.",
            figures=(
                KeyFigure(value="700", label="signatures à réunir en quatre mois", source=_RULES_SOURCE),
                KeyFigure(value="16 ans", label="pour déposer une proposition", source=_RULES_SOURCE),
            ),
        ),
    ),
    timeline=(
        Step(label="Inscrit au programme", date_text="7 mai 2021", text="À créer après les Assises.", done=True),
        Step(label="Adopté", date_text="6 octobre 2023", text="Sous le nom de proposition citoyenne.", done=True),
        Step(label="Dépôt en ligne sur ce site", date_text="À venir"),
    ),
    sources=(REPORT, _ADOPTION, _MANUAL, code("L1112-16")),
)
