"""What an officer's hands know in the office: choosing, picking a day, sending a form."""

from collections.abc import Callable

from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab
from wagtail.models import Page

from tests.e2e.editor import Editor

from .office_screens import Ground


class Hands:
    """One officer at her desk."""

    def __init__(self, tab: Tab, ground: Ground):
        self.tab, self.ground, self.editor = tab, ground, Editor(tab)

    def choose(self) -> None:
        """The first image or document offered."""
        dialog = self.tab.locator(".modal-dialog")
        dialog.locator("[data-chooser-modal-choice]").first.click()
        dialog.wait_for(state="hidden")

    def choose_page(self, page: Page) -> None:
        dialog = self.tab.locator(".modal-dialog")
        dialog.locator("[name=q]").first.fill(page.title)
        dialog.locator(f"a.choose-page[data-id='{page.pk}']").click()
        dialog.wait_for(state="hidden")

    def open_status(self) -> None:
        """The panel stays as somebody left it, and stands open at first."""
        if not self.status_is_open():
            self.tab.click("[data-side-panel-toggle=status]")

    def status_is_open(self) -> bool:
        return self.tab.locator("[data-side-panel=status]:visible").count() > 0

    def soon(self, check: Callable[[], bool]) -> bool:
        """Whether the outcome is there, now or within five seconds."""
        for _ in range(50):
            if check():
                return True
            self.tab.wait_for_timeout(100)
        return False

    def holds(self, selector: str, value: int | str) -> bool:
        return str(value) in [field.input_value() for field in self.tab.locator(selector).all()]

    def pick_a_day(self) -> None:
        picker = self.tab.locator(".xdsoft_datetimepicker:visible")
        picker.locator(".xdsoft_date:not(.xdsoft_disabled):not(.xdsoft_current)").nth(20).click()

    def submit(self, form: str = "main form") -> None:
        button: Locator = self.tab.locator(f":is({form}) :is([type=submit], button:not([type])):visible").first
        with self.tab.expect_navigation():
            button.click()
