"""Showing where the words asked for stand in a text."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from participation.editorial.words import stem, words

PIECES = re.compile(r"([^\W_]+)")


def mark(text: str, query: str, language: str) -> SafeString:
    """The text, escaped, with the words of the query between `<mark>`."""
    asked = {stem(word, language) for word in words(query)}
    parts = []
    for piece in PIECES.split(text):
        is_asked = any(stem(word, language) in asked for word in words(piece)) if asked else False
        parts.append((format_html("<mark>{}</mark>", piece) if is_asked else piece,))
    return format_html_join("", "{}", parts)
