"""The communications officer: a consultation from nothing, answered, changed, answered again, counted, closed."""

import pytest

from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from tests.factories import box_of, make_process
from tests.website import make_staff

from .editor import BODY, RULES, Editor

SEND, NEXT = "[name=go][value=send]", "[name=go][value=next]"
CONFIRM = "[name=confirms_change]"


@pytest.fixture
def officer(desk):
    """Someone of communications, logged in, the process already there."""
    make_process()
    editor = Editor(desk)
    editor.log_in(make_staff(Role.COMMUNICATIONS))
    return editor


def test_an_officer_builds_publishes_and_changes_a_consultation_and_both_answers_count(officer, open_page, axe):
    blank = compose(officer)
    officer.save()
    assert not officer.errors(), "A blank must not hold up a draft."
    officer.preview().locator("form[data-questionnaire]").wait_for()

    officer.tab(BODY)
    officer.fill(f"{blank}-text", "Que changer en premier ?")
    see_the_public_preview(officer, axe)
    officer.publish()
    assert not officer.errors()
    page = ConsultationPage.objects.get()
    assert page.live

    answer(open_page(), page, when="le_matin", what=["des_bancs", "des_jeux"])

    officer.open(page.pk)
    officer.tab(BODY)
    single = "body-1-value"
    officer.remove_option(single, 2)
    officer.publish()
    message = officer.page.locator("[data-contentpath=confirms_change]").inner_text()
    assert "1" in message
    assert "Le soir" in message
    assert box_of(page).versions.count() == 1
    officer.tab(BODY)
    officer.page.check(CONFIRM)
    officer.publish()
    assert box_of(page).versions.count() == 2

    answer(open_page(), page, when="lapres_midi", what=["des_bancs"])

    expected = {"quand_venez_vous": {"Le matin": 1, "L’après-midi": 1}, "que_faut_il": {"Des bancs": 2, "Des jeux": 1}}
    assert counted(officer.page, f"/admin/participation/{box_of(page).pk}/results/", expected) == expected
    close_early(officer, page)
    assert counted(open_page(), f"{page.url}resultats/", expected) == expected


def compose(officer) -> str:
    """Title, summary, object, four questions, one left without its words; gives the blank question."""
    process = make_process()
    officer.page.goto(f"/admin/pages/add/consultations/consultationpage/{process.pk}/")
    officer.fill("title", "Un banc pour la place")
    officer.fill("summary", "Dites où vous aimeriez vous asseoir.")
    officer.write_rich_text("object", "Le mobilier de la place.")
    officer.tab(BODY)
    section = officer.add_block("section")
    officer.fill(f"{section}-title", "Votre place")
    officer.add_question("single_choice", "Quand venez-vous ?", "Le matin", "L’après-midi", "Le soir")
    several = officer.add_question("multiple_choice", "Que faut-il ?", "Des bancs", "Des jeux", "Des arbres")
    officer.fill(f"{several}-maximum", "2")
    officer.add_question("scale", "Y êtes-vous bien ?")
    blank = officer.add_block("long_text")
    officer.tab(RULES)
    officer.fill("opens_at", "01/01/2020 08:00")
    officer.fill("closes_at", "01/01/2120 08:00")
    officer.tab(BODY)
    return blank


def see_the_public_preview(officer, axe):
    """The preview holds what is being typed; in a window of its own it is the page as people will see it."""
    form = officer.preview().locator("form[data-questionnaire]")
    form.locator("[data-question=que_changer_en_premier]").wait_for(timeout=60_000)
    assert form.locator("[data-question]").count() == 4
    with officer.page.expect_popup() as opened:
        officer.page.click("[data-w-preview-target=newTab]")
    window = opened.value
    window.locator("form[data-questionnaire]").wait_for()
    axe(window, "main")
    window.close()


def answer(visitor, page, *, when, what):
    visitor.goto(page.url)
    visitor.check(f"[name=q-quand_venez_vous][value={when}]")
    for each in what:
        visitor.check(f"[name=q-que_faut_il][value={each}]")
    visitor.fill("[name=q-que_changer_en_premier]", "Plus d’ombre.")
    visitor.click(NEXT)
    visitor.click(SEND)
    assert visitor.locator("[data-receipt]").is_visible()


def counted(visitor, address, expected):
    """The counts a results page shows for these questions and these answers."""
    visitor.goto(address)
    found = {}
    for key, rows in expected.items():
        found[key] = {}
        for label in rows:
            row = visitor.locator(f"[data-result={key}] tr").filter(has_text=label)
            count = row.locator("td").all_text_contents()[-2]  # before the share, the last
            found[key][label] = int(count)
    return found


def close_early(officer, page):
    officer.page.goto(f"/admin/participation/{box_of(page).pk}/close/")
    officer.fill("reason", "Assez de réponses pour décider.")
    if officer.page.locator("[name=confirms]").count():
        officer.page.check("[name=confirms]")
    with officer.page.expect_navigation():
        officer.page.click("main form[method=post] [type=submit], main form[method=POST] [type=submit]")
