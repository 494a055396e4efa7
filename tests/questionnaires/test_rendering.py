"""A screen kept rendered shows nothing of anybody, and only for its own version and language."""

import pytest
from django.core.cache import cache
from django.utils import translation

from participation.questionnaires.documents import compiled
from participation.questionnaires.freezing import current_version
from participation.questionnaires.rendering import blank_items
from tests.factories import BODY, box_of, make_consultation

pytestmark = pytest.mark.django_db

ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


def begin(client, page) -> str:
    where = f"/repondre/{page.translation_key}/"
    client.post(where, {"q-link": "passant", "q-uses": "repos", "go": "next"}, **ORIGIN)
    return where


def test_one_persons_answers_never_show_to_another(client):
    page = make_consultation()
    where = begin(client, page)
    client.post(f"{where}2/", {"q-word": "secret de Zoé", "go": "back"}, **ORIGIN)
    assert "secret de Zoé" in client.get(f"{where}2/").content.decode()
    other = type(client)()
    begin(other, page)
    assert "secret de Zoé" not in other.get(f"{where}2/").content.decode()
    assert 'value="passant" id="q-link-passant" checked' not in type(client)().get(page.url).content.decode()


def test_a_new_version_shows_at_once(client):
    page = make_consultation()
    assert "Quel est votre lien" in client.get(page.url).content.decode()
    changed = [*BODY]
    changed[1] = ("single_choice", {**BODY[1][1], "text": "D’où venez-vous ?"})
    page.body = changed
    page.save_revision().publish()
    html = client.get(page.url).content.decode()
    assert "D’où venez-vous" in html
    assert "Quel est votre lien" not in html


def test_each_language_keeps_its_own():
    page = make_consultation()
    version = current_version(box_of(page), "fr")
    screen = compiled(version).screen(1)
    with translation.override("en"):
        english = blank_items(version=version, screen=screen, above=1)
    with translation.override("fr"):
        assert blank_items(version=version, screen=screen, above=1) != english
    cache.clear()
    with translation.override("en"):
        assert blank_items(version=version, screen=screen, above=1) == english
