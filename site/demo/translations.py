"""The English pages, through wagtail-localize's own path: strings, then a translated page, then its publication."""

import json
from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue, extract_strings

from demo import streams, tree
from demo.content import direction, english, square_consultation
from participation.people.models import User
from participation.quartiers.models import QuartiersIndexPage

LANGUAGE = "en"
# From the top of the tree down: a page is translated after its parent.
SLUGS = (
    direction.PARTICIPATE.slug,
    "consultations",
    square_consultation.PROCESS.slug,
    square_consultation.CONSULTATION.slug,
    direction.DIRECTION.slug,
    "aide",
    "accessibilite",
)


def load(*, home: Page, by: User) -> None:
    """Translate every page of the list that has no English yet, and the home page while its English is empty."""
    locale = Locale.objects.get(language_code=LANGUAGE)
    keys = [home.translation_key, *map(tree.key_of, SLUGS), *_quartiers(home)]
    french = {
        page.translation_key: page for page in Page.objects.filter(translation_key__in=keys, locale=home.locale_id)
    }
    written = {
        page.translation_key
        for page in Page.objects.filter(translation_key__in=keys, locale=locale).specific()
        if page.translation_key != home.translation_key or page.body
    }
    missing = [french[key] for key in keys if key in french and key not in written]
    if missing:
        words, addresses = _pairs(english.ENGLISH | streams.days_in_english())
        words[home.slug] = f"{home.slug}-{LANGUAGE}"
        for page in missing:
            translate(page.specific, locale, words, addresses, by=by)


def _quartiers(home: Page) -> list:
    """The list of quartiers and everything below it, parents first."""
    lists = QuartiersIndexPage.objects.child_of(home)
    return [
        key
        for one in lists
        for key in one.get_descendants(inclusive=True).order_by("path").values_list("translation_key", flat=True)
    ]


@transaction.atomic
def translate(page: Page, locale: Locale, words: Mapping[str, str], addresses: Mapping[str, str], *, by: User) -> Page:
    """Publish the page in another language; a text without its translation stays in French."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        if text := words.get(segment.string.data):
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                locale=locale,
                context_id=segment.context_id,
                defaults={"data": text, "last_translated_by": by},
            )
    for segment in OverridableSegment.objects.filter(source=source):
        if segment.data in addresses:
            SegmentOverride.objects.get_or_create(
                locale=locale,
                context_id=segment.context_id,
                defaults={"data_json": json.dumps(addresses[segment.data]), "last_translated_by": by},
            )
    # Published here rather than by wagtail-localize, which waits for the end of the outermost transaction
    # and names nobody as the publisher.
    translation.save_target(user=by, publish=False)
    target = translation.get_target_instance()
    target.get_latest_revision().publish(user=by)
    return target


def _pairs(english: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Strings as wagtail-localize cuts them, French → English, and the addresses that differ between the two."""
    words, addresses = {}, {}
    for french, translated in english.items():
        if "<" not in french:
            words[StringValue.from_plaintext(french).data] = StringValue.from_plaintext(translated).data
            continue
        pairs = zip(extract_strings(french)[1], extract_strings(translated)[1], strict=True)
        for (string, links), (other, other_links) in pairs:
            words[string.data] = other.data
            for name, link in links.items():
                if link["href"] != other_links[name]["href"]:
                    addresses[link["href"]] = other_links[name]["href"]
    return words, addresses
