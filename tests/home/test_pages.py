"""Each page type stands where it may, and is served."""

import pytest
from wagtail.models import Page
from wagtail.test.utils.page_tests import WagtailPageTestCase

from home.models import ArticlePage, HomePage, NewsIndexPage, NewsPage, SectionPage, ServicePage
from participation.quartiers.pages import QuartierPage
from tests.website import (
    HOSTILE,
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

PARENTS = [
    (HomePage, {Page}),
    (SectionPage, {HomePage, SectionPage}),
    (ArticlePage, {HomePage, SectionPage}),
    (NewsIndexPage, {HomePage, QuartierPage}),
    (NewsPage, {NewsIndexPage}),
    (ServicePage, {HomePage, SectionPage}),
]


@pytest.mark.parametrize(("model", "parents"), PARENTS)
def test_a_page_stands_only_under_its_parents(model, parents):
    WagtailPageTestCase().assertAllowedParentPageTypes(model, parents)


@pytest.mark.parametrize("model", [ArticlePage, NewsPage, ServicePage])
def test_a_leaf_has_no_page_under_it(model):
    WagtailPageTestCase().assertAllowedSubpageTypes(model, set())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_home_page_is_served_in_each_language(client, language):
    home = make_website()
    page = home if language == "fr" else HomePage.objects.get(locale__language_code="en")
    response = client.get(page.url)
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()


def test_an_article_shows_its_text_and_escapes_what_editors_type(client):
    home = make_website()
    article = add_article(
        home, title=HOSTILE, slug="article", summary=HOSTILE, body=[("text", "<p>Bonjour la place</p>")]
    )
    text = client.get(article.url).content.decode()
    assert "Bonjour la place" in text
    assert "<script>alert" not in text


def test_a_section_lists_the_pages_under_it(client):
    section = add_section(make_website(), slug="decouvrir")
    add_article(section, title="La direction", summary="Ce qu’elle fait")
    text = client.get(section.url).content.decode()
    assert "La direction" in text
    assert "Ce qu’elle fait" in text


def test_news_come_latest_first_by_pages(client):
    index = add_news_index(make_website())
    for day in range(1, 15):
        add_news(index, title=f"Nouvelle {day:02}", date=f"2026-05-{day:02}")
    text = client.get(index.url).content.decode()
    assert text.index("Nouvelle 14") < text.index("Nouvelle 13")
    assert "Nouvelle 01" not in text
    assert "Nouvelle 01" in client.get(f"{index.url}?page=2").content.decode()


def test_a_news_page_shows_its_date_image_and_credit(client):
    index = add_news_index(make_website())
    news = add_news(index, title="Ouverture", date="2026-05-12", image=make_image(credit="Ville"))
    text = client.get(news.url).content.decode()
    assert "12 mai 2026" in text
    assert "Ville" in text
    assert 'width="' in text


@pytest.mark.parametrize("kind", ServicePage.Kind.values)
def test_every_service_page_is_served(client, kind):
    page = add_service(make_website(), kind=kind, slug=kind.replace("_", "-"))
    assert client.get(page.url).status_code == 200


def test_the_site_map_holds_every_public_page(client, django_assert_max_num_queries):
    home = make_website()
    section = add_section(home, title="Comprendre", slug="comprendre")
    article = add_article(section, title="Les trois enjeux", slug="enjeux")
    page = add_service(home, kind=ServicePage.Kind.SITE_MAP, title="Plan du site", slug="plan")
    text = client.get(page.url).content.decode()
    assert article.url in text
    assert section.url in text
    with django_assert_max_num_queries(12):
        client.get(page.url)


def test_subjects_are_shown_in_the_language_of_the_page(client):
    article = add_article(make_website())
    article.subjects.add(make_subject(name="Eau", name_en="Water"))
    article.save_revision().publish()
    assert "Eau" in client.get(article.url).content.decode()


def test_public_pages_ask_for_no_cookie(client):
    article = add_article(make_website())
    response = client.get(article.url)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "csrfmiddlewaretoken" not in response.content.decode()
