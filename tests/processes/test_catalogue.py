"""The catalogue: its filters act on the activities and on the mechanisms alike."""

import re

import pytest

from participation.processes.audience import Audience
from participation.processes.pages import CataloguePage, MechanismPage
from search.forms import SearchForm
from tests.factories import make_consultation
from tests.website import add_page, make_subject, make_website

pytestmark = pytest.mark.django_db

MOST = 12


@pytest.fixture
def catalogue() -> CataloguePage:
    """Three mechanisms: one inside the administration, one on a subject, one with a consultation."""
    page = add_page(CataloguePage, make_website(), title="Participer", slug="participer")
    add_page(MechanismPage, page, title="Cercle des agents", slug="agents", audience=Audience.INSIDE)
    school = add_page(MechanismPage, page, title="Conseil des enfants", slug="enfants")
    school.subjects.add(make_subject(name="École", name_en="School", slug="ecole"))
    school.save_revision().publish()
    forum = add_page(MechanismPage, page, title="Forum", slug="forum")
    make_consultation(parent=forum, title="Quelle place ?")
    return page


def titles(client, catalogue, query: str = "") -> list[str]:
    text = client.get(f"{catalogue.url}{query}").content.decode()
    return re.findall(r'class="card__title"><a href="[^"]*">([^<]*)', text)


def test_everything_shows_without_filters(client, catalogue):
    assert titles(client, catalogue)[1:] == ["Cercle des agents", "Conseil des enfants", "Forum"]


def test_the_audience_chooses_mechanisms_too(client, catalogue):
    assert titles(client, catalogue, "?public=inside") == ["Cercle des agents"]


def test_the_subject_chooses_mechanisms_too(client, catalogue):
    assert titles(client, catalogue, "?theme=ecole") == ["Conseil des enfants"]
    assert titles(client, catalogue, "?theme=inconnu") == []


def test_a_chosen_mechanism_comes_first_and_once(client, catalogue):
    found = titles(client, catalogue, "?dispositif=forum")
    assert [found[0], found[1].split()[0], *found[2:]] == [
        "Forum",
        "Quelle",
        "Cercle des agents",
        "Conseil des enfants",
    ]


def test_a_mechanism_without_activity_leads_to_its_page(client, catalogue):
    text = client.get(f"{catalogue.url}?dispositif=enfants").content.decode()
    assert f'class="button button--quiet" href="{catalogue.url}enfants/"' in text


def test_filters_cost_few_queries(client, catalogue, django_assert_max_num_queries):
    query = "?dispositif=forum&theme=ecole&public=outside&etat=open"
    client.get(f"{catalogue.url}{query}")
    with django_assert_max_num_queries(MOST):
        assert client.get(f"{catalogue.url}{query}").status_code == 200
    with django_assert_max_num_queries(MOST):
        assert client.get(catalogue.url).status_code == 200


def test_subjects_are_in_the_order_of_the_language(client, catalogue):
    for name in ("Vélo", "Égalité", "Écologie", "Arbres"):
        make_subject(name=name, slug=name.lower().replace("é", "e"))
    order = ["Arbres", "École", "Écologie", "Égalité", "Vélo"]
    text = client.get(catalogue.url).content.decode()
    assert sorted(order, key=lambda name: text.index(f">{name}</option>")) == order
    assert [subject.name for subject in SearchForm().subjects.values()] == order
