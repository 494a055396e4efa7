"""A visitor without a mouse: every act is a key, and the focus must be seen at each stop."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.a11y.checks import faults

# The focus shows on the control itself, or on the label or card drawn around it.
FOCUS_SHOWS = """const focused = document.activeElement;
const around = [focused, focused.closest("label"), focused.closest("article")];
return focused !== document.body && onScreen(focused) && around.some((element) => element && drawn(element));"""
FOCUSED_VALUE = "document.activeElement.value"


class Keyboard:
    """Tab, Space, arrows and Enter on one page."""

    def __init__(self, page: Page, tab_to: Callable):
        self.page = page
        self._tab_to = tab_to

    def reach(self, selector: str) -> None:
        """Tab to a control; its focus must be visible and on the screen."""
        self._tab_to(self.page, selector)
        for _ in range(30):  # a smooth scroll may still be bringing the control into view
            if faults(self.page, FOCUS_SHOWS):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"The focus on {selector} cannot be seen on {self.page.url}.")

    def press(self, selector: str) -> None:
        """Reach a link or a button and press it; what it opens has loaded when this returns."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, question: str, value: str) -> None:
        """Choose one of a group of radio buttons: Space on the first, arrows to the others."""
        self.reach(f"[name=q-{question}]")
        self.page.keyboard.press("Space")
        for _ in range(12):
            if self.page.evaluate(FOCUSED_VALUE) == value:
                break
            self.page.keyboard.press("ArrowDown")
        assert self.page.locator(f"[name=q-{question}]:checked").get_attribute("value") == value

    def tick(self, question: str, value: str) -> None:
        self.reach(f"[name=q-{question}][value={value}]")
        self.page.keyboard.press("Space")

    def write(self, name: str, text: str) -> None:
        """Write into a field, in place of what is there."""
        self.reach(f"[name={name}]")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    @property
    def focus(self) -> str:
        """The name or id of what holds the focus."""
        return self.page.evaluate("document.activeElement.name || document.activeElement.id")

    @property
    def place(self) -> str:
        """The path of the address, without what follows it."""
        return urlsplit(self.page.url).path
