"""The communications officer at her desk: Wagtail's page editor, found by structure and names, never by words."""

from urllib.parse import urljoin

from django.conf import settings
from django.test import Client
from playwright.sync_api import FrameLocator, Locator, Page, TimeoutError

from participation.questionnaires.body import QuestionnaireBody
from tests.website import enter_office

SUBJECT, BODY, RULES, REPLY = range(4)
BLOCKS = "[data-contentpath=body] [data-streamfield-stream-container]"


class Editor:
    """One person of the staff in the page editor."""

    def __init__(self, page: Page):
        self.page = page

    def log_in(self, user) -> None:
        """Sit down with the session of somebody who has signed in; the sign-in itself is in `test_account.py`."""
        cookie = enter_office(Client(), user).cookies[settings.SESSION_COOKIE_NAME]
        self.page.goto("/healthz")
        known = {"name": cookie.key, "value": cookie.value, "url": urljoin(self.page.url, "/")}
        self.page.context.add_cookies([{**known, "httpOnly": True, "sameSite": "Lax"}])
        self.page.goto("/admin/")

    def open(self, page_id: int) -> None:
        self.page.goto(f"/admin/pages/{page_id}/edit/")

    def tab(self, number: int) -> None:
        self.page.locator("#page-edit-form [role=tab]").nth(number).click()

    def fill(self, name: str, text: str) -> None:
        self.page.fill(f"[name='{name}']", text)
        self.page.keyboard.press("Tab")

    def write_rich_text(self, field: str, text: str) -> None:
        self.page.locator(f"[data-contentpath={field}] [contenteditable=true]").first.click()
        self.page.keyboard.type(text)

    def add_block(self, kind: str) -> str:
        """Add a block at the end of the body; gives the prefix of its fields."""
        buttons = self.page.locator(f"{BLOCKS} > div > .c-sf-add-button")
        buttons.last.wait_for()
        prefix = f"body-{buttons.count() - 1}"
        buttons.last.click()
        # The chooser names a block in the language of the office, but draws the same icon in all.
        icon = QuestionnaireBody().child_blocks[kind].meta.icon
        self.page.locator(f"[role=option]:has(use[href='#icon-{icon}'])").first.click()
        self.page.locator(f"[name={prefix}-type][value={kind}]").wait_for(state="attached")
        return f"{prefix}-value"

    def add_question(self, kind: str, text: str, *options: str) -> str:
        """A question with its words and options; gives the prefix of its fields."""
        prefix = self.add_block(kind)
        self.fill(f"{prefix}-text", text)
        for number, option in enumerate(options):
            self.set_option(prefix, number, option)
        return prefix

    def set_option(self, prefix: str, number: int, label: str) -> None:
        name = f"{prefix}-choices-{number}-value-label"
        if not self.page.locator(f"[name={name}]").count():
            self.options(prefix).locator("[data-streamfield-list-add]").last.click()
        self.fill(name, label)

    def remove_option(self, prefix: str, number: int) -> None:
        option = self.page.locator(f"[data-streamfield-child]:has(> [name={prefix}-choices-{number}-deleted])")
        option.locator("[data-streamfield-action=DELETE]").first.click()

    def options(self, prefix: str) -> Locator:
        return self.page.locator(f"[data-contentpath=choices]:has([name={prefix}-choices-count])")

    def field(self, prefix: str, child: str) -> Locator:
        """One field of a block, with its label and messages."""
        return self.page.locator(f"[data-contentpath={child}]:has([name={prefix}-{child}])")

    def open_settings(self, prefix: str) -> None:
        """Unfold what a block keeps for rarer use."""
        self.page.click(f"[data-streamfield-action=SETTINGS][aria-controls=block_group-{prefix}-settings]")

    def save(self) -> None:
        self.rest()
        with self.page.expect_navigation():
            self.page.click("#page-edit-form .action-save")

    def publish(self) -> None:
        self._menu_action("publish")

    def submit_for_review(self) -> None:
        self._menu_action("submit")

    def approve(self) -> None:
        """Approve at once, without a comment."""
        self._press("[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])")

    def rest(self) -> None:
        """Let the automatic saving end: an officer looks up before she presses the next button."""
        saving = self.page.locator("#w-autosave-indicator .w-autosave-indicator__state--saving")
        self.page.wait_for_timeout(700)
        saving.wait_for(state="hidden")

    def _menu_action(self, name: str) -> None:
        self._press(f"[name=action-{name}]")

    def _press(self, selector: str) -> None:
        """Press, and go on where the editor asks: an automatic saving that failed makes it ask."""
        self.rest()
        button = self.page.locator(selector)
        if not button.is_visible():
            self.page.click("footer [data-controller~=w-dropdown] [data-w-dropdown-target=toggle]")
        go_on = self.page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]")
        try:
            with self.page.expect_navigation(timeout=10_000):
                button.click()
        except TimeoutError:
            with self.page.expect_navigation(timeout=30_000):
                go_on.click()

    def errors(self) -> list[str]:
        """Every message at a field that can be seen, in whichever tab."""
        shown = self.page.locator("#page-edit-form .error-message, #page-edit-form .help-critical")
        return [text.strip() for text in shown.all_text_contents() if text.strip()]

    def preview(self) -> FrameLocator:
        """Open the preview beside the form."""
        if not self.page.locator("[data-side-panel=preview]").is_visible():
            self.page.click("[data-side-panel-toggle=preview]")
        return self.page.frame_locator("[data-w-preview-target=iframe]").last
