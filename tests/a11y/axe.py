"""axe-core in a page: the one place that puts it there and asks it."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
# Wagtail's userbar runs an axe of its own when a page opens, and axe refuses to run twice at once.
WHEN_IDLE = """async ([context, options]) => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await axe.run(context ?? document, options);
    } catch (error) {
      if (tries === 100 || !String(error).includes("already running")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}"""


def run(page: Page, *, options: dict | None = None, context: str | None = None) -> dict:
    """What axe answers on the page, or on the part of it that the selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(WHEN_IDLE, [context, options or {}])
