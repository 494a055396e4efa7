"""What a browser tells of the content security policy while somebody walks through the site."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext

LISTEN = """
document.addEventListener("securitypolicyviolation", (event) => window.tellViolation?.({
    page: location.pathname, directive: event.effectiveDirective, refused: event.blockedURI,
    source: event.sourceFile, line: event.lineNumber, sample: event.sample,
}));
"""


class Watch:
    """Everything refused in the frames of a browser's context, every host asked for, every script that broke."""

    def __init__(self, context: BrowserContext):
        self.violations: list[dict] = []
        self.hosts: set[str] = set()
        self.broken: list[str] = []
        self.screens: set[str] = set()
        context.expose_binding("tellViolation", lambda _source, told: self.violations.append(told))
        context.add_init_script(LISTEN)
        context.on("request", self._remember)
        context.on("response", self._count)
        context.on("weberror", lambda error: self.broken.append(f"{error.page.url}: {error.error}"))

    def of_scripts(self) -> list[dict]:
        return [one for one in self.violations if one["directive"].startswith("script")]

    def _count(self, response) -> None:
        """A screen of the office that was answered; the same screen for another object is none more."""
        is_screen = response.request.is_navigation_request() and response.ok
        path = urlsplit(response.url).path
        if is_screen and path.startswith("/admin/") and "/preview/" not in path:
            self.screens.add(re.sub(r"\d+", "N", path))

    def _remember(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"}:
            self.hosts.add(parts.netloc)
