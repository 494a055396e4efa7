"""What the checks beside the page editor tell whoever writes: every fault, at its place; nothing about a good page."""

import pytest

from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from tests.factories import make_consultation
from tests.website import make_image, make_staff

from .editor import Editor

NBSP = "\N{NO-BREAK SPACE}"
LONG = " ".join(["mot"] * 41) + "."
FAULTS = {
    "Un niveau de titre est sauté",
    "Ce lien ne dit pas où il mène",
    "Cette image n’a pas de texte alternatif",
    "Cette question demande un avis et oblige à en avoir un",
    f"Une phrase de plus de 40{NBSP}mots",
    "Ce document ne dit pas ce qu’il pèse",
}


def body(*, text: str, alternative: str, no_opinion: bool) -> list:
    return [
        ("section", {"title": "La place", "intro": ""}),
        ("text", text),
        ("image", {"image": {"image": make_image(), "alt_text": alternative, "decorative": False}}),
        (
            "accordion",
            {
                "heading": "",
                "items": [{"title": "Les détails", "text": f"<p>{LONG if not no_opinion else 'Peu.'}</p>"}],
            },
        ),
        (
            "scale",
            {
                "text": "La place vous plaît-elle ?",
                "key": "plaisir",
                "steps": 5,
                "low_label": "Non",
                "high_label": "Oui",
                "offers_no_opinion": no_opinion,
            },
        ),
    ]


def findings(editor: Editor, page: ConsultationPage) -> list[str]:
    """The names of what the panel shows, once it has looked at the preview."""
    editor.open(page.pk)
    panel = editor.page.locator("[data-side-panel=checks]")
    editor.page.locator("[data-side-panel-toggle=checks]").wait_for()
    editor.page.wait_for_load_state("networkidle")
    if not panel.is_visible():  # it stays open from one page to the next
        editor.page.click("[data-side-panel-toggle=checks]")
    # The number of words is written last, when every check has spoken.
    editor.page.locator("[data-content-word-count]:not(:text-is('-'))").wait_for()
    return editor.page.locator("[data-checks-panel] [data-content-checker-name]").all_text_contents()


@pytest.fixture
def writer(desk):
    editor = Editor(desk)
    consultation = make_consultation()
    editor.log_in(make_staff(Role.WRITING))
    return editor, consultation


def test_the_editor_is_told_every_fault_of_a_page_at_its_place_and_nothing_about_a_good_one(writer, open_page):
    editor, page = writer
    bad = (
        f"<p>{LONG}</p>"
        '<p>Pour le plan, <a href="https://example.org/plan">cliquez ici</a>.</p>'
        '<p><a href="/documents/1/plan.pdf">Le plan de la place</a></p>'
    )
    page.object = "<h4>Un titre trop bas</h4><p>Une place.</p>"
    page.body = body(text=bad, alternative="", no_opinion=False)
    page.save_revision()
    found = findings(editor, page)
    assert set(found) == FAULTS
    assert found.count(f"Une phrase de plus de 40{NBSP}mots") == 2, "The one folded away in the accordion counts too."
    helps = editor.page.locator("[data-checks-panel] [data-content-checker-help]").all_text_contents()
    assert all(len(text) > 30 for text in helps)
    preview = editor.page.frame_locator("#w-preview-iframe")
    places = preview.locator("wagtail-inline-userbar")
    marked = {places.nth(index).get_attribute("data-error-name") for index in range(places.count())}
    assert marked == FAULTS

    good = (
        "<p>Une phrase courte, p. 12, de 2.5 hectares. Une autre la suit.</p>"
        '<p>Lisez <a href="https://example.org/plan">le plan de la place sur le site du service</a>.</p>'
        '<p><a href="/documents/1/plan.pdf">Le plan de la place (PDF, 482 ko)</a></p>'
    )
    page.object = "<h3>Un titre à sa place</h3><p>Une place.</p>"
    page.body = body(text=good, alternative="La place au soleil", no_opinion=True)
    page.save_revision()
    assert findings(editor, page) == []

    resident = open_page()
    resident.goto(page.url)
    assert not resident.locator("script[src*='office/'], wagtail-userbar").count()
