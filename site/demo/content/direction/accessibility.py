"""The accessibility statement under the headings of the legal template; without an audit it says « non conforme »."""

from demo.content.records import Callout, ServicePage, Text
from demo.content.wording import rich, typeset_all

ACCESSIBILITY = typeset_all(
    ServicePage(
        kind="accessibility",
        title="Accessibilité : non conforme",
        slug="accessibilite",
        summary="La déclaration d’accessibilité de ce site, et comment signaler une difficulté.",
        body=(
            Callout(
                tone="important",
                title="Pourquoi « non conforme » ?",
                html=rich(
                    """
                    Aucun audit valable n’a encore été fait. La règle est alors claire : le site doit se déclarer non
                    conforme, même si nous avons travaillé pour qu’il soit utilisable par toutes et tous.
                    """
                ),
            ),
            Text(
                html=rich(
                    """
                    ### Déclaration d’accessibilité

                    La Ville de Clermont-Ferrand s’engage à rendre ses sites accessibles, conformément à l’article 47
                    de la loi n° 2005-102 du 11 février 2005. Cette déclaration concerne ce site de participation.
                    Elle est un modèle : la Ville doit la reprendre à son compte avant l’ouverture au public.

                    - **Schéma pluriannuel (trois ans au plus) :** à compléter par la Ville.
                    - **Plan d’action de l’année et bilan de l’année passée :** à compléter par la Ville.

                    ### État de conformité

                    Ce site est **non conforme** au référentiel général d’amélioration de l’accessibilité (RGAA),
                    version 4.1, faute d’audit en cours de validité.

                    ### Résultats des tests

                    Aucun audit n’a été mené sur l’échantillon de pages que la loi demande. Nous ne donnons donc
                    aucun taux. Des contrôles automatiques sont faits à chaque nouvelle version : ils aident, mais ne
                    valent pas audit.

                    ### Contenus non accessibles

                    **Non-conformité :** à établir par l’audit.

                    **Dérogations pour charge disproportionnée :** aucune n’est demandée.

                    **Contenus non soumis à l’obligation d’accessibilité :** aucun n’est connu à ce jour.
                    """
                )
            ),
            Text(
                html=rich(
                    """
                    ### Établissement de cette déclaration

                    Déclaration établie le 23 novembre 2026.

                    - **Technologies utilisées :** HTML5, CSS, JavaScript (jamais indispensable), SVG.
                    - **Environnement de test, outils, pages vérifiées par un audit :** à compléter après l’audit.

                    ### Retour d’information et contact

                    Une page vous résiste ? Dites-le par la page [Contact](/contact/) : nous vous indiquerons une
                    autre façon de faire ou nous vous enverrons le contenu sous une autre forme. Vous devez recevoir
                    un accusé de réception, puis une réponse sous une semaine, ou la raison du retard.

                    Vous pouvez aussi répondre à toute consultation sur papier ou avec l’aide d’une personne.

                    ### Voies de recours

                    Vous nous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un
                    service, et vous n’avez pas eu de réponse satisfaisante ? Vous pouvez :

                    - écrire au Défenseur des droits par son [formulaire](https://formulaire.defenseurdesdroits.fr/) ;
                    - joindre le ou la délégué·e du Défenseur des droits de votre département ;
                    - envoyer un courrier, sans timbre : Défenseur des droits, Libre réponse 71120,
                      75342 Paris CEDEX 07.
                    """
                )
            ),
        ),
    )
)
