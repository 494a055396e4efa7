"""The tag vocabulary."""

from demo.content.tags import TAGS
from participation.editorial.models import Subject


def load() -> None:
    for tag in TAGS:
        Subject.objects.get_or_create(
            slug=tag.slug, defaults={"name": tag.name, "name_en": tag.name_en, "stake": tag.stake}
        )
