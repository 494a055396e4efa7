"""Five invented news items, dated autumn 2026."""

from datetime import date

from demo.content.records import Callout, NewsItem, Text
from demo.content.wording import rich, typeset_all

_LABEL = Callout(
    tone="important",
    title="Exemple de démonstration",
    html=rich("Cette actualité est inventée pour montrer le site. Les lieux et les dates ne sont pas réels."),
)

NEWS = typeset_all(
    (
        NewsItem(
            title="La place des Tilleuls : trois scénarios sur la table",
            slug="place-des-tilleuls-trois-scenarios",
            summary="Une place ouverte, un jardin ou un peu des deux ? La consultation est lancée, "
            "en ligne et sur papier. Exemple de démonstration.",
            published_on=date(2026, 11, 7),
            tags=("espace-public", "nature-en-ville"),
            body=(
                Text(
                    html=rich(
                        """
                        Deux ateliers, des balades, des dizaines de conversations : le groupe de travail a dessiné trois
                        scénarios pour la place des Tilleuls (nom de démonstration). À vous de dire ce qui vous
                        ressemble, et surtout pourquoi.

                        Le questionnaire prend sept minutes. Vous pouvez aussi le demander sur papier.
                        """
                    )
                ),
                _LABEL,
            ),
        ),
        NewsItem(
            title="Maisons de quartier : la Ville répond à vos 400 avis",
            slug="maisons-de-quartier-la-reponse",
            summary="Trois soirées à l’essai, aucun matin fermé, des affiches enfin justes. "
            "Et des demandes écartées, avec les raisons. Exemple de démonstration.",
            published_on=date(2026, 11, 12),
            tags=("services-publics", "vie-de-quartier"),
            body=(
                Text(
                    html=rich(
                        """
                        Vous demandiez des soirées. Trois maisons ouvriront le jeudi jusqu’à 21 h, de janvier à juin
                        2027. Vous craigniez pour les matins : ils ne bougent pas pendant l’essai.

                        L’ouverture du dimanche n’est pas retenue. La réponse complète explique chaque choix.
                        """
                    )
                ),
                _LABEL,
            ),
        ),
        NewsItem(
            title="Cours d’école : la consultation arrive",
            slug="cours-d-ecole-bientot",
            summary="Ombre, terre, eau, coins calmes : dans trois semaines, vous direz par quoi commencer. "
            "Exemple de démonstration.",
            published_on=date(2026, 11, 20),
            tags=("enfance-ecole", "climat"),
            body=(
                Text(
                    html=rich(
                        """
                        Six cours, six visites avec les élèves, des dizaines de dessins. Avant de choisir, la Ville
                        ouvre ses questions à tout le monde : familles, équipes, voisinage.

                        Les enfants auront leur propre questionnaire, en classe, sans compte et sans nom.
                        """
                    )
                ),
                _LABEL,
            ),
        ),
        NewsItem(
            title="Répondre sur papier, c’est répondre",
            slug="repondre-sur-papier",
            summary="Pas d’ordinateur, pas envie d’écran ? Les mêmes questions existent sur papier "
            "et comptent autant. Exemple de démonstration.",
            published_on=date(2026, 10, 6),
            tags=("participation", "accessibilite"),
            body=(
                Text(
                    html=rich(
                        """
                        Chaque questionnaire s’imprime. Les réponses sur papier sont saisies avec les mêmes règles que
                        les autres et comptent autant.

                        Besoin d’aide pour lire ou écrire ? Demandez à l’accueil : une personne peut le faire avec vous.
                        """
                    )
                ),
                _LABEL,
            ),
        ),
        NewsItem(
            title="Maisons de quartier : un mois pour donner vos heures",
            slug="maisons-de-quartier-un-mois",
            summary="Du 1er au 30 septembre, dites quand vous aimeriez pousser la porte. Exemple de démonstration.",
            published_on=date(2026, 9, 1),
            tags=("services-publics", "jeunesse"),
            body=(
                Text(
                    html=rich(
                        """
                        Neuf questions, trois minutes. Nous voulons surtout entendre les personnes qui ne viennent
                        jamais : si les portes sont fermées quand vous êtes libre, dites-le.
                        """
                    )
                ),
                _LABEL,
            ),
        ),
    )
)
