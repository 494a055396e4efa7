"""Pages kept for some readers stay out of lists."""

import pytest
from wagtail.models import Page, PageViewRestriction

from participation.editorial.querysets import in_language, unrestricted
from tests.website import add_article, add_section, make_website

pytestmark = pytest.mark.django_db


def test_a_page_under_a_restricted_one_is_left_out_and_its_neighbours_stay(django_assert_num_queries):
    home = make_website()
    kept, shown = add_section(home), add_section(home)
    inside = add_article(kept)
    PageViewRestriction.objects.create(page=kept, restriction_type=PageViewRestriction.LOGIN)
    with django_assert_num_queries(1):
        found = {page.pk for page in unrestricted(Page.objects.all())}
    assert found == set(Page.objects.public().values_list("pk", flat=True))
    assert shown.pk in found
    assert not {kept.pk, inside.pk} & found


def test_no_card_tells_the_title_of_a_page_kept_for_some_readers(django_assert_num_queries):
    home = make_website()
    kept, shown = add_section(home), add_article(home)
    inside = add_article(kept)
    PageViewRestriction.objects.create(page=kept, restriction_type=PageViewRestriction.LOGIN)
    with django_assert_num_queries(1):
        cards = in_language([kept.translation_key, inside.translation_key, shown.translation_key], "fr")
    assert [card.pk for card in cards] == [shown.pk]
