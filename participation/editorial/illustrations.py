"""Drawings shipped with the site that editors choose by name in a figure block."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FOLDER = "img/illustrations"

LABELS: dict[str, str | Promise] = {
    "appui": _("Support to departments"),
    "assises": _("Assembly on local democracy"),
    "budget-carbone": _("Carbon budget"),
    "budget-participatif": _("Participatory budget"),
    "conseil-enfants": _("Children’s council"),
    "conseil-habitants": _("Residents’ council"),
    "conseil-jeunes": _("Youth council"),
    "conseil-quartier": _("Quartier council"),
    "consultation": _("Consultation"),
    "default": _("Without a subject"),
    "equipiers": _("Innovators’ community"),
    "evaluation": _("Evaluation"),
    "fonds-participation": _("Residents’ fund"),
    "heures": _("Opening hours"),
    "innovations": _("Innovations"),
    "interpellation": _("Citizens’ proposal"),
    "journees-jeunesse": _("Youth days"),
    "maison-citoyennete": _("Maison de la citoyenneté"),
    "papier": _("Paper questionnaire"),
    "place-scenario-a": _("Square, scenario A"),
    "place-scenario-b": _("Square, scenario B"),
    "place-scenario-c": _("Square, scenario C"),
    "projet-administration": _("Administration project"),
    "quartier-centre": _("Quartier Centre"),
    "quartier-est": _("Quartier Est"),
    "quartier-nord": _("Quartier Nord"),
    "quartier-ouest": _("Quartier Ouest"),
    "quartier-sud": _("Quartier Sud"),
    "quartiers": _("Quartiers"),
    "square-today": _("Square today"),
}


def choices() -> list[tuple[str, str | Promise]]:
    """Every SVG of the illustrations folder under its label, else its name made readable."""
    names = sorted(path.stem for folder in settings.STATICFILES_DIRS for path in (Path(folder) / FOLDER).glob("*.svg"))
    return [(name, LABELS.get(name, name.replace("-", " ").capitalize())) for name in names]


def url_of(name: str) -> str:
    """The drawing's address, or "" when it no longer exists: an old page must still show the rest."""
    if not name or name not in dict(choices()):
        return ""
    try:
        return staticfiles_storage.url(f"{FOLDER}/{name}.svg")
    except ValueError:
        return ""
