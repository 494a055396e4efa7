"""The search page, the same on every database."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import ServicePage
from participation.core.models import Activity
from tests.website import (
    HOSTILE,
    add_article,
    add_news,
    add_news_index,
    add_service,
    english,
    make_subject,
    make_website,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_website()


def titles(client, **asked) -> list[str]:
    response = client.get("/recherche/", asked)
    assert response.status_code == 200
    return [result["title"] for result in response.context["results"]]


@pytest.mark.parametrize(
    "query",
    [
        "vélo",
        "velos",
        "VÉLOS",
        "école",
        "ecoles",
        "l’école",
        "vélos à l'école",
        "énergie",
        "hopitaux",
        "place du marche",
    ],
)
def test_accents_capitals_and_endings_do_not_matter(client, home, query):
    body = [("text", "<p>Les <b>vélos</b> devant l’école, l’hôpital et l’énergie ; la place, à côté du marché.</p>")]
    add_article(home, title="Se déplacer", body=body)
    add_article(home, title="Autre chose")
    assert titles(client, q=query) == ["Se déplacer"]


def test_every_word_must_be_on_the_page(client, home):
    add_article(home, title="La fontaine de la place")
    add_article(home, title="La place")
    assert titles(client, q="fontaine place") == ["La fontaine de la place"]


def test_texts_of_every_block_are_found(client, home):
    body = [
        ("callout", {"heading": "Parasol", "text": "<p>Ombrelle</p>", "theme": "information"}),
        ("accordion", {"heading": "", "items": [{"title": "Parapluie", "text": "<p>Averse</p>"}]}),
        (
            "timeline",
            {"heading": "", "steps": [{"date_label": "mai", "title": "Giboulée", "text": "", "is_done": False}]},
        ),
        ("quote", {"text": "Canicule", "author": "Isidore", "role": ""}),
    ]
    add_article(home, title="Météo", body=body)
    for word in ("parasol", "ombrelle", "parapluie", "averse", "giboulées", "canicules", "isidore"):
        assert titles(client, q=word) == ["Météo"]


def test_words_in_the_title_come_first(client, home):
    add_article(home, title="Les arbres")
    add_article(home, title="Le parc", summary="On y plante des arbres.")
    assert titles(client, q="arbre") == ["Les arbres", "Le parc"]


def test_only_the_language_being_read_is_searched(client, home):
    add_article(home, title="Consultation")
    add_article(english(home), title="Consultation in English")
    assert titles(client, q="consultation") == ["Consultation"]
    response = client.get("/en/recherche/", {"q": "consultation"})
    assert [result["title"] for result in response.context["results"]] == ["Consultation in English"]


def test_drafts_and_private_pages_are_never_found(client, home):
    add_article(home, title="Secret brouillon").unpublish()
    private = add_article(home, title="Secret gardé")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert titles(client, q="secret") == []


def test_a_kind_can_be_chosen(client, home):
    add_article(home, title="La fontaine")
    add_news(add_news_index(home), title="La fontaine coule")
    assert titles(client, q="fontaine", kind="newspage") == ["La fontaine coule"]


def test_a_subject_can_be_chosen_with_or_without_words(client, home):
    water = make_subject(name="Eau", slug="eau")
    page = add_article(home, title="La fontaine")
    page.subjects.add(water)
    page.save_revision().publish()
    add_article(home, title="La fontaine sans sujet")
    assert titles(client, q="fontaine", subject="eau") == ["La fontaine"]
    assert titles(client, subject="eau") == ["La fontaine"]


def test_the_name_of_a_subject_finds_its_pages(client, home):
    page = add_article(home, title="La fontaine")
    page.subjects.add(make_subject(name="Mobilités"))
    page.save_revision().publish()
    assert titles(client, q="mobilité") == ["La fontaine"]


def test_a_state_can_be_chosen(client, home):
    page, _other = add_article(home, title="La place"), add_article(home, title="La place, encore")
    now = timezone.now()
    day = timedelta(days=1)
    Activity.objects.create(key=page.translation_key, kind="x", title="x", opens_at=now - day, closes_at=now + day)
    assert titles(client, q="place", status="open") == ["La place"]
    assert titles(client, q="place", status="closed") == []


def test_what_is_typed_is_escaped_and_cut(client, home):
    add_article(home, title=f"Place {HOSTILE}")
    text = client.get("/recherche/", {"q": f"place {HOSTILE}" + "x" * 500}).content.decode()
    assert "<script>alert" not in text
    assert "<script>alert" not in client.get("/recherche/", {"q": "place"}).content.decode()


@pytest.mark.parametrize(
    "query", ['"', "*", "(", "NEAR(", "a AND", "' OR 1=1", "\0", "-", "é" * 300, "title:place", "AND", "%_"]
)
def test_no_query_breaks_the_page(client, home, query):
    assert client.get("/recherche/", {"q": query}).status_code == 200


def test_an_unknown_filter_or_page_is_left_out(client, home):
    add_article(home, title="La place")
    assert titles(client, q="place", kind="nothing", subject="none", status="never", page="abc") == ["La place"]


def test_nothing_found_says_what_to_do(client, home):
    make_subject(name="Eau", slug="eau")
    add_service(home, kind=ServicePage.Kind.HELP, title="Aide", slug="aide")
    text = client.get("/recherche/", {"q": "xylophone"}).content.decode()
    assert 'href="/aide/"' in text
    assert "?subject=eau" in text


def test_words_found_are_marked(client, home):
    add_article(home, title="Les arbres", summary="Planter un arbre & le soigner.")
    text = client.get("/recherche/", {"q": "arbre"}).content.decode()
    assert "<mark>arbres</mark>" in text
    assert "un <mark>arbre</mark> &amp; le" in text


def test_many_results_need_no_more_queries_and_come_by_pages(client, home, django_assert_max_num_queries):
    subject = make_subject()
    for number in range(14):
        page = add_article(home, title=f"Arbre {number:02}", summary="Un arbre.")
        page.subjects.add(subject)
        page.save_revision().publish()
    client.get("/recherche/", {"q": "arbre"})
    with django_assert_max_num_queries(12):
        assert len(titles(client, q="arbre", subject=subject.slug)) == 10
    assert len(titles(client, q="arbre", page="2")) == 4


def test_the_search_keeps_no_trace_of_the_visitor(client, home):
    response = client.get("/recherche/", {"q": "place"})
    assert not response.cookies


def test_the_title_tells_two_searches_apart(client, home):
    html = client.get("/recherche/", {"q": "arbres", "status": "open"}).content.decode()
    title = html.split("<title>")[1].split("</title>")[0]
    chosen = html.split('<option value="open" selected>')[1].split("</option>")[0].strip()
    assert title.startswith(f"Recherche\u00a0: arbres – {chosen} – ")
