"""Pages kept for some readers stay out of lists."""

import pytest
from wagtail.models import Page, PageViewRestriction

from participation.editorial.querysets import in_language, unrestricted
from participation.people.groups import Role
from tests.website import add_article, add_news, add_news_index, add_section, enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    """A section kept for those who have signed in."""
    section = add_section(make_website())
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    return section


def test_a_page_under_a_restricted_one_is_left_out_and_its_neighbours_stay(kept, django_assert_num_queries):
    inside, shown = add_article(kept), add_section(make_website())
    with django_assert_num_queries(1):
        found = {page.pk for page in unrestricted(Page.objects.all())}
    assert found == set(Page.objects.public().values_list("pk", flat=True))
    assert shown.pk in found
    assert not {kept.pk, inside.pk} & found


def test_no_card_tells_the_title_of_a_page_kept_for_some_readers(kept, django_assert_num_queries):
    inside, shown = add_article(kept), add_article(make_website())
    with django_assert_num_queries(1):
        cards = in_language([kept.translation_key, inside.translation_key, shown.translation_key], "fr")
    assert [card.pk for card in cards] == [shown.pk]


def test_no_list_of_the_site_tells_the_title_of_a_page_kept_for_some_readers(client):
    home = make_website()
    index, section = add_news_index(home), add_section(home)
    for page in (add_news(index, title="Réservée", summary="Réservée"), add_article(section, title="Réservée")):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    for address in (home.url, index.url, section.url, "/actualites.atom", "/sitemap.xml"):
        text = client.get(address).content.decode()
        assert "éservée" not in text, address
        assert "reservee" not in text, address


def test_a_section_kept_for_some_readers_lists_its_pages_to_them(client, kept):
    add_article(kept, title="Pour le personnel")
    enter_office(client, make_staff(Role.WRITING))
    assert "Pour le personnel" in client.get(kept.url).content.decode()
