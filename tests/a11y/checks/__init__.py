"""What a machine can tell of a screen beyond axe. Each check names the criteria of the RGAA it bears on."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

# Told to every check's script: how to name an element, what can be seen, what a screen reader would say.
HELPERS = r"""
const say = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false })
    && element.getClientRects().length > 0;
const all = (selector) => [...document.querySelectorAll(selector)];
const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
const labelled = (element) => (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map((id) => text(document.getElementById(id))).join(" ").trim();
const pictures = (element) => [...element.querySelectorAll("img[alt], svg[aria-label]")]
    .map((picture) => picture.getAttribute("alt") ?? picture.getAttribute("aria-label")).join(" ");
const spoken = (element) => labelled(element) || element.getAttribute("aria-label")
    || [...(element.labels ?? [])].map(text).join(" ") || `${text(element)} ${pictures(element)}`.trim()
    || element.getAttribute("title") || "";
const drawn = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && !/^rgba\(.*, 0\)$|^transparent$/.test(style.outlineColor);
};
const onScreen = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
};
// What makes the page scroll sideways; "?" when nothing of it can be named.
const tooWide = () => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth + 1) return [];
    const who = all("body *").filter((element) => seen(element) && !element.closest(".scroll-x")
        && element.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5).map(say);
    return who.length ? who : ["?"];
};
"""


@dataclass(frozen=True)
class Check:
    """A named look at a page; `look` gives one line per fault."""

    name: str
    criteria: tuple[str, ...]
    look: Callable[[Page], list[str]]


CHECKS: dict[str, Check] = {}


def check(*criteria: str) -> Callable:
    """Register a function as a check on these criteria."""

    def register(look: Callable[[Page], list[str]]) -> Callable:
        CHECKS[look.__name__] = Check(look.__name__, criteria, look)
        return look

    return register


def faults(page: Page, script: str, argument: object = None) -> list[str]:
    """Run the body of a script that returns a list of sentences, with the helpers at hand."""
    return page.evaluate(f"(given) => {{ {HELPERS} {script} }}", argument)


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways at this width."""
    return faults(page, "return tooWide();")
