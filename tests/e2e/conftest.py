"""What the journeys share: the keyboard, and what every screen owes to everybody."""

from collections.abc import Callable

import pytest

from .keyboard import Keyboard

NARROWEST = 320
OVERFLOW = """() => {
    const widest = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= widest) return "";
    return [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > widest + 1).slice(0, 5)
        .map((element) => element.outerHTML.slice(0, 120)).join("\\n") || "unknown";
}"""


@pytest.fixture
def keyboard(tab_to) -> Callable[..., Keyboard]:
    """A function that gives a page its keyboard-only visitor."""
    return lambda page: Keyboard(page, tab_to)


@pytest.fixture
def is_fit_for_all(axe) -> Callable:
    """A function that fails unless the screen passes axe, has one first heading and fits 320 pixels."""

    def check(page) -> None:
        axe(page)
        assert page.locator("h1").count() == 1, f"{page.url} needs exactly one first heading."
        before = page.viewport_size
        page.set_viewport_size({"width": NARROWEST, "height": before["height"]})
        too_wide = page.evaluate(OVERFLOW)
        page.set_viewport_size(before)
        assert not too_wide, f"{page.url} scrolls sideways at {NARROWEST} px:\n{too_wide}"

    return check


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visitor(request, open_page):
    """A resident on a phone; each journey is made with JavaScript and without."""
    return open_page(java_script_enabled=request.param)
