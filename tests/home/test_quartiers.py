"""The home page leads every resident to their quartier."""

from urllib.parse import parse_qs, urlsplit

import pytest

from participation.processes.pages import CataloguePage, MechanismPage
from tests.deputies import make_office
from tests.website import add_page, make_website

pytestmark = pytest.mark.django_db

QUARTIERS = ["Centre", "Nord", "Sud", "Est", "Ouest"]


@pytest.fixture
def catalogue():
    return add_page(CataloguePage, make_website(), slug="participer")


def cards(client) -> list[dict]:
    context = client.get("/").context["quartiers"]
    return context.each if context else []


def test_each_quartier_has_its_drawing_and_leads_to_what_the_site_says_about_it(client, catalogue):
    page = add_page(MechanismPage, catalogue, title="Les quartiers", illustration="quartiers")
    text = client.get("/").content.decode()
    assert f'href="{page.url}">Les quartiers</a>' in text
    for name in QUARTIERS:
        assert f"img/illustrations/quartier-{name.lower()}.svg" in text
    assert [parse_qs(urlsplit(card["url"]).query)["q"] for card in cards(client)] == [
        [f"quartier {n}"] for n in QUARTIERS
    ]
    assert all(client.get(card["url"]).status_code == 200 for card in cards(client))


def test_without_a_page_that_explains_them_the_home_page_shows_no_quartier(client, catalogue):
    add_page(MechanismPage, catalogue, title="Les quartiers", illustration="quartiers").unpublish()
    assert cards(client) == []
    assert "quartier-centre" not in client.get("/").content.decode()


def test_a_founded_quartier_has_a_page_of_its_own_behind_its_card(client):
    offices = [make_office("Centre"), make_office("Nord")]
    assert [(card["title"], card["url"]) for card in cards(client)] == [
        (office.page.title, office.page.url) for office in offices
    ]
    assert 'href="/quartiers/">' in client.get("/").content.decode()
    offices[0].page.unpublish()
    assert [card["title"] for card in cards(client)] == ["Nord"]
