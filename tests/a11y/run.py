"""`make a11y`: walk the demonstration in Chromium, then write docs/accessibilite/ and home/known_failings.json.

A run that fails writes neither: the statement tells only of runs that have looked at everything and found nothing new.
The raw results stay in var/a11y/. A11Y_ONLY=journey,menu makes only some visits and writes nothing but the raw results.
"""

import os
import shutil
import signal
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
VAR = ROOT / "var/a11y"
# One database and one set of logins of its own, whatever `make run` has.
os.environ |= {"VAR_DIR": str(VAR), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402

django.setup()

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.a11y import grid, report, site_wide, tree, visits  # noqa: E402
from tests.a11y.conditions import WIDE  # noqa: E402
from tests.a11y.looking import Record, look  # noqa: E402
from tools import browser as chromium  # noqa: E402
from tools import catalogues, run  # noqa: E402
from tools.postgres import free_port  # noqa: E402

PATIENCE = 15_000


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - this is what it is for


def walk(browser: Browser, address: str, chosen: list[visits.Visit]) -> tuple[Record, dict[str, str]]:
    """Make the visits; gives what was seen, and the journey as a screen reader is given it."""
    record, texts = Record(browser_version=browser.version), {}
    options = {"viewport": WIDE, "locale": "fr-FR", "timezone_id": "Europe/Paris", "base_url": address}
    for visit in chosen:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        for screen in visit(page):
            if visit is visits.journey:
                page.wait_for_load_state()
                texts[screen] = tree.read(page)
            look(page, screen, record, tell=say)
        if visit is chosen[-1]:
            site_wide.look(record, page)
        context.close()
    return record, texts


def served_walk(chosen: list[visits.Visit]) -> tuple[Record, dict[str, str]]:
    """The visits, on a server of their own."""
    catalogues.compile_stale()
    # The demonstration as it is loaded now: neither the answers of the last run nor pages of another version.
    shutil.rmtree(VAR, ignore_errors=True)
    run.prepare(VAR)
    port = free_port()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    server = run.start_server(port)
    try:
        run.wait_until_serving(server, port)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.require(), args=chromium.ARGUMENTS)
            found = walk(browser, f"http://{run.HOST}:{port}", chosen)
            browser.close()
        return found
    finally:
        run.stop(server)


def main() -> int:
    start, today, only = time.monotonic(), date.today(), os.environ.get("A11Y_ONLY", "")
    chosen = [visit for visit in visits.VISITS if not only or visit.__name__ in only.split(",")]
    entries, known = grid.load()
    record, texts = served_walk(chosen)
    record.write_raw(VAR / "resultats.json")
    if only:
        wrong = [f"{one.rule} – {one.screen}: {one.what}" for one in report.unknown_and_grave(record, known)]
    else:
        wrong = report.publish(record, texts, entries, known, today=today)
    for line in wrong:
        say(line)
    if wrong:
        say("Nothing was published: docs/accessibilite/ and the site's statement are as they were.")
    say(f"{len(record.screens)} screens, {len(wrong)} reasons to fail, {time.monotonic() - start:.0f} s.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
