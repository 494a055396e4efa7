"""A deputy at her desk: her quartier's pages are hers to write and submit, and nothing else is there."""

import pytest
from django.urls import reverse

from home.models import NewsPage
from participation.people.groups import Role
from participation.quartiers.models import QuartierPage
from tests.conftest import DESK
from tests.deputies import draft_news, make_deputy, make_office
from tests.website import make_staff

from .editor import Editor


@pytest.fixture
def seat(open_page):
    """A function that seats somebody at a desk of her own."""

    def at_the_desk(user) -> Editor:
        editor = Editor(open_page(viewport=DESK))
        editor.log_in(user)
        return editor

    return at_the_desk


def test_a_deputy_edits_and_submits_her_page_and_is_refused_elsewhere(seat, open_page):
    mine, other = make_office("Nord"), make_office("Sud")
    hidden = draft_news(other, title="Confidentiel au Sud")
    deputy = seat(make_deputy(mine))
    page = deputy.page

    page.goto("/admin/")
    page.locator("a[href='/admin/quartiers/mine/']").first.click()
    assert "Nord" in page.locator("main").inner_text()
    assert "Sud" not in page.locator("main").inner_text()

    page.locator(f"main a[href='/admin/pages/{mine.page_id}/edit/']").click()
    assert not page.locator("[name=action-publish]").count()
    deputy.fill("summary", "Des nouvelles du Nord.")
    deputy.submit_for_review()
    assert page.url.endswith("/admin/quartiers/mine/")

    for address in (
        f"/admin/pages/{hidden.pk}/edit/",
        f"/admin/pages/{hidden.pk}/history/",
        f"/admin/pages/{other.page_id}/edit/",
        f"/admin/pages/{mine.page_id}/copy/",
        "/admin/reports/locked/",
    ):
        answered = page.goto(address)
        assert answered.status in (403, 404), address
        assert "Confidentiel" not in page.content()

    page.goto(reverse("wagtailadmin_pages:add", args=["home", "newspage", mine.news_id]))
    deputy.fill("title", "Un banc rue Nord")
    deputy.submit_for_review()
    news = NewsPage.objects.get(title="Un banc rue Nord")
    assert not news.live

    officer = seat(make_staff(Role.COMMUNICATIONS))
    for waiting in (mine.page_id, news.pk):
        officer.open(waiting)
        officer.approve()
    assert QuartierPage.objects.get(pk=mine.page_id).summary == "Des nouvelles du Nord."
    resident = open_page()
    resident.goto(mine.page.url)
    shown = resident.locator("main").inner_text()
    assert "Des nouvelles du Nord." in shown
    assert "Alix Exemple" in shown
    assert "Un banc rue Nord" in shown
