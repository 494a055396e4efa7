"""Public pages cost the same whatever they hold."""

import pytest

from home.models import ServicePage
from tests.website import (
    add_article,
    add_news,
    add_news_index,
    add_section,
    add_service,
    make_image,
    make_subject,
    make_website,
)

pytestmark = pytest.mark.django_db

MOST = 12


def long_body(linked) -> list:
    text = f'<p>Voir <a linktype="page" id="{linked.pk}">la page</a>.</p>'
    return [
        ("text", text),
        ("image", {"image": {"image": make_image(), "alt_text": "La place", "decorative": False}}),
        ("cards", {"heading": "Voir aussi", "pages": [linked, linked.get_parent()]}),
        ("callout", {"heading": "À savoir", "text": "<p>Sans compte.</p>", "theme": "information"}),
    ]


@pytest.fixture
def pages() -> list:
    home = make_website()
    section = add_section(home)
    index = add_news_index(home)
    linked = add_article(section)
    for number in range(8):
        add_article(section)
        add_news(index, date=f"2026-01-{number + 1:02}", image=make_image())
    article = add_article(section, body=long_body(linked))
    article.subjects.add(make_subject(), make_subject())
    article.save_revision().publish()
    home.body = long_body(linked)
    home.action_page, home.action_text = section, "Participer"
    home.save_revision().publish()
    service = add_service(home, kind=ServicePage.Kind.HELP, body=long_body(linked))
    return [home, section, article, index, add_news(index, body=long_body(linked)), service]


def test_no_page_needs_more_than_twelve_queries(client, pages, django_assert_max_num_queries):
    for page in pages:
        client.get(page.url)  # image sizes are made at the first reading
        with django_assert_max_num_queries(MOST):
            assert client.get(page.url).status_code == 200
