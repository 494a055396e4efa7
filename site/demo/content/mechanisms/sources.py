"""Sources that several mechanisms quote."""

from demo.content.records import Source

REPORT = Source(title="Rapport n° 40, conseil municipal de Clermont-Ferrand", date="7 mai 2021")
REPORT_NAME = "rapport n° 40, conseil municipal du 7 mai 2021"
CODE_NAME = "code général des collectivités territoriales"
DEMONSTRATION_RULE = "Règle de démonstration : aucune décision de la Ville ne la fixe"


def code(article: str) -> Source:
    """Return an article of the general code of local authorities."""
    return Source(title=f"Code général des collectivités territoriales, article {article}", date="en vigueur")
