"""The page that shows every component: complete, in French, and for the staff only."""

from http import HTTPStatus

import pytest

from home.gallery.views import components
from home.gallery.words import KINDS
from participation.people.groups import Role
from participation.people.models import User
from tests.ground import ROOT
from tests.website import enter_office, make_staff, make_website

ADDRESS = "/-/composants/"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site() -> None:
    make_website()


@pytest.fixture
def gallery(client) -> str:
    enter_office(client, make_staff(Role.WRITING))
    return client.get(ADDRESS).content.decode()


def test_no_component_of_the_folder_is_missing_and_each_comes_with_all_kinds_of_words(gallery):
    files = {path.stem for path in (ROOT / "site/templates/components").glob("*.html")}
    assert len(files) > 30
    for name in files:
        assert f'data-component="{name}"' in gallery
    for words in KINDS:
        assert gallery.count(f'data-words="{words.key}"') == len(components())


def test_every_question_of_the_form_engine_is_shown_too(gallery):
    for name in ("single_choice", "multiple_choice", "scale", "short_text", "long_text", "number"):
        assert f'data-component="{name}"' in gallery


def test_each_component_says_its_parameters(gallery):
    assert [component.name for component in components() if not component.parameters] == []
    assert "view_box:" in gallery


def test_the_page_is_french_whatever_the_browser_asks(client):
    enter_office(client, make_staff(Role.WRITING))
    response = client.get(ADDRESS, headers={"accept-language": "en"})
    assert '<html lang="fr"' in response.content.decode()
    assert "Composants" in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]


def test_residents_are_sent_to_the_login_of_the_office(client):
    assert client.get(ADDRESS).headers["Location"].startswith("/admin/login/")
    client.force_login(User.objects.create_user(username="lea", password="a long enough password"))
    response = client.get(ADDRESS)
    assert response.status_code == HTTPStatus.FOUND
    assert response.headers["Location"].startswith("/admin/login/")
