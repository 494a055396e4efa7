"""What the journeys share: the keyboard, and what every screen owes to everybody."""

from collections.abc import Callable

import pytest

from tests.a11y.checks import too_wide

from .keyboard import Keyboard

NARROWEST = 320


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
        found = too_wide(page)
        page.set_viewport_size(before)
        assert found == [], f"{page.url} scrolls sideways at {NARROWEST} px."

    return check


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visitor(request, open_page):
    """A resident on a phone; each journey is made with JavaScript and without."""
    return open_page(java_script_enabled=request.param)
