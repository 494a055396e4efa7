"""Legal notice, terms of use and moderation charter."""

from demo.content.records import Callout, ServicePage, Text
from demo.content.wording import rich, typeset_all

_DEMONSTRATION = Callout(
    tone="important",
    title="Site de démonstration",
    html=rich(
        "Ceci n’est pas un site de la Ville. Les mentions « à compléter » et « à vérifier » attendent la relecture "
        "de ses services juridiques."
    ),
)

LEGAL_NOTICE = typeset_all(
    ServicePage(
        kind="legal_notice",
        title="Mentions légales",
        slug="mentions-legales",
        summary="Qui publie ce site, qui l’héberge, et ce que l’on peut en reprendre.",
        body=(
            _DEMONSTRATION,
            Text(
                html=rich(
                    """
                    Ces informations sont demandées par la loi du 21 juin 2004 pour la confiance dans l’économie
                    numérique.

                    ### Éditeur

                    Commune de Clermont-Ferrand, SIREN 216 301 135. 10 rue Philippe-Marcombes, 63033 Clermont-Ferrand
                    Cedex 1. Téléphone : 04 73 42 63 63. Adresse et numéro à vérifier par la Ville.

                    ### Direction de la publication

                    Le maire ou la maire en exercice. Responsable de la rédaction : la Direction de l’Innovation et
                    de la Participation.

                    ### Hébergement

                    Nom, adresse et téléphone de l’hébergeur : à compléter par la Ville avant l’ouverture au public.
                    Les données doivent rester dans l’Union européenne.

                    ### Textes, images et données

                    Les textes et les dessins de ce site sont des exemples de démonstration. Les caractères
                    typographiques Bricolage Grotesque et Atkinson Hyperlegible Next sont diffusés sous la licence
                    libre SIL Open Font License. Toute photographie porte le nom de son auteur ou de son autrice.

                    Les données publiées portent leur propre licence, indiquée à côté du téléchargement.

                    ### Liens

                    Vous pouvez faire un lien vers n’importe quelle page. Nous vérifions les liens que nous donnons,
                    mais nous ne répondons pas du contenu des autres sites.

                    ### Signaler une erreur

                    Une erreur de fait, un oubli, un contenu illicite ? Écrivez-nous par la page [Contact](/contact/).
                    Les corrections importantes sont datées sur la page.
                    """
                )
            ),
        ),
    )
)

TERMS = typeset_all(
    ServicePage(
        kind="terms",
        title="Conditions d’utilisation",
        slug="conditions-d-utilisation",
        summary="Ce que vous pouvez attendre de ce site, et ce que nous attendons de vous.",
        body=(
            _DEMONSTRATION,
            Text(
                html=rich(
                    """
                    ### Qui peut participer

                    Chaque consultation le précise. Sauf mention contraire, toute personne de 11 ans et plus qui habite,
                    travaille ou étudie à Clermont-Ferrand peut répondre à une consultation, quelle que soit sa
                    nationalité. Cet âge est un choix de la démonstration, à confirmer par la Ville.

                    ### Ce que nous vous devons

                    - Dire ce qui est ouvert, ce qui ne l’est pas, qui décide et quand.
                    - Enregistrer votre réponse telle que vous l’avez envoyée, et vous en donner un reçu.
                    - Compter chaque réponse une seule fois.
                    - Publier les résultats avec le nombre de réponses et leurs limites.
                    - Publier la réponse de la Ville, avec ses raisons.

                    ### Ce que nous vous demandons

                    - Répondre pour vous, une seule fois.
                    - Ne nommer personne et ne pas donner d’informations privées dans les textes libres.
                    - Respecter la [charte de modération](/charte-de-moderation/).
                    - Ne pas essayer de fausser les comptes ni de gêner le service.

                    ### La portée des résultats

                    Répondre n’est pas voter une loi. Les réponses sont volontaires : elles ne représentent pas toute la
                    population. Elles éclairent une décision qui appartient aux élu·e·s.

                    ### Vos textes

                    Vous restez l’auteur ou l’autrice de ce que vous écrivez. En envoyant une réponse, vous acceptez
                    qu’un extrait relu et sans nom soit publié avec les résultats.

                    ### Si une consultation change

                    Une clôture avancée ou repoussée est annoncée sur la page, avec la date et la raison. Si une
                    question est modifiée, chaque réponse reste liée à la version que vous avez lue.

                    ### Si le service s’arrête

                    Nous pouvons interrompre le site pour l’entretenir. Si une panne empêche de répondre juste avant la
                    clôture, la Ville peut prolonger la consultation. Elle doit alors dire pourquoi.

                    ### Quel droit s’applique

                    Le droit français. Avant tout recours, écrivez-nous : beaucoup de difficultés se règlent ainsi.
                    """
                )
            ),
        ),
    )
)

MODERATION = typeset_all(
    ServicePage(
        kind="moderation",
        title="Charte de modération",
        slug="charte-de-moderation",
        summary="Ce qui est publié, ce qui est masqué, par qui, et comment le contester.",
        body=(
            Text(
                html=rich(
                    """
                    On peut tout critiquer ici : une décision, un projet, la Ville elle-même. On ne peut pas s’en
                    prendre aux personnes.

                    ### Ce que nous masquons

                    - Les insultes, les menaces, le harcèlement.
                    - Les propos racistes, antisémites, sexistes, homophobes, et toute autre incitation à la haine.
                    - Ce qui permet de reconnaître quelqu’un : nom, adresse, téléphone, description trop précise.
                    - Les accusations contre une personne précise.
                    - La publicité et les messages répétés.
                    - Ce qui n’a aucun lien avec la question.

                    ### Ce que nous ne masquons jamais

                    - Un désaccord, même vif.
                    - Une faute d’orthographe.
                    - Une idée qui déplaît à l’équipe ou aux élu·e·s.

                    ### Comment nous faisons

                    1. Aucun texte libre n’est publié avant d’avoir été relu par une personne.
                    2. Un texte masqué n’est pas détruit : il reste dans la réponse, avec la raison et la date.
                    3. Quand un texte est masqué, les autres réponses de la même personne comptent toujours.
                    4. La sélection publiée garde les avis minoritaires, pas seulement les plus fréquents.

                    ### Contester, signaler

                    Vous pensez qu’un texte a été masqué ou publié à tort ? Écrivez-nous par la page
                    [Contact](/contact/) en indiquant la consultation et, si vous le voulez, votre reçu. Une autre
                    personne que celle qui a décidé relit la demande et vous répond avec ses raisons.

                    ### Qui modère

                    Des agent·e·s de la Direction de l’Innovation et de la Participation, formés pour cela. Chaque
                    décision porte la date et la raison.
                    """
                )
            ),
        ),
    )
)
