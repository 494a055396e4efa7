"""axe-core in a page: the one place that puts it there and asks it."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")


def run(page: Page, *, options: dict | None = None, context: str | None = None) -> dict:
    """What axe answers on the page, or on the part of it that the selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate("([context, options]) => axe.run(context ?? document, options)", [context, options or {}])
