"""The results page says how it was made, and leads to each question."""

import re

import pytest

from tests.factories import VALUES, answer, close, make_consultation

pytestmark = pytest.mark.django_db


def test_results_say_their_limits_first_and_lead_to_each_question(client):
    page = make_consultation()
    for _ in range(3):
        answer(page=page, values=VALUES)
    close(page)
    text = client.get(f"{page.url}resultats/").content.decode()
    links = re.findall(r'<a href="#(r-[^"]+)">', text)
    assert links == re.findall(r'<h2 id="(r-[^"]+)"', text)
    assert len(links) > 1
    assert text.index('class="sample-note"') < text.index("data-result=")
    assert text.index('aria-labelledby="sur-cette-page"') < text.index("data-result=")


def test_the_number_of_participants_is_beside_the_results_only_when_switched_on(client):
    for shown in (True, False):
        page = make_consultation(shows_participants=shown)
        answer(page=page, values=VALUES)
        close(page)
        text = client.get(f"{page.url}resultats/").content.decode()
        assert ("<dt>Participations</dt>" in text) is shown
