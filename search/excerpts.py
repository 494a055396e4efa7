"""Showing where the words asked for stand in a text."""

import re
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString

from participation.editorial.words import stem, words

PIECES = re.compile(r"([^\W_]+)")


def mark(text: str, query: str, language: str) -> SafeString:
    """The text, escaped, with the words of the query between `<mark>`."""
    asked = {stem(word, language) for word in words(query)}
    parts = []
    for piece in PIECES.split(text):
        shown = escape(piece)
        parts.append(f"<mark>{shown}</mark>" if asked and not asked.isdisjoint(_stems(piece, language)) else shown)
    return SafeString("".join(parts))


@lru_cache(maxsize=20_000)
def _stems(piece: str, language: str) -> frozenset[str]:
    return frozenset([stem(word, language) for word in words(piece)])
