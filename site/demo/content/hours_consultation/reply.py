"""The city's reply about opening hours: what was said, what was decided, what happens next. Invented."""

from datetime import date

from demo.content.records import Decision, NextStep, Reply, Step
from demo.content.wording import rich, typeset_all

STEPS = typeset_all(
    (
        Step(
            label="Préparer les questions",
            date_text="Juin 2026",
            text="Avec les équipes et des habitant·e·s.",
            done=True,
        ),
        Step(label="Vos réponses", date_text="Du 1er au 30 septembre 2026", text="En ligne et sur papier.", done=True),
        Step(
            label="La synthèse",
            date_text="15 octobre 2026",
            text="Ce que vous avez dit, question par question.",
            done=True,
        ),
        Step(label="La réponse", date_text="12 novembre 2026", text="Ce qui est décidé, et pourquoi.", done=True),
        Step(
            label="L’essai des soirées", date_text="De janvier à juin 2027", text="Trois maisons ouvrent le jeudi soir."
        ),
        Step(
            label="Le bilan",
            date_text="Été 2027",
            text="Avec les personnes qui sont venues, et celles qui ne sont pas venues.",
        ),
    )
)

REPLY = typeset_all(
    Reply(
        synthesis_on=date(2026, 10, 15),
        answered_on=date(2026, 11, 12),
        synthesis=rich(
            """
            Vous êtes 400 à avoir répondu (réponses fictives, créées pour la démonstration). Trois choses ressortent.

            - **Le soir d’abord.** Un ou deux soirs jusqu’à 21 h : c’est la demande la plus fréquente, 130 d’entre vous
              la font. De 17 h à 19 h, vous êtes 110.
            - **Le samedi ensuite.** 116 d’entre vous veulent le samedi après-midi, 93 le samedi matin.
            - **Fermer un matin pour ouvrir un soir divise.** Vous êtes presque aussi nombreux pour que contre. Et 92
              d’entre vous gardent volontiers les horaires actuels.

            Vous parlez enfin de choses que nous n’avions pas demandées : des horaires mal affichés, la rampe fermée,
            des salles difficiles à réserver.

            ### Ce qu’il faut garder en tête

            Les réponses sont volontaires. Moins d’une sur dix vient d’un collège ou d’un lycée. Ces résultats ne
            décrivent pas l’avis de toute la ville.
            """
        ),
        decisions=(
            Decision(
                theme="Ouvrir le soir",
                question="best_hours",
                said="Une ouverture jusqu’à 21 h, un soir fixe par semaine.",
                decided="Trois maisons ouvrent le jeudi jusqu’à 21 h, de janvier à juin 2027.",
                why="C’est la première demande. Un essai de six mois permet de voir qui vient, avant d’étendre.",
                outcome="kept",
                standing="Le renfort est en cours de recrutement. Premier jeudi soir le 14 janvier 2027.",
            ),
            Decision(
                theme="Ne pas fermer le matin",
                question="trade_morning",
                said="L’échange d’un matin contre un soir divise : presque autant de oui que de non.",
                decided="Aucun matin n’est fermé pendant l’essai.",
                why="Le matin est le seul rendez-vous de personnes isolées. Les heures du soir viennent d’un renfort.",
                outcome="kept",
            ),
            Decision(
                theme="Le samedi",
                question="best_hours",
                said="Ouvrir le samedi, matin ou après-midi.",
                decided="Un samedi matin sur deux dans deux maisons, à partir de mars 2027.",
                why="Les équipes ne permettent pas d’ouvrir partout. Les deux maisons seront choisies avec elles.",
                outcome="partly",
            ),
            Decision(
                theme="Des soirées plus longues",
                question="evening_hours",
                said="Une partie d’entre vous souhaite six heures ou plus par semaine, le soir.",
                decided="L’essai commence avec deux heures par semaine et par maison.",
                why="Commencer petit, compter les personnes qui viennent, puis ajuster.",
                outcome="partly",
            ),
            Decision(
                theme="Un lieu calme pour réviser",
                question="activities",
                said="Des étudiant·e·s demandent une salle calme, avec des prises et du wifi.",
                decided="Une salle est étudiée près des campus, avec les associations étudiantes.",
                why="Il faut d’abord vérifier la sécurité de la salle et trouver qui l’ouvre.",
                outcome="studied",
            ),
            Decision(
                theme="Le dimanche",
                question="best_hours",
                said="49 réponses sur 400 demandent le dimanche après-midi.",
                decided="Pas d’ouverture régulière le dimanche. Le prêt de salle aux groupes est étudié à part.",
                why="L’une des demandes les moins fréquentes, et un coût plus élevé qu’un soir de semaine.",
                outcome="refused",
            ),
            Decision(
                theme="Des horaires lisibles",
                question="first_change",
                said="Les horaires affichés ne sont pas toujours les bons.",
                decided="Une affiche unique, datée, sur chaque porte et sur ce site.",
                why="Vous avez raison, et c’était simple à corriger.",
                outcome="kept",
                standing="C’est fait : les affiches sont posées depuis le 2 novembre 2026.",
            ),
        ),
        next_steps=(
            NextStep(
                title="Affiches d’horaires posées",
                date_text="2 novembre 2026",
                text="Dans toutes les maisons.",
                state="done",
            ),
            NextStep(
                title="Recrutement du renfort",
                date_text="Décembre 2026",
                text="Pour tenir les trois jeudis soirs.",
                state="under_way",
            ),
            NextStep(
                title="Premier jeudi soir",
                date_text="14 janvier 2027",
                text="Soupe offerte, venez comme vous êtes.",
                state="coming",
            ),
            NextStep(
                title="Bilan public de l’essai",
                date_text="Été 2027",
                text="Chiffres et avis publiés ici.",
                state="coming",
            ),
        ),
    )
)
