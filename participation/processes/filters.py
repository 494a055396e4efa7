"""What a visitor chose in the catalogue, read from the address; anything unknown is ignored."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

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

    def bar(self, *, subjects, mechanisms) -> list[dict]:
        """What there is to choose from and what is chosen, for `components/filter_bar.html`."""
        subject_options = [(subject.slug, subject.label) for subject in subjects]
        mechanism_options = [(page.slug, page.title) for page in mechanisms]
        audiences = [choice for choice in Audience.choices if choice[0] != Audience.BOTH]
        return [
            _filter("etat", _("State"), _("All states"), Status.choices, self.state),
            _filter("theme", _("Subject"), _("All subjects"), subject_options, self.subject),
            _filter("dispositif", _("Way to take part"), _("All of them"), mechanism_options, self.mechanism),
            _filter("public", _("For whom"), _("Everybody"), audiences, self.audience),
        ]

    def among(self, mechanisms):
        """The mechanism asked for, or None."""
        return next((page for page in mechanisms if page.slug == self.mechanism), None)

    def filters(self, mechanisms) -> Filters:
        """The same as database filters; `mechanisms` are the pages one may choose among."""
        chosen = self.among(mechanisms)
        return Filters(
            state=self.state, subject=self.subject, audience=self.audience, below=chosen.path if chosen else ""
        )


def _filter(name: str, label: str, all_label: str, choices: Iterable[tuple], chosen: str) -> dict:
    options = [("", all_label), *choices]
    return {
        "name": name,
        "label": label,
        "options": [{"value": value, "label": words, "is_selected": value == chosen} for value, words in options],
    }
