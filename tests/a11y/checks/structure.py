"""Document, language, headings, landmarks, lists, pictures, links, tables, files."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from playwright.sync_api import Page

from . import check, faults

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
END_MAY_MISS = {"li", "dt", "dd", "p", "option", "thead", "tbody", "tfoot", "tr", "td", "th"}
VAGUE = ["cliquez ici", "ici", "en savoir plus", "lire la suite", "lire plus", "voir plus", "plus", "lien",
         "click here", "here", "read more", "more", "learn more", "link"]  # fmt: skip

POINTING = (
    "ci-contre|colonne de (gauche|droite)|à (gauche|droite) de l’écran"
    "|(bouton|lien|texte|case) (rouge|vert|bleu|rond|carré)|(red|green|round|right-hand) (button|link|column)"
)


@check("8.1")
def the_document_type_is_said(page: Page) -> list[str]:
    return faults(page, 'return document.doctype?.name === "html" ? [] : ["no <!doctype html>"];')


class _Reader(HTMLParser):
    """Follows the tags of a source and notes what does not close, repeats an attribute or stands where it may not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.found.append(f"<{tag}> repeats an attribute: {self.get_starttag_text()[:100]}")
        if tag in ("a", "button", "form", "label") and tag in self.open:
            self.found.append(f"<{tag}> inside <{tag}>")
        if tag in VOID or self.get_starttag_text().endswith("/>"):
            return
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            self.found.append(f"</{tag}> closes an element that has no end")
            return
        while self.open and self.open[-1] != tag and self.open[-1] in END_MAY_MISS:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.found.append(f"</{tag}> at line {self.getpos()[0]} closes nothing that is open")


def source_faults(html: str) -> list[str]:
    """What is wrong with the tags of a source."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    left = [tag for tag in reader.open if tag not in END_MAY_MISS]
    return reader.found + [f"<{tag}> is never closed" for tag in left]


@check("8.2")
def tags_open_and_close_in_order_and_ids_are_unique(page: Page) -> list[str]:
    """The source as sent, for pages that can be asked for again; then the ids of the document."""
    found = []
    if re.match(r"/(en/)?repondre/", urlsplit(page.url).path) is None:
        found = source_faults(page.request.get(page.url).text())
    return found + faults(
        page,
        """const ids = all("[id]").map((element) => element.id);
        return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => `id ${id} twice`);""",
    )


@check("8.3", "8.4")
def the_language_of_the_page_is_said_and_is_the_one_of_its_address(page: Page) -> list[str]:
    expected = "en" if urlsplit(page.url).path.startswith("/en/") else "fr"
    return faults(
        page,
        'const said = document.documentElement.lang; return said === given ? [] : [`lang is "${said}", not ${given}`];',
        expected,
    )


@check("8.7", "8.8")
def words_in_another_language_say_which(page: Page) -> list[str]:
    """Every `lang` is a language; what leads to another language is written in it and says so."""
    return faults(
        page,
        r"""const page = document.documentElement.lang;
        const wrong = all("[lang], [hreflang]").filter((element) =>
            [element.lang, element.hreflang].some((code) => code && !/^[a-z]{2}(-[A-Za-z]+)?$/.test(code))).map(say);
        const switches = all("a, button").filter((element) => /^(English|Français)/.test(text(element))
            && !element.closest("[lang]:not(html)")
            && text(element).startsWith("English") === (page === "fr"));
        return [...wrong, ...switches.map((element) => `no lang on ${say(element)}`)];""",
    )


@check("8.5")
def the_page_has_a_title(page: Page) -> list[str]:
    title = page.title()
    return [] if len(title) > 12 and " – " in title else [f"title: {title!r}"]


@check("8.9", "10.1")
def the_source_holds_no_presentation(page: Page) -> list[str]:
    return faults(
        page,
        """const wrong = all("body center, body font, body big, body tt, body marquee, body blink, body strike, "
            + "body [align], body [bgcolor], body table[border], body [style]")
            .filter((element) => !element.closest(".wagtail-userbar, wagtail-userbar"));
        const empty = all("main p, main h2, main h3, main li").filter((element) => seen(element)
            && !text(element) && !element.querySelector("img, svg, input, video, iframe"));
        return [...wrong, ...empty].map(say);""",
    )


@check("8.10")
def the_direction_of_reading_is_said_where_it_changes(page: Page) -> list[str]:
    """Text in Arabic or Hebrew letters stands in an element that says right-to-left, or lets its text decide."""
    return faults(
        page,
        r"""return all("body *").filter((element) => [...element.childNodes].some((node) => node.nodeType === 3
            && /[\u0590-\u08ff]/.test(node.data)) && !element.closest("[dir]")).map(say);""",
    )


@check("9.1")
def headings_go_down_step_by_step(page: Page) -> list[str]:
    return faults(
        page,
        """const headings = all("h1, h2, h3, h4, h5, h6").filter(seen);
        const found = headings.filter((heading) => !text(heading)).map((heading) => `empty: ${say(heading)}`);
        const first = headings.filter((heading) => heading.matches("h1")).length;
        if (first !== 1) found.push(`${first} first headings`);
        // The summary of errors may stand before the first heading.
        let before = 1;
        for (const heading of headings.filter((one) => one.closest("main"))) {
            const level = Number(heading.tagName[1]);
            if (level > before + 1) found.push(`from ${before} to ${say(heading)}`);
            before = level;
        }
        return found;""",
    )


@check("9.2", "12.6")
def the_regions_of_the_page_are_marked(page: Page) -> list[str]:
    """One header, one main, one footer, every navigation named; nothing readable outside them."""
    return faults(
        page,
        """const found = [];
        for (const selector of ["body > header", "main", "body > footer"]) {
            if (all(selector).length !== 1) found.push(`${all(selector).length} of ${selector}`);
        }
        for (const element of all("nav, section, [role=region], [role=search]").filter(seen)) {
            if (element.matches("nav, [role=region]") && !(labelled(element) || element.getAttribute("aria-label"))) {
                found.push(`no name: ${say(element)}`);
            }
        }
        const names = all("nav").filter(seen).map((element) => labelled(element) || element.getAttribute("aria-label"));
        for (const name of names.filter((one, place) => names.indexOf(one) !== place)) found.push(`two named ${name}`);
        for (const element of document.body.children) {
            const marked = element.matches("header, main, footer, script, .skip, aside, [role=region], svg, template, "
                + "wagtail-userbar, dialog");
            if (!marked && seen(element) && text(element)) found.push(`outside: ${say(element)}`);
        }
        return found;""",
    )


@check("9.3")
def lists_are_lists(page: Page) -> list[str]:
    return faults(
        page,
        """const wrong = [...all("li").filter((item) => !item.parentElement.matches("ul, ol, menu")),
            ...all("dt, dd").filter((item) => !item.closest("dl")),
            ...all("ul, ol").filter((list) => [...list.children].some((one) => !one.matches("li, script, template")))];
        const typed = all("main p").filter((element) => /^\\s*(-|•|\\*|\\d+\\.)\\s/.test(element.textContent)
            && /^\\s*(-|•|\\*|\\d+\\.)\\s/.test(element.nextElementSibling?.textContent ?? ""));
        return [...wrong, ...typed].map(say);""",
    )


@check("1.1", "1.2")
def pictures_have_an_alternative_or_are_silent(page: Page) -> list[str]:
    return faults(
        page,
        """const images = all("img, input[type=image], area").filter((image) => !image.hasAttribute("alt"));
        const drawings = all("svg").filter((svg) => seen(svg) && !svg.closest("[aria-hidden=true]")
            && !(svg.getAttribute("role") === "img" && (svg.getAttribute("aria-label") || labelled(svg)
                || svg.querySelector("title"))));
        const files = all("img[alt]").filter((image) => /\\.(jpe?g|png|webp|avif|svg)$/i.test(image.alt.trim()));
        return [...images, ...drawings, ...files].map(say);""",
    )


@check("1.9")
def captions_of_pictures_stand_in_their_figure(page: Page) -> list[str]:
    return faults(
        page,
        """return all("figcaption").filter((caption) => !caption.parentElement.matches("figure")).map(say);""",
    )


@check("2.1")
def frames_have_a_title(page: Page) -> list[str]:
    return faults(
        page, """return all("iframe, frame").filter((frame) => seen(frame) && !frame.title.trim()).map(say);"""
    )


@check("6.1", "6.2")
def links_say_where_they_lead(page: Page) -> list[str]:
    """Every link has words; none says « cliquez ici »; the same words do not lead to two places in the content."""
    return faults(
        page,
        """const links = all("a[href]").filter(seen);
        const found = links.filter((link) => !spoken(link).trim()).map((link) => `no words: ${say(link)}`);
        const plain = (link) => spoken(link).replace(/\\s+/g, " ").trim().toLowerCase();
        found.push(...links.filter((link) => given.includes(plain(link).replace(/[\\s.…:!]+$/, "")))
            .map((link) => `vague: ${say(link)}`));
        const places = new Map();
        for (const link of links.filter((one) => one.closest("main"))) {
            const before = places.get(plain(link));
            if (before && before.href !== link.href) found.push(`same words, other place: ${say(link)}`);
            places.set(plain(link), link);
        }
        found.push(...links.filter((link) => link.hasAttribute("aria-label")
            && !link.getAttribute("aria-label").toLowerCase().includes(text(link).toLowerCase())).map(say));
        return found;""",
        VAGUE,
    )


@check("5.4", "5.6", "5.7")
def tables_of_figures_have_a_title_and_headers(page: Page) -> list[str]:
    return faults(
        page,
        """const tables = all("table").filter((table) => table.getAttribute("role") !== "presentation");
        return tables.flatMap((table) => [
            ...(text(table.querySelector("caption")) || labelled(table) ? [] : [`no title: ${say(table)}`]),
            ...(table.querySelector("th") ? [] : [`no header: ${say(table)}`]),
            ...[...table.querySelectorAll("th:not([scope])")].map((cell) => `no scope: ${say(cell)}`),
        ]);""",
    )


@check("5.3", "5.8")
def no_table_serves_the_layout(page: Page) -> list[str]:
    return faults(page, """return all("table[role=presentation], table[role=none]").map(say);""")


@check("13.3")
def files_say_their_format_and_size(page: Page) -> list[str]:
    return faults(
        page,
        """return all("a[href*='/documents/'], a[download]").filter((link) => seen(link)
            && !(/\\b(PDF|ODT|ODS|CSV|DOCX?|XLSX?|JSON|ZIP|ICS)\\b/i.test(text(link))
                && /\\d\\s*(octets|[km]i?[ob]|bytes)/i.test(text(link)))).map(say);""",
    )


@check("9.4")
def quotations_stand_in_their_element(page: Page) -> list[str]:
    return faults(
        page,
        """return all(".quote, figure[class*=quote]").filter((quote) => seen(quote)
            && !quote.matches("blockquote") && !quote.querySelector("blockquote, q")).map(say);""",
    )


@check("10.9")
def no_words_point_by_place_shape_or_colour(page: Page) -> list[str]:
    """Nothing says « ci-contre », « à droite » or « le bouton rouge » for all direction."""
    return faults(
        page,
        """return all("main :is(p, li, label, legend, h2, h3, .hint)").filter((element) => seen(element)
            && new RegExp(given, "i").test(text(element))).map(say);""",
        POINTING,
    )
