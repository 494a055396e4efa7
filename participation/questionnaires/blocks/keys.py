"""A question's name in the data."""

import re

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

KEY_PATTERN = re.compile(r"^[a-z][a-z0-9_]{0,39}$")


class KeyBlock(blocks.CharBlock):
    """A question's name in the data: never shown to translators, the same in every language."""

    def get_translatable_segments(self, value) -> list:
        return []

    def restore_translated_segments(self, value, segments):
        return value

    def clean(self, value):
        value = super().clean(value)
        if value and not KEY_PATTERN.match(value):
            raise ValidationError(_("Use small letters without accents, digits and _, and begin with a letter."))
        return value


def key_from(text: str) -> str:
    """A key made from a question's words."""
    stem = slugify(text).replace("-", "_")
    stem = re.sub(r"^[^a-z]+", "", stem)
    return stem[:40].rstrip("_")
