"""The description for search engines: suggested from what is typed, taken in one click, the same for the public."""

import pytest

from participation.people.groups import Role
from tests.factories import make_consultation
from tests.website import make_staff

from .editor import SUBJECT, Editor

SHARING = 4
SUMMARY = (
    "La place sera refaite en 2027 : dites-nous où planter les arbres, où installer le marché et les jeux, "
    "et comment vous aimeriez la traverser à pied, à vélo ou avec une poussette, été comme hiver."
)


@pytest.fixture
def officer(desk):
    editor = Editor(desk)
    page = make_consultation(summary="", object="<p>Les bancs de la place.</p><p>Et son ombre.</p>")
    editor.log_in(make_staff(Role.COMMUNICATIONS))
    editor.open(page.pk)
    return editor, page


def test_the_editor_sees_what_search_engines_will_show_and_takes_it_in_one_click(officer, open_page):
    editor, page = officer
    suggestion = editor.page.locator("[data-description-text]")
    resident = open_page(java_script_enabled=False)

    def public() -> str:
        resident.goto(page.url)
        return resident.locator("meta[name=description]").get_attribute("content")

    editor.tab(SHARING)
    assert suggestion.inner_text() == "Les bancs de la place. Et son ombre." == public()

    editor.tab(SUBJECT)
    editor.fill("summary", SUMMARY)
    editor.tab(SHARING)
    suggested = suggestion.inner_text()
    assert len(suggested) <= 155
    assert SUMMARY.startswith(suggested[:-1] + " ")
    editor.publish()
    assert public() == suggested, "The public page falls back to the very same words."

    editor.open(page.pk)
    editor.tab(SHARING)
    editor.page.click("[data-description-use]")
    assert editor.page.input_value("[name=search_description]") == suggested
    assert not suggestion.is_visible()
    editor.fill("search_description", "Choisissez les arbres de la place.")
    editor.publish()
    assert public() == "Choisissez les arbres de la place."
