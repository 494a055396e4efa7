"""What the home page remembers of other pages follows them at once."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import close, make_consultation, make_process
from tests.website import make_subject

pytestmark = pytest.mark.django_db


def shown(client, address: str = "/") -> str:
    return client.get(address).content.decode()


def test_a_card_shows_the_new_title_as_soon_as_its_page_is_published(client):
    page = make_consultation(title="Une place à vivre")
    assert "Une place à vivre" in shown(client)
    page.title = "La place et ses arbres"
    page.save_revision().publish()
    assert "La place et ses arbres" in shown(client)
    assert "Une place à vivre" not in shown(client)


def test_a_card_shows_what_has_closed_since(client):
    page = make_consultation(title="Une place à vivre")
    assert 'data-state="open"' in shown(client)
    close(page)
    assert 'data-state="open"' not in shown(client)


def test_a_subject_renamed_in_the_office_has_its_new_name_on_the_cards(client):
    page, subject = make_consultation(), make_subject(name="Arbres")
    page.subjects.add(subject)
    page.save_revision().publish()
    assert "Arbres" in shown(client)
    subject.name = "Nature en ville"
    subject.save()
    assert "Nature en ville" in shown(client)


def test_a_page_kept_for_some_readers_leaves_the_front_at_once(client):
    mechanism = make_process().get_parent().specific
    assert f'href="{mechanism.url}"' in shown(client)
    PageViewRestriction.objects.create(page=mechanism, restriction_type=PageViewRestriction.LOGIN)
    assert f'href="{mechanism.url}"' not in shown(client)
