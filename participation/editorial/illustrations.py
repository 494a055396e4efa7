"""Drawings shipped with the site that editors choose by name in a figure block."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

FOLDER = "img/illustrations"


def choices() -> list[tuple[str, str]]:
    """Every SVG of the illustrations folder: its name, and the same name made readable."""
    names = sorted(path.stem for folder in settings.STATICFILES_DIRS for path in (Path(folder) / FOLDER).glob("*.svg"))
    return [(name, name.replace("-", " ").replace("_", " ").capitalize()) for name in names]


def url_of(name: str) -> str:
    """The drawing's address, or "" when it no longer exists: an old page must still show the rest."""
    if not name or name not in dict(choices()):
        return ""
    try:
        return staticfiles_storage.url(f"{FOLDER}/{name}.svg")
    except ValueError:
        return ""
