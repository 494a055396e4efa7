"""What the city adds to the accessibility statement; the page itself writes the parts the law asks for."""

from demo.content.direction.words import say
from demo.content.records import ServicePage, Text

ACCESSIBILITY = ServicePage(
    kind="accessibility",
    title=say("Déclaration d’accessibilité", "Accessibility statement"),
    slug="accessibilite",
    summary=say(
        "Ce qui est accessible sur ce site, ce qui ne l’est pas encore, et comment signaler une difficulté.",
        "What is accessible on this site, what is not yet, and how to report a difficulty.",
    ),
    body=(
        Text(
            html=say.rich(
                """
                À cette fin, la Ville met en œuvre la stratégie et les actions suivantes :

                - schéma pluriannuel de mise en accessibilité, de trois ans au plus : à compléter par la Ville ;
                - plan d’action de l’année et bilan de l’année passée : à compléter par la Ville.

                Une page vous résiste ? Vous pouvez répondre à toute consultation sur papier ou avec l’aide
                d’une personne.
                """,
                """
                To that end, the City carries out the following strategy and actions:

                - multi-year accessibility plan, over three years at most: to be completed by the City;
                - plan of action for the year and report on the past year: to be completed by the City.

                Is a page giving you trouble? You can answer any consultation on paper or with someone’s help.
                """,
            )
        ),
    ),
)
