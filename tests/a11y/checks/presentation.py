"""What the style sheets do: colours, hidden words, hovering, room for larger and wider text."""

from playwright.sync_api import Page

from . import check, faults

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
# Words cut by a box that does not scroll, and a page that scrolls sideways.
LOST = """
const found = tooWide().slice(0, 1).map((who) => `the page scrolls sideways: ${who}`);
for (const element of all("body *")) {
    if (!seen(element) || !text(element)) continue;
    if (element.closest(".visually-hidden, [aria-hidden=true], select, svg")) continue;
    const style = getComputedStyle(element);
    const cut = ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 2
        || ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    if (cut && element.clientWidth > 2) {
        const box = element.getBoundingClientRect();
        const outside = [...element.querySelectorAll("*")].filter((inner) => seen(inner)
            && [...inner.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).some((inner) => {
                const it = inner.getBoundingClientRect();
                return it.right > box.right + 2 || it.bottom > box.bottom + 2;
            });
        if (outside || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
            found.push(`cut: ${say(element)}`);
        }
    }
}
return found;"""


def lost(page: Page) -> list[str]:
    """What cannot be read at this size of window and of text."""
    return faults(page, LOST)


@check("10.12")
def wider_spacing_loses_nothing(page: Page) -> list[str]:
    before = set(lost(page))
    page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); window.spacing = sheet;
        document.adoptedStyleSheets.push(sheet); }""",
        SPACING,
    )
    found = [fault for fault in lost(page) if fault not in before]
    page.evaluate("document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== window.spacing)")
    return found


@check("10.4")
def text_twice_as_large_loses_nothing(page: Page) -> list[str]:
    """The reader's own size of text is doubled, not the page: words grow, nothing is cut."""
    grown = faults(
        page,
        """const size = (element) => parseFloat(getComputedStyle(element).fontSize);
        const words = all("main p, main li, main label, main legend, footer a, header a, button")
            .filter((one) => seen(one) && text(one) && !one.closest("[aria-hidden=true], .visually-hidden"));
        const before = words.map(size);
        document.documentElement.style.fontSize = "200%";
        return words.filter((element, place) => size(element) < before[place] * 1.6).map((element) => `stays small: ${
            say(element)}`).slice(0, 5);""",
    )
    found = grown + lost(page)
    page.evaluate("document.documentElement.style.fontSize = ''; document.documentElement.removeAttribute('style')")
    return found


@check("10.2")
def style_sheets_write_no_words(page: Page) -> list[str]:
    return faults(
        page,
        r"""const found = [];
        for (const element of all("body, body *").filter(seen)) for (const side of ["::before", "::after"]) {
            const content = getComputedStyle(element, side).content;
            if (/^".*\p{L}{2,}.*"$/u.test(content)) found.push(`${content} on ${say(element)}`);
        }
        return found;""",
    )


@check("10.5")
def the_page_sets_both_its_ink_and_its_paper(page: Page) -> list[str]:
    """Every rule of ours that gives a field or a button its paper gives its ink, or takes both from the page."""
    return faults(
        page,
        """const clear = "rgba(0, 0, 0, 0)";
        const roots = [document.documentElement, document.body].map((element) => getComputedStyle(element));
        const paper = roots.some((style) => style.backgroundColor !== clear);
        const fields = all("input, select, textarea, button").filter(seen).filter((field) => {
            const style = getComputedStyle(field);
            return style.color === style.backgroundColor;
        });
        return [...(paper ? [] : ["the page sets no background"]), ...fields.map(say)];""",
    )


@check("10.13", "10.14")
def hovering_uncovers_nothing(page: Page) -> list[str]:
    """No rule on :hover shows what was hidden, and no words wait in a `title`."""
    return faults(
        page,
        """const found = [];
        const walk = (rules) => { for (const rule of rules) {
            if (rule.selectorText?.includes(":hover")
                && (["block", "flex", "grid", "inline"].includes(rule.style.display)
                || rule.style.visibility === "visible" || rule.style.opacity === "1")) found.push(rule.cssText);
            if (rule.cssRules) walk(rule.cssRules);
        } };
        for (const sheet of document.styleSheets) walk(sheet.cssRules);
        return [...found, ...all("main [title]:not(iframe), header [title], footer [title]").filter(seen).map(say)];""",
    )


@check("10.8")
def what_is_silent_cannot_be_reached(page: Page) -> list[str]:
    return faults(
        page,
        """return all("[aria-hidden=true] :is(a[href], button, input, select, textarea, [tabindex])")
            .filter((element) => seen(element) && element.tabIndex >= 0).map(say);""",
    )


@check("3.3")
def borders_of_fields_and_buttons_stand_out(page: Page) -> list[str]:
    """Three to one between the paper and the border, the fill or the words of what can be pressed or filled."""
    return faults(
        page,
        r"""const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const rgba = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const light = (colour) => { const [r, g, b] = rgba(colour).map((part) => { const x = part / 255;
            return x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
            return .2126 * r + .7152 * g + .0722 * b; };
        const ratio = (one, two) => { const [a, b] = [light(one), light(two)].sort((x, y) => y - x);
            return (a + .05) / (b + .05); };
        const paper = (element) => { for (let one = element; one; one = one.parentElement) {
            const colour = getComputedStyle(one).backgroundColor; if (rgba(colour)[3] > 200) return colour; }
            return "white"; };
        return all("input:not([type=hidden], [type=search]), select, textarea").filter(seen).filter((field) => {
            const style = getComputedStyle(field), box = field.getBoundingClientRect();
            if (box.width < 3 || style.appearance === "auto") return false;
            const ground = paper(field.parentElement);
            const border = parseFloat(style.borderBottomWidth) > 0 ? ratio(style.borderBottomColor, ground) : 1;
            return Math.max(border, ratio(style.backgroundColor, ground)) < 3;
        }).map(say);""",
    )


@check("3.1")
def states_are_said_in_words_too(page: Page) -> list[str]:
    """A current entry, a wrong field, a state: each has an attribute or words, never only a colour."""
    return faults(
        page,
        """const badges = all("[data-state], [data-invalid], [data-level]").filter((element) => seen(element)
            && !text(element) && !spoken(element));
        const bare = (style) => style.textDecorationLine === "none" && parseFloat(style.borderBottomWidth) === 0;
        const links = all("main p a[href], main li a[href]").filter((link) => seen(link) && link.closest("p, .prose li")
            && text(link.closest("p, li")) !== text(link) && bare(getComputedStyle(link))
            && !link.matches("[class*=button]"));
        return [...badges, ...links].map(say);""",
    )


@check("10.6")
def links_in_a_text_are_underlined(page: Page) -> list[str]:
    return faults(
        page,
        """return all(".prose a[href]").filter((link) => seen(link)
            && getComputedStyle(link).textDecorationLine === "none"
            && parseFloat(getComputedStyle(link).borderBottomWidth) === 0).map(say);""",
    )


@check("13.9")
def the_page_serves_in_both_orientations(page: Page) -> list[str]:
    """Nothing of the content goes when a telephone is turned on its side."""
    before = page.viewport_size
    texts = []
    for width, height in ((390, 780), (780, 390)):
        page.set_viewport_size({"width": width, "height": height})
        texts.append(page.evaluate("document.querySelector('main').innerText.replace(/\\s+/g, '').length"))
    page.set_viewport_size(before)
    return [] if texts[0] == texts[1] else [f"{texts[0]} letters upright, {texts[1]} on the side"]
