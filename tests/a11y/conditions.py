"""How each screen is shown: schemes, sizes, the reader's own settings. Emulated, so that nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from .checks import presentation

WIDE = {"width": 1280, "height": 900}


@dataclass(frozen=True)
class Condition:
    """One way of showing a screen; `scale` is the zoom of a 1280-pixel window.

    Where the layout changes axe plays all its rules, elsewhere those that depend on colours and sizes.
    """

    name: str
    media: tuple[tuple[str, str], ...] = ()
    scale: int = 1
    phone: bool = False
    root_size: str = ""
    changes_layout: bool = False


CONDITIONS = (
    Condition("ordinateur, clair", changes_layout=True),
    Condition("sombre", media=(("color_scheme", "dark"),)),
    Condition("couleurs forcées", media=(("forced_colors", "active"),)),
    Condition("mouvement réduit", media=(("reduced_motion", "reduce"),)),
    Condition("téléphone 360 px", phone=True, changes_layout=True),
    Condition("zoom 200 %", scale=2),
    Condition("zoom 400 %", scale=4, changes_layout=True),
    Condition("texte à 200 %", root_size="200%"),
)
PLAIN = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}


@contextmanager
def shown(page: Page, condition: Condition) -> Iterator[None]:
    """The screen under one condition, put back afterwards."""
    session = page.context.new_cdp_session(page)
    before = page.viewport_size
    if condition.media:
        page.emulate_media(**{**PLAIN, **dict(condition.media)})
    if condition.scale > 1 or condition.phone:
        width = 360 if condition.phone else WIDE["width"] // condition.scale
        height = 740 if condition.phone else WIDE["height"] // condition.scale
        page.set_viewport_size({"width": width, "height": height})
    if condition.scale > 1:
        session.send(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": WIDE["width"] // condition.scale,
                "height": WIDE["height"] // condition.scale,
                "deviceScaleFactor": condition.scale,
                "mobile": False,
            },
        )
    if condition.root_size:
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", condition.root_size)
    # Colours and places glide for a moment after a change: look at where they end.
    page.evaluate(
        """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
            for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < 1e9) one.finish();
            done();
        })))"""
    )
    try:
        yield
    finally:
        if condition.root_size:
            page.evaluate("document.documentElement.removeAttribute('style')")
        if condition.scale > 1:
            session.send("Emulation.clearDeviceMetricsOverride")
        if condition.scale > 1 or condition.phone:
            page.set_viewport_size(before)
        if condition.media:
            page.emulate_media(**PLAIN)
        session.detach()


# A check gives None under a condition it has nothing to say about.
def nothing_is_lost_when_zoomed_in(page: Page, condition: Condition) -> list[str] | None:
    """On a telephone, and at 200 % and 400 % of zoom (1280 pixels become 320): nothing cut, no sideways scrolling."""
    return presentation.lost(page) if condition.phone or condition.scale > 1 else None


def movement_stops_for_who_asked(page: Page, condition: Condition) -> list[str] | None:
    """With reduced motion asked for, nothing moves for longer than a tenth of a second."""
    if "reduced_motion" not in dict(condition.media):
        return None
    return page.evaluate(
        """() => document.getAnimations().filter((one) => one.playState === "running"
            && one.effect.getComputedTiming().endTime > 100).map((one) => one.effect.target.outerHTML.slice(0, 120))"""
    )


def words_show_in_forced_colours(page: Page, condition: Condition) -> list[str] | None:
    """The browser then paints the colour Canvas behind words: words of that colour would vanish."""
    if "forced_colors" not in dict(condition.media):
        return None
    return page.evaluate(
        """() => {
            const probe = document.createElement("i");
            probe.style.color = "Canvas";
            document.body.append(probe);
            const canvas = getComputedStyle(probe).color;
            probe.remove();
            return [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility()
                && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
                && getComputedStyle(element).forcedColorAdjust !== "none" && getComputedStyle(element).color === canvas)
                .map((element) => element.outerHTML.slice(0, 120));
        }"""
    )


CHECKS = {
    nothing_is_lost_when_zoomed_in: ("10.11",),
    movement_stops_for_who_asked: ("13.8",),
    words_show_in_forced_colours: ("3.2", "10.5"),
}


def looks_of(page: Page, condition: Condition) -> Iterator[tuple[str, tuple[str, ...], list[str]]]:
    """(name, criteria, faults) of each check that looks at this way of showing, beside what axe says."""
    for one, criteria in CHECKS.items():
        found = one(page, condition)
        if found is not None:
            yield one.__name__, criteria, found
