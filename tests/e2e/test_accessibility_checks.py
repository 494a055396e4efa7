"""Each check of `make a11y` sees the fault it is for, and is silent on a sound page."""

import re
from urllib.parse import urlsplit

import pytest

from tests.a11y.checks import CHECKS
from tests.a11y.checks.structure import source_faults
from tests.a11y.conditions import (
    CONDITIONS,
    movement_stops_for_who_asked,
    nothing_is_lost_when_zoomed_in,
    shown,
    words_show_in_forced_colours,
)
from tests.a11y.looking import Record, run_axe
from tests.a11y.site_wide import the_map_leads_to_every_page

from .square import make_square

SOUND = """<!doctype html><html lang="fr"><head><title>Une page – Clermont participe</title><style>
body { background: white; color: black; font-size: 1rem } a:focus-visible, input:focus-visible, button:focus-visible,
select:focus-visible { outline: 3px solid blue } .skip { position: absolute; left: -999px } .skip:focus { left: 0 }
button { font: inherit }
input { appearance: none; border: 1px solid #333; background: white }
</style></head><body><a class="skip" href="#contenu">Aller au contenu</a><header>
<nav aria-label="Menu"><ul><li><a href="#aide">Aide</a></li></ul></nav></header>
<main id="contenu">%s</main><footer>Ville</footer></body></html>"""
WELL = """<h1>Une page</h1><p>Des mots.</p><form><label for="n">Nom (obligatoire)</label>
<input id="n" required><button>Envoyer ma réponse</button></form>"""
# What is wrong in the content → the checks that must see it.
FAULTS = {
    '<h1>A</h1><h3>B</h3>': "headings_go_down_step_by_step",
    '<h1>A</h1><nav><a href="#x">X</a></nav>': "the_regions_of_the_page_are_marked",
    "<h1>A</h1><p>- un</p><p>- deux</p>": "lists_are_lists",
    '<h1>A</h1><img src="x.png">': "pictures_have_an_alternative_or_are_silent",
    '<h1>A</h1><svg width="9" height="9"></svg>': "pictures_have_an_alternative_or_are_silent",
    "<h1>A</h1><figcaption>Une place</figcaption>": "captions_of_pictures_stand_in_their_figure",
    '<h1>A</h1><iframe src="about:blank"></iframe>': "frames_have_a_title",
    '<h1>A</h1><a href="#a">En savoir plus</a>': "links_say_where_they_lead",
    '<h1>A</h1><a href="#a">Le plan</a> <a href="#b">Le plan</a>': "links_say_where_they_lead",
    "<h1>A</h1><table><tr><td>1</td></tr></table>": "tables_of_figures_have_a_title_and_headers",
    '<h1>A</h1><table role="presentation"><tr><td>1</td></tr></table>': "no_table_serves_the_layout",
    '<h1>A</h1><a href="/documents/1/plan">Le plan</a>': "files_say_their_format_and_size",
    '<h1>A</h1><p align="center">B</p>': "the_source_holds_no_presentation",
    '<h1>A</h1><p lang="french">B</p>': "words_in_another_language_say_which",
    "<h1>A</h1><p>\u0627\u0644\u0645\u062f\u064a\u0646\u0629</p>": "the_direction_of_reading_is_said_where_it_changes",
    '<h1>A</h1><div class="quote">Bravo</div>': "quotations_stand_in_their_element",
    "<h1>A</h1><p>Pressez le bouton rouge.</p>": "no_words_point_by_place_shape_or_colour",
    '<h1>A</h1><input placeholder="Nom">': "every_field_has_a_label_of_its_own",
    '<h1>A</h1><label for="n">Nom</label><div style="height:300px"></div><input id="n">':
        "labels_stand_beside_their_field",
    '<h1>A</h1><label><input type="radio" name="r">a</label><label><input type="radio" name="r">b</label>':
        "choices_of_one_question_are_grouped_under_its_words",
    '<h1>A</h1><select aria-label="Lieu"><optgroup label=" "><option>a</option></optgroup></select>':
        "long_lists_of_choices_have_no_bare_groups",
    "<h1>A</h1><button>OK</button>": "buttons_say_what_they_do",
    '<h1>A</h1><label for="n">Nom</label><input id="n" aria-invalid="true">':
        "errors_are_tied_to_their_field_and_listed_on_top",
    '<h1>A</h1><label for="n">Nom</label><input id="n" required>': "what_must_be_filled_says_so_in_words",
    '<h1>A</h1><label for="m">Courriel</label><input id="m" type="email">': "personal_fields_can_fill_themselves",
    '<h1>A</h1><select aria-label="Lieu" onchange="location.hash = 1"><option>a<option>b</select>':
        "choosing_changes_nothing_before_a_button_is_pressed",
    '<h1>A</h1><img alt="captcha" src="captcha.png">': "no_picture_has_to_be_read_to_go_on",
    "<h1>A</h1><video autoplay></video>": "nothing_starts_or_moves_by_itself",
    '<h1>A</h1><style>@keyframes f { to { opacity: 0 } } h1 { animation: f .1s infinite }</style>': "nothing_flashes",
    '<h1>A</h1><meta http-equiv="refresh" content="600">': "no_page_leaves_or_reloads_by_itself",
    '<h1>A</h1><a href="#a" target="_blank">Le plan</a>': "no_window_opens_unasked_and_those_that_open_are_announced",
    '<h1>A</h1><a href="#a" accesskey="p">Le plan</a>': "no_shortcut_of_one_key",
    "<h1>A</h1><style>h1::after { content: 'Nouveau' }</style>": "style_sheets_write_no_words",
    "<h1>A</h1><style>html, body { background: none }</style>": "the_page_sets_both_its_ink_and_its_paper",
    "<h1>A</h1><p class=b>B</p><style>.b { display: none } h1:hover + .b { display: block }</style>":
        "hovering_uncovers_nothing",
    '<h1>A</h1><div aria-hidden="true"><a href="#a">Le plan</a></div>': "what_is_silent_cannot_be_reached",
    '<h1>A</h1><label for="n">Nom</label><input id="n" style="border-color: #ddd">':
        "borders_of_fields_and_buttons_stand_out",
    '<h1>A</h1><span data-state="open" style="display:block;height:9px"></span>': "states_are_said_in_words_too",
    '<h1>A</h1><div class="prose"><p>Voir <a href="#a" style="text-decoration:none">le plan</a>.</p></div>':
        "links_in_a_text_are_underlined",
    "<h1>A</h1><style>@media (orientation: landscape) { h1 { display: none } }</style>":
        "the_page_serves_in_both_orientations",
    '<h1>A</h1><p style="font-size: 14px">B</p>': "text_twice_as_large_loses_nothing",
    '<h1>A</h1><p style="height: 1.1em; line-height: 1; overflow: hidden">Une phrase</p>':
        "wider_spacing_loses_nothing",
    '<h1>A</h1><a href="#a" style="outline: none">Le plan</a>':
        "tab_reaches_everything_in_order_seen_and_never_trapped",
    '<h1>A</h1><a href="#a" onkeydown="event.preventDefault()">Le plan</a><a href="#b">La place</a>':
        "tab_reaches_everything_in_order_seen_and_never_trapped",
    '<h1>A</h1><script src="/essai.js"></script>': "pressing_down_dragging_and_shaking_do_nothing",
    '<h1>A</h1><a href="#a" tabindex="3">Le plan</a>': "no_order_of_its_own",
}  # fmt: skip
OF_THE_DOCUMENT = {
    "the_document_type_is_said": SOUND.replace("<!doctype html>", ""),
    "the_language_of_the_page_is_said_and_is_the_one_of_its_address": SOUND.replace('lang="fr"', ""),
    "the_page_has_a_title": SOUND.replace("Une page – Clermont participe", ""),
    "the_first_stop_skips_to_the_content": SOUND.replace('class="skip" href="#contenu"', 'href="#ailleurs"'),
    "tags_open_and_close_in_order_and_ids_are_unique": SOUND.replace("<main", '<p id="contenu"></p><main'),
}
SCRIPT = "addEventListener('pointerdown', () => {})"


def show(page, content: str, document: str = SOUND) -> None:
    """The content in a page of the test's own address, so that what is asked again comes back the same."""
    html = document.replace("%s", content)
    page.unroute("**/essai/")
    page.route("**/essai.js", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript"))
    page.route("**/essai/", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto("/essai/")


def look(page, name: str) -> list[str]:
    return CHECKS[name].look(page)


@pytest.fixture
def sheet(desk):
    """A wide page to write on."""
    return desk


def test_a_sound_page_has_no_fault(sheet, monkeypatch):
    show(sheet, WELL)
    monkeypatch.setattr("tests.a11y.checks.structure.source_faults", lambda html: [])
    found = {name: faults for name in CHECKS if (faults := look(sheet, name))}
    assert found == {}


def test_each_fault_is_seen_by_its_check(sheet, monkeypatch):
    monkeypatch.setattr("tests.a11y.checks.structure.source_faults", lambda html: [])
    missed = []
    for content, name in FAULTS.items():
        show(sheet, content)
        missed += [] if look(sheet, name) else [f"{name}: {content}"]
    for name, document in OF_THE_DOCUMENT.items():
        show(sheet, WELL, document)
        missed += [] if look(sheet, name) else [name]
    assert missed == []
    assert set(CHECKS) == {*FAULTS.values(), *OF_THE_DOCUMENT}


def test_a_page_too_wide_for_a_telephone_and_a_grave_fault_of_axe_are_seen(sheet):
    show(sheet, '<h1>A</h1><div style="width: 700px">Un long tableau</div><p style="color: #bbb">Pâle</p>')
    seen = {}
    record = Record()
    for condition in CONDITIONS:
        with shown(sheet, condition):
            seen[condition.name] = bool(nothing_is_lost_when_zoomed_in(sheet, condition))
            run_axe(sheet, "essai", condition, record)
    assert [name for name, is_wide in seen.items() if is_wide] == ["téléphone 360 px", "zoom 200 %", "zoom 400 %"]
    assert {one.condition for one in record.findings if one.rule == "axe:color-contrast"} >= {"ordinateur, clair"}
    assert sheet.viewport_size == {"width": 1280, "height": 900}


MOVING = "<style>@keyframes f { to { opacity: .5 } } h1 { animation: f 2s infinite }</style><h1>A</h1>"
STILL = MOVING + "<style>@media (prefers-reduced-motion: reduce) { h1 { animation: none } }</style>"
UNREADABLE = '<h1>A</h1><p style="color: Canvas">Une phrase</p>'


@pytest.mark.parametrize(
    ("check", "faulty", "sound", "under"),
    [
        (movement_stops_for_who_asked, MOVING, STILL, "mouvement réduit"),
        (words_show_in_forced_colours, UNREADABLE, "<h1>A</h1><p>Une phrase</p>", "couleurs forcées"),
    ],
    ids=["movement", "words"],
)
def test_what_one_way_of_showing_loses_is_seen_under_it_alone(sheet, check, faulty, sound, under):
    found = {}
    for content in (faulty, sound):
        show(sheet, content)
        for condition in CONDITIONS:
            with shown(sheet, condition):
                found[content, condition.name] = check(sheet, condition)
    looked_at = {place: faults for place, faults in found.items() if faults is not None}
    assert set(looked_at) == {(faulty, under), (sound, under)}
    assert looked_at[faulty, under]
    assert looked_at[sound, under] == []


def test_a_page_the_map_leaves_out_is_seen(sheet, client):
    page = make_square()
    paths = [urlsplit(address).path for address in re.findall("<loc>([^<]+)", client.get("/sitemap.xml").text)]

    def map_with(*linked: str) -> list[str]:
        links = "".join(f'<a href="{path}">Une page</a>' for path in linked)
        sheet.unroute("**/plan-du-site/")
        sheet.route(
            "**/plan-du-site/", lambda route: route.fulfill(body=f"<main>{links}</main>", content_type="text/html")
        )
        return the_map_leads_to_every_page(Record(), sheet)

    assert page.url in paths
    assert map_with(*paths) == []
    assert map_with(*(path for path in paths if path != page.url)) == [f"not on the map: {page.url}"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<p>un<div>deux</div></section>", "</section>"),
        ("<div><b>un</div>", "</div>"),
        ('<img src="a" src="b">', "repeats an attribute"),
        ("<a href='#'><a href='#'></a></a>", "<a> inside <a>"),
        ("<div>", "never closed"),
    ],
)
def test_a_source_that_is_not_sound_is_found(source, fault):
    assert any(fault in found for found in source_faults(source))


def test_a_sound_source_has_no_fault():
    assert source_faults(SOUND.replace("%s", WELL)) == []
