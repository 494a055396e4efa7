"""On paper: black on white whatever the screen shows, no menu, and addresses one can type."""

import pytest

from tests.website import add_article, add_section, make_website

INK = """() => {
    const style = element => getComputedStyle(document.querySelector(element));
    return { ground: style("body").backgroundColor, text: style("main p").color, title: style("h1").color };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_prints_black_on_white_without_menu_and_with_its_addresses(desk, db, scheme):
    section = add_section(make_website())
    text = '<p>Voir <a href="https://www.example.org/plan">le plan</a>.</p>'
    article = add_article(section, summary="Un résumé.", body=[("text", text)])
    desk.emulate_media(media="print", color_scheme=scheme)
    desk.goto(article.url)
    assert desk.evaluate(INK) == {"ground": "rgb(255, 255, 255)", "text": "rgb(0, 0, 0)", "title": "rgb(0, 0, 0)"}
    assert desk.locator("h1").is_visible()
    assert desk.locator("nav:visible").count() == 0
    assert desk.locator("input:visible").count() == 0
    printed = desk.locator("main a[href^=http]").evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://www.example.org/plan" in printed
