"""Finding, refusing and mourning pages."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from participation.core.models import Activity
from tests.website import add_article, add_section, english, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return make_website()


def keep_a_record(page) -> None:
    now = timezone.now()
    Activity.objects.create(
        key=page.translation_key, kind="consultation", title="Place", opens_at=now, closes_at=now + timedelta(days=1)
    )


def test_a_page_three_steps_down_is_found(client, home):
    page = add_article(add_section(add_section(home, slug="a"), slug="b"), slug="c", title="Tout en bas")
    assert page.url == "/a/b/c/"
    assert "Tout en bas" in client.get("/a/b/c/").content.decode()


def test_an_address_longer_than_a_page_is_not_found(client, home):
    add_article(home, slug="article")
    assert client.get("/article/suite/").status_code == 404
    assert client.get("/nulle-part/").status_code == 404


def test_an_address_of_the_other_language_is_not_found(client, home):
    add_article(english(home), slug="only-english")
    assert client.get("/en/only-english/").status_code == 200
    assert client.get("/only-english/").status_code == 404


def test_a_page_kept_for_signed_in_people_asks_them_to_sign_in(client, home):
    section = add_section(home, slug="reserve")
    page = add_article(section, slug="note", title="Note interne")
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(page.url)
    assert response.status_code == 302
    assert response.url == "/compte/connexion/?next=/reserve/note/"


def test_a_page_kept_by_a_password_asks_for_it(client, home):
    page = add_article(home, slug="reserve", title="Note interne")
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="mot de passe"
    )
    text = client.get(page.url).content.decode()
    assert "Note interne" not in text
    assert 'type="password"' in text


def test_a_withdrawn_page_with_records_says_so_without_its_title(client, home):
    page = add_article(home, slug="consultation", title="La place du marché")
    keep_a_record(page)
    page.unpublish()
    response = client.get("/consultation/")
    assert response.status_code == 410
    assert "La place du marché" not in response.content.decode()


def test_a_withdrawn_page_without_records_is_not_found(client, home):
    page = add_article(home, slug="article")
    page.unpublish()
    assert client.get("/article/").status_code == 404


def test_a_draft_that_was_never_online_is_not_found(client, home):
    page = add_article(home, slug="brouillon")
    keep_a_record(page)
    page.unpublish()
    type(page).objects.filter(pk=page.pk).update(first_published_at=None)
    assert client.get("/brouillon/").status_code == 404


@pytest.mark.parametrize("address", ["/admin/", "/documents/1/x.pdf", "/_util/login/"])
def test_wagtails_own_addresses_still_answer(client, home, address):
    assert client.get(address).status_code in {200, 302, 404}


def test_wagtails_own_sign_in_leads_to_the_one_entrance(client, home):
    for act in (client.get, client.post):
        assert act("/_util/login/?next=/reserve/").url == "/compte/connexion/?next=%2Freserve%2F"
