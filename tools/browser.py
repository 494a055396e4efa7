"""Find the Chromium that journeys run in. `python tools/browser.py` prints its path."""

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import debian

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
ARGUMENTS = [
    # A container's root cannot use Chromium's sandbox; journeys only ever visit the test server.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Routing requests through the journey would switch the browser's cache off; so other hosts have no address.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def find() -> str | None:
    """The path of an installed Chromium; `CHROMIUM` decides when it is set."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return shutil.which(chosen)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def require() -> str:
    """The path of a Chromium, installed first where that is possible."""
    if os.environ.get("CHROMIUM") and not find():
        raise SystemExit(f"CHROMIUM names {os.environ['CHROMIUM']}, which cannot be run.")
    if not find():
        debian.install(package="chromium", why="the journeys in tests/e2e run in it")
    path = find()
    if not path:
        raise SystemExit("Missing: chromium (the journeys in tests/e2e run in it).")
    return path


if __name__ == "__main__":
    print(require())
