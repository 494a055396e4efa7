"""Screens with nothing typed, rendered once: the same for everybody, per version and language."""

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from .documents import Screen
from .flow import screen_items
from .models import Version

# Short, because pictures and links in the content between questions may change.
LIFE = 60


def blank_items(*, version: Version, screen: Screen, above: int) -> SafeString:
    """The items of a screen nobody has typed on, under a heading of level `above`.

    Never for a draft’s answers, an error or an editor’s preview.
    """
    name = f"blank-screen:{version.sha256}:{get_language()}:{screen.number}:{above}"
    html = cache.get(name)
    if html is None:
        context = {"items": screen_items(screen, {}, {}), "above": above}
        html = render_to_string("questionnaires/fragments/items.html", context)
        cache.set(name, str(html), LIFE)
    return mark_safe(html)  # noqa: S308 - rendered by our own template just above


def is_blank(*, screen: Screen, answers: dict, problems: dict) -> bool:
    """Whether nothing of this person shows on the screen."""
    return not problems and not any(answers.get(question.key) for question in screen.questions)
