"""What search engines show when nobody wrote a description."""

import pytest
from django.utils.html import escape

from participation.editorial.descriptions import LONGEST, shortened
from tests.website import HOSTILE, add_article, make_website


def test_a_short_text_stays_whole_and_loses_its_marks():
    assert shortened("<p>La place&nbsp;:</p><p>ses <b>arbres</b>.</p>") == "La place : ses arbres ."


@pytest.mark.parametrize("length", range(140, 175))
def test_a_long_text_is_cut_between_two_words_within_the_limit(length):
    text = ("arbre " * 40)[:length]
    found = shortened(text)
    assert len(found) <= LONGEST
    assert set(found.rstrip("…").split()) <= {"arbre", *text.split()[-1:]}


def test_no_comma_is_left_hanging():
    assert shortened("un, deux, trois", longest=10) == "un, deux…"


@pytest.mark.django_db
def test_the_public_page_shows_the_beginning_of_its_summary_and_prefers_the_written_description(client):
    home = make_website()
    page = add_article(home, summary=f"{HOSTILE} " + "Des arbres partout. " * 10)
    html = client.get(page.url).content.decode()
    assert f'<meta name="description" content="{escape(shortened(page.summary))}">' in html
    assert "<script>alert" not in html
    page.search_description = "Les arbres, un par un."
    page.save_revision().publish()
    assert 'content="Les arbres, un par un."' in client.get(page.url).content.decode()
