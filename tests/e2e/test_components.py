"""Every component, filled with ordinary and with hostile words, on the page that shows them all."""

import pytest

from participation.people.groups import Role
from tests.a11y.checks import too_wide
from tests.website import make_staff, make_website

from .conftest import NARROWEST
from .editor import Editor

# What a frame hides of its own content: a word cut at the edge of a card.
CUT_WORDS = """() => [...document.querySelectorAll("[data-words] *")].filter((element) => {
    if (element.closest(".visually-hidden, .scroll-x, svg, select, input, textarea")) return false;
    return element.clientWidth && getComputedStyle(element).display !== "inline"
        && element.scrollWidth > element.clientWidth + 1;
}).slice(0, 5).map((element) => element.outerHTML.slice(0, 120)).join("\\n")"""
LOPSIDED = """() => [...document.querySelectorAll("[dir=rtl] :is(p, h1, h2, h3, dt, dd, li)")]
    .filter((element) => getComputedStyle(element).textAlign === "left").map((element) => element.outerHTML)"""
OPEN_ALL = "document.querySelectorAll('[data-words] details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_bears_hostile_words_on_a_narrow_phone_and_passes_axe(open_page, axe, scheme):
    make_website()
    page = open_page(color_scheme=scheme, reduced_motion="reduce", viewport={"width": NARROWEST, "height": 900})
    Editor(page).log_in(make_staff(Role.WRITING))
    page.goto("/-/composants/")
    page.evaluate(OPEN_ALL)
    assert too_wide(page) == [], "A component scrolls sideways."
    assert not page.evaluate(CUT_WORDS), "A word is cut."
    assert not page.evaluate(LOPSIDED), "A text that runs from right to left starts on the left."
    axe(page, "main")
