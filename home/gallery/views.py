"""The page that shows every component, for whoever may enter the office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access

from participation import questionnaires

from .samples import SAMPLES
from .words import KINDS, Words

COMPONENTS = Path(settings.SITE) / "templates/components"
QUESTIONS = Path(questionnaires.__path__[0]) / "templates/questionnaires/questions"
COMMENT = re.compile(r"{% comment %}(.*?){% endcomment %}", re.DOTALL)


@dataclass(frozen=True)
class Filled:
    """A component with one kind of words."""

    words: Words
    fragments: list[SafeString]


@dataclass(frozen=True)
class ShownComponent:
    """A template of the folder: its name, what its header says of its parameters, and its samples."""

    name: str
    template: str
    parameters: str
    is_question: bool

    def filled(self) -> Iterator[Filled]:
        for words in KINDS:
            fragments = [one.render(self.template, words) for one in SAMPLES[self.name](words)]
            yield Filled(words, fragments)


def components() -> list[ShownComponent]:
    """Every template of the folder of components, then the questions of the form engine; their parts are left out."""
    found = []
    for folder, prefix in ((COMPONENTS, "components"), (QUESTIONS, "questionnaires/questions")):
        for path in sorted(folder.glob("[!_]*.html")):
            header = COMMENT.search(path.read_text(encoding="utf-8"))
            parameters = " ".join(header[1].split()) if header else ""
            found.append(ShownComponent(path.stem, f"{prefix}/{path.name}", parameters, folder == QUESTIONS))
    return found


@never_cache
@require_admin_access
def gallery(request: HttpRequest) -> HttpResponse:
    with override("fr"):
        return render(request, "home/gallery.html", {"components": components()})
