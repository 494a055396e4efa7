"""Images weigh little and cost one query, however many a page shows."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import features

from participation.editorial.models import CityRendition
from tests.website import add_article, add_section, make_image, make_website

pytestmark = pytest.mark.django_db


def picture(image) -> tuple[str, dict]:
    return "image", {"image": {"image": image, "alt_text": "La place", "decorative": False}}


@pytest.fixture
def section():
    return add_section(make_website())


def queries_of(client, page) -> int:
    client.get(page.url)  # sizes are made at the first reading
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page.url).status_code == 200
    return sum("rendition" in query["sql"] for query in captured)


@pytest.mark.parametrize("number", [1, 6])
def test_the_sizes_of_all_images_of_a_page_are_read_at_once(client, section, number):
    page = add_article(section, body=[picture(make_image()) for _ in range(number)])
    assert queries_of(client, page) == 1


def test_every_image_comes_in_modern_formats_with_its_size_and_only_when_seen(client, section):
    page = add_article(section, body=[picture(make_image())])
    shown = re.search(r"<picture>.*?</picture>", client.get(page.url).content.decode(), re.DOTALL).group()
    assert 'type="image/avif"' in shown
    assert re.search(r'<img[^>]+src="[^"]+\.webp"', shown)
    for attribute in ('width="320"', 'height="200"', 'loading="lazy"', 'alt="La place"'):
        assert attribute in shown


def test_this_installation_writes_every_format_the_templates_ask_for(client, section):
    client.get(add_article(section, body=[picture(make_image())]).url)
    assert features.check("avif")
    assert features.check("webp")
    written = {rendition.file.open().read(12)[8:] for rendition in CityRendition.objects.all()}
    assert written == {b"avif", b"WEBP"}
