"""What the editor refuses, and at which field; and how a writer's page reaches the public."""

import pytest

from participation.consultations.pages import ConsultationPage
from participation.people.groups import Role
from tests.conftest import DESK
from tests.factories import make_process
from tests.website import make_staff

from .editor import BODY, RULES, Editor
from .square import make_square


@pytest.fixture
def draft():
    """A consultation nobody has published yet."""
    page = make_square(title="Une place à l’ombre", slug="a-l-ombre")
    page.unpublish()
    return page


@pytest.fixture
def at_the_desk(open_page):
    """A function that seats somebody of this role at a desk of her own."""

    def seat(role: Role) -> Editor:
        editor = Editor(open_page(viewport=DESK))
        editor.log_in(make_staff(role))
        return editor

    return seat


def test_a_single_option_and_a_name_used_twice_are_refused_at_their_fields(at_the_desk):
    process = make_process()
    officer = at_the_desk(Role.COMMUNICATIONS)
    officer.page.goto(f"/admin/pages/add/consultations/consultationpage/{process.pk}/")
    officer.fill("title", "Trop vite")
    officer.save()
    officer.tab(BODY)
    lonely = officer.add_question("single_choice", "Jour ou nuit ?", "Jour")
    officer.remove_option(lonely, 1)
    name(officer, lonely, "moment")
    officer.tab(RULES)
    officer.fill("opens_at", "01/01/2030 08:00")
    officer.fill("closes_at", "01/01/2031 08:00")
    officer.publish()
    officer.tab(BODY)
    assert officer.options(lonely).locator(".help-critical").is_visible()
    officer.set_option(lonely, 1, "Nuit")
    twin = officer.add_question("long_text", "Dites-en plus")
    name(officer, twin, "moment")
    officer.publish()
    officer.tab(BODY)
    assert officer.field(twin, "key").locator(".error-message").is_visible(), "The message must not be folded away."
    officer.fill(f"{twin}-key", "plus")
    officer.publish()
    assert not officer.errors()
    assert ConsultationPage.objects.get(title="Trop vite").live


def test_what_a_writer_submits_goes_online_when_communications_approves(draft, at_the_desk, open_page):
    writer = at_the_desk(Role.WRITING)
    writer.open(draft.pk)
    assert not writer.page.locator("[name=action-publish]").count()
    writer.fill("summary", "Relu par deux personnes.")
    writer.submit_for_review()
    assert not writer.errors()
    assert not reload(draft).live
    officer = at_the_desk(Role.COMMUNICATIONS)
    officer.open(draft.pk)
    officer.approve()
    assert reload(draft).live
    resident = open_page()
    resident.goto(draft.url)
    assert resident.locator("form[data-questionnaire]").is_visible()
    assert "Relu par deux personnes." in resident.locator("main").inner_text()


def name(editor, prefix, key):
    editor.open_settings(prefix)
    editor.fill(f"{prefix}-key", key)


def reload(page):
    return ConsultationPage.objects.get(pk=page.pk)
