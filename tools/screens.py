"""Take the pictures of docs/screens: `python tools/screens.py`.

Serves a fresh demonstration on a free port of this machine, walks it in Chromium on a phone and on a desk, light and
dark, and writes docs/screens/<page>-<width>-<scheme>.webp. Pictures that no document names any more go away.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.a11y.visits import CLOSED, NEXT, OPEN, PROCESS, SEND, answer_what_must_be
from tools import browser, run
from tools.postgres import free_port

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screens"
WIDTHS = {360: 740, 1280: 900}
SCHEMES = ("light", "dark")
TALLEST = 1800
QUALITY = 70
HEAVIEST = 4_000_000
ADDRESSES = {
    "home": "/",
    "catalogue": "/participer/",
    "mechanism": "/participer/budget-participatif/",
    "process": PROCESS,
    "results": f"{CLOSED}resultats/",
    "reply": CLOSED,
    "news": "/actualites/maisons-de-quartier-la-reponse/",
    "search": "/recherche/?q=place",
    "consultation": OPEN,
}
JOURNEY = ("error", "overview", "receipt")
MOST_SCREENS = 15


def visit(page: Page, address: str) -> Iterator[str]:
    """Stop at each page type, then on the way of an answer: an error, the overview, the receipt."""
    for name, path in ADDRESSES.items():
        page.goto(address + path, wait_until="networkidle")
        yield name
    main = page.locator("main")
    main.locator(NEXT).click()
    page.locator(".error-summary").wait_for()
    yield "error"
    for _ in range(MOST_SCREENS):
        answer_what_must_be(page)
        main.locator(NEXT).click()
        if page.url.split("#")[0].endswith("/verifier/"):
            break
    yield "overview"
    main.locator(SEND).click()
    page.wait_for_url("**/recu/")
    yield "receipt"


def picture(page: Page) -> bytes:
    """The top of the page as a WebP, once the pictures in it have come."""
    width = page.viewport_size["width"]
    for y in range(0, TALLEST, 400):
        page.evaluate(f"window.scrollTo(0, {y})")
        page.wait_for_timeout(60)
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_load_state("networkidle")
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    taken = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    written = BytesIO()
    Image.open(BytesIO(taken)).convert("RGB").save(written, "WEBP", quality=QUALITY, method=6)
    return written.getvalue()


def take(address: str, folder: Path) -> list[Path]:
    """Every picture of a demonstration served at this address."""
    taken = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.require(), args=browser.ARGUMENTS)
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                context = chromium.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                    reduced_motion="reduce",
                    locale="fr-FR",
                    timezone_id="Europe/Paris",
                )
                page = context.new_page()
                for name in visit(page, address):
                    path = folder / f"{name}-{width}-{scheme}.webp"
                    path.write_bytes(picture(page))
                    taken.append(path)
                context.close()
        chromium.close()
    return taken


def forgotten(folder: Path, *, taken: list[Path], documents: list[Path]) -> list[Path]:
    """Pictures of the folder that were not taken now and that no document names."""
    words = "\n".join(path.read_text(encoding="utf-8") for path in documents)
    return [path for path in sorted(folder.glob("*.webp")) if path not in taken and path.name not in words]


def serve_and_take() -> list[Path]:
    """Pictures of a demonstration made for the occasion, which leaves nothing behind."""
    with tempfile.TemporaryDirectory() as var:
        os.environ["VAR_DIR"] = var
        os.environ.pop("DATABASE_URL", None)
        run.prepare(Path(var))
        port = free_port()
        server = run.start_server(port)
        try:
            run.wait_until_serving(server, port)
            return take(f"http://{run.HOST}:{port}", FOLDER)
        finally:
            run.stop(server)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    taken = serve_and_take()
    for old in forgotten(FOLDER, taken=taken, documents=[ROOT / "README.md", *ROOT.glob("docs/**/*.md")]):
        old.unlink()
    weight = sum(path.stat().st_size for path in taken)
    print(f"{len(taken)} pictures, {weight / 1e6:.1f} MB, in {FOLDER.relative_to(ROOT)}.")
    if weight > HEAVIEST:
        raise SystemExit(f"They weigh more than {HEAVIEST / 1e6:.0f} MB together.")
