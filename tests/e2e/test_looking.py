"""Opening a page in the office to read it changes nothing; typing in it is kept at once."""

import pytest

from participation.people.groups import Role
from tests.factories import BODY, make_consultation
from tests.website import make_staff

from .editor import SUBJECT, Editor

# A slow computer: Wagtail's two seconds are over before the editors of rich text have begun.
SLOW = "const wait = setTimeout; window.setTimeout = (act, ms, ...rest) => wait(act, ms === 2000 ? 0 : ms, ...rest);"
RICH = [("text", "<h3>Et après ?</h3><p>La Ville <b>répond</b> ici même.</p>")]


@pytest.fixture
def writer(desk):
    editor = Editor(desk)
    editor.log_in(make_staff(Role.WRITING))
    return editor


def test_looking_at_a_consultation_makes_no_draft_of_it_and_typing_does(writer):
    page = make_consultation(body=[*BODY, *RICH], object="<p>Les bancs de la <b>place</b>.</p>")
    saved = []

    def is_saving(request) -> bool:
        return request.method == "POST" and f"/admin/pages/{page.pk}/edit/" in request.url

    writer.page.on("request", lambda request: is_saving(request) and saved.append(request))
    writer.page.add_init_script(SLOW)
    writer.open(page.pk)
    writer.page.wait_for_timeout(5000)
    assert not saved, "Nobody touched the form."
    page.refresh_from_db()
    assert not page.has_unpublished_changes

    writer.tab(SUBJECT)
    with writer.page.expect_response(lambda response: is_saving(response.request)):
        writer.fill("title", "Une place pour tout le monde")
    writer.rest()
    page.refresh_from_db()
    assert page.has_unpublished_changes
