"""The one style sheet of the public site, put together from the sheets people write.

`SHEETS` is the whole list, in the order of the cascade. `StyleSheetFinder` gives their sum as `css/site.css`: freshly
made wherever files are served as they lie (development, tests), and collected like any other file by `collectstatic`,
where the storage of production hashes it. A new sheet in a listed folder is on every page without being named.
"""

import os
import posixpath
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

SITE_SHEET = "css/site.css"
SHEETS = (
    "tokens.css",
    "fonts.css",
    "reset.css",
    "base.css",
    "page.css",
    "elements/*.css",
    "fragments/*.css",
    "components/*.css",
    "pages/*.css",
    "utilities.css",
    "print.css",
)
URL = re.compile(r"""url\(\s*(["']?)(?!["']?(?:[a-z]+:|/|\#))([^"')]+)\1\s*\)""")


def sources() -> Iterator[Path]:
    """The sheets people write, in the order of the cascade."""
    for pattern in SHEETS:
        yield from sorted(_folder().glob(pattern))


def site_sheet() -> str:
    """Every sheet after the other; addresses of files lead where they led from the sheet that names them."""
    return "\n".join(_moved(path.read_text(encoding="utf-8"), path) for path in sources())


def _folder() -> Path:
    return Path(settings.SITE) / "static" / posixpath.dirname(SITE_SHEET)


def _moved(sheet: str, path: Path) -> str:
    origin = path.parent.relative_to(_folder()).as_posix()
    return URL.sub(lambda found: f'url("{posixpath.normpath(posixpath.join(origin, found[2]))}")', sheet)


class StyleSheetFinder(BaseFinder):
    """Finds `css/site.css`, written anew when a sheet has changed."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.STYLES_ROOT)

    def find(self, path: str, find_all: bool = False, **kwargs) -> str | list[str]:
        if path != SITE_SHEET:
            return []
        found = str(self._written())
        return [found] if find_all else found

    def list(self, ignore_patterns: list[str]) -> Iterator[tuple[str, FileSystemStorage]]:
        if not matches_patterns(SITE_SHEET, ignore_patterns):
            self._written()
            yield SITE_SHEET, self.storage

    def _written(self) -> Path:
        path, sheet = Path(self.storage.path(SITE_SHEET)), site_sheet()
        if not path.is_file() or path.read_text(encoding="utf-8") != sheet:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Put in place in one step: another process may be reading it.
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
                file.write(sheet)
            os.chmod(file.name, 0o644)
            os.replace(file.name, path)
        return path
