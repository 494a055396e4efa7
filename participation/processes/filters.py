"""What a visitor chose in the catalogue, read from the address; anything unknown is ignored."""

from participation.core.status import Status

from .audience import Audience
from .listing import Filters


class CatalogueFilters:
    """The catalogue's GET parameters: etat, theme, public, dispositif, page."""

    def __init__(self, query):
        self.state = query.get("etat", "") if query.get("etat") in Status.values else ""
        self.audience = query.get("public", "") if query.get("public") in Audience.values else ""
        self.subject = query.get("theme", "")[:100]
        self.mechanism = query.get("dispositif", "")[:255]
        number = query.get("page", "1")
        self.page = max(1, min(int(number), 10_000)) if number.isascii() and number.isdigit() else 1

    def among(self, mechanisms):
        """The mechanism asked for, or None."""
        return next((page for page in mechanisms if page.slug == self.mechanism), None)

    def filters(self, mechanisms) -> Filters:
        """The same as database filters; `mechanisms` are the pages one may choose among."""
        chosen = self.among(mechanisms)
        return Filters(
            state=self.state, subject=self.subject, audience=self.audience, below=chosen.path if chosen else ""
        )
