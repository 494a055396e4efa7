"""The keyboard: every stop in order, seen, left again."""

from playwright.sync_api import Page

from . import HELPERS, check, faults

# One stop per group of radio buttons, as Tab makes; what only the pointer sees is left out.
STOPS = """
const stops = () => {
    const groups = new Set();
    return all("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], iframe, "
        + "audio[controls], video[controls]").filter((element) => {
        if (element.disabled || element.tabIndex < 0 || !seen(element)) return false;
        if (element.closest("[inert], wagtail-userbar")) return false;
        const rect = element.getBoundingClientRect();
        if (!rect.width && !rect.height) return false;
        if (element.type === "radio") {
            const name = `${element.form?.id ?? ""}/${element.name}`;
            const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
            if (chosen ? element !== chosen : groups.has(name)) return false;
            groups.add(name);
        }
        return true;
    });
};"""
AT = """(given) => { HELPERS STOPS
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === document.documentElement) return null;
    const box = focused.getBoundingClientRect(), isOnScreen = onScreen(focused);
    const around = [focused, focused.closest("label"), focused.closest("article"), focused.parentElement,
        focused.nextElementSibling].filter(Boolean);
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const lid = top?.closest("header, [popover], .demo-banner") ?? top;
    const covered = isOnScreen && top && /fixed|sticky/.test(getComputedStyle(lid).position)
        && !lid.contains(focused) && !focused.contains(top);
    const shows = isOnScreen && around.some(drawn);
    return { place: window.walked.indexOf(focused), shows, covered, who: say(focused) };
}""".replace("HELPERS", HELPERS).replace("STOPS", STOPS)


@check("10.7", "12.8", "12.9", "7.3", "12.11")
def tab_reaches_everything_in_order_seen_and_never_trapped(page: Page) -> list[str]:
    """Tab from the top until the page ends: each stop in the order of the source, its focus drawn and not covered."""
    # The walk begins at the top of the page, with nothing lying over it.
    page.evaluate(
        """() => { for (const panel of document.querySelectorAll(":popover-open")) panel.hidePopover();
        const start = document.createElement("span"); start.tabIndex = -1; document.body.prepend(start);
        start.focus(); start.remove(); getSelection().removeAllRanges();
        document.documentElement.style.scrollBehavior = "auto"; scrollTo({ top: 0, behavior: "instant" }); }"""
    )
    page.wait_for_timeout(50)
    total = faults(page, STOPS + "window.walked = stops(); return [String(window.walked.length)];")
    places, found = [], []
    for _ in range(int(total[0]) + 3):
        page.keyboard.press("Tab")
        at = page.evaluate(AT)
        if at is None or (places and at["place"] == places[0]):
            break
        places.append(at["place"])
        if not at["shows"]:
            page.wait_for_timeout(250)  # a transition may still be drawing it
            at = page.evaluate(AT) or at
            if not at["shows"]:
                found.append(f"focus not seen: {at['who']}")
        if at["covered"]:
            found.append(f"focus covered: {at['who']}")
    else:
        found.append("Tab does not leave the page")
    page.evaluate(
        "document.documentElement.style.scrollBehavior = ''; document.documentElement.removeAttribute('style')"
    )
    missed = sorted(set(range(int(total[0]))) - set(places))
    if missed:
        names = faults(page, "return given.map((place) => window.walked[place]).filter(seen).map(say);", missed)
        found += [f"never reached: {name}" for name in names[:5]]
    known = [place for place in places if place >= 0]
    if known != sorted(known):
        found.append(f"the order jumps: {known}")
    return found


@check("12.8")
def no_order_of_its_own(page: Page) -> list[str]:
    return faults(page, """return all("[tabindex]").filter((element) => element.tabIndex > 0).map(say);""")


@check("12.7")
def the_first_stop_skips_to_the_content(page: Page) -> list[str]:
    """The first Tab shows a link to the content; Enter goes there, and the next Tab stays inside it."""
    page.evaluate(
        """() => { const start = document.createElement("span"); start.tabIndex = -1; document.body.prepend(start);
        start.focus(); start.remove(); scrollTo({ top: 0, behavior: "instant" }); }"""
    )
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)  # it slides in
    at = page.evaluate(
        """() => { const link = document.activeElement, box = link.getBoundingClientRect();
        return { hash: link.hash ?? "", seen: box.top >= 0 && box.left >= 0 && box.height > 8 && box.width > 8 }; }"""
    )
    if at["hash"] != "#contenu" or not at["seen"]:
        return [f"the first stop is not a visible link to the content: {at}"]
    before = page.url
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate(
        """() => { const main = document.querySelector("main"), at = document.activeElement;
        return main.contains(at) || !main.querySelector("a[href], button, input, select, textarea, summary"); }"""
    )
    page.evaluate("address => history.replaceState(null, '', address)", before)
    return [] if inside else ["after the link, Tab is not in the content"]
