"""Sending twice, going back, changing language: one record, one receipt, nothing lost."""

from participation.questionnaires.models import Response
from tests.website import english

from .square import fill_to_the_overview, make_square, the_only_answer

SEND = "[name=go][value=send]"
# The second press leaves in the same instant, before the first one's answer can replace the page.
PRESS_TWICE = "button => { button.click(); button.click(); }"


def test_a_double_click_on_send_gives_one_record(phone):
    page = make_square()
    fill_to_the_overview(phone, page)
    phone.locator(SEND).evaluate(PRESS_TWICE)
    phone.wait_for_url("**/recu/")
    assert phone.locator("[data-receipt]").is_visible()
    assert the_only_answer(page)["trees"] == [12]


def test_two_tabs_that_send_the_same_answers_get_the_same_receipt(phone):
    page = make_square()
    fill_to_the_overview(phone, page)
    second = phone.context.new_page()
    second.goto(phone.url)
    for tab in (phone, second):
        tab.click(SEND)
    receipts = {tab.locator("[data-receipt]").inner_text() for tab in (phone, second)}
    assert len(receipts) == 1
    assert Response.objects.count() == 1


def test_going_back_after_sending_leads_to_the_receipt_again(phone):
    page = make_square()
    fill_to_the_overview(phone, page)
    phone.click(SEND)
    receipt = phone.locator("[data-receipt]").inner_text()
    phone.go_back()
    if phone.locator(SEND).count():
        phone.click(SEND)
    assert phone.locator("[data-receipt]").inner_text() == receipt
    assert Response.objects.count() == 1


def test_changing_language_in_mid_form_keeps_what_is_typed(visitor):
    page = make_square()
    in_english(page)
    visitor.goto(page.url)
    visitor.check("[name=q-link][value=passant]")
    visitor.click("[name=go][value=next]")
    visitor.fill("[name=q-trees]", "25")
    visitor.click("main [name=language][value=en]")
    assert "/en/" in visitor.url
    assert visitor.get_attribute("html", "lang") == "en"
    assert visitor.locator("[data-question=trees] .question__title").inner_text() == "How many more trees?"
    assert visitor.input_value("[name=q-trees]") == "25"
    visitor.click("[name=go][value=next]")
    visitor.fill("[name=q-ideas]", "Shade")
    visitor.click("[name=go][value=next]")
    visitor.click(SEND)
    assert visitor.locator("[data-receipt]").is_visible()
    stored = the_only_answer(page)
    assert (stored["link"], stored["trees"], stored["ideas"]) == (["passant"], [25], ["Shade"])
    assert Response.objects.get().language == "en"


def test_changing_language_on_the_first_screen_keeps_what_is_typed(phone):
    page = make_square()
    in_english(page)
    phone.goto(page.url)
    phone.check("[name=q-link][value=passant]")
    phone.click("main [name=language][value=en]")
    assert "/en/" in phone.url
    assert phone.is_checked("[name=q-link][value=passant]")


def in_english(page):
    """The English page of the same ballot box, one question translated."""
    make_parents_english(page)
    twin = page.copy_for_translation(english(page.get_site().root_page).locale)
    twin.title = "Imagine the square"
    for block in twin.body:
        if block.block_type == "number" and block.value["key"] == "trees":
            block.value["text"] = "How many more trees?"
    twin.save_revision().publish()
    return twin


def make_parents_english(page):
    locale = english(page.get_site().root_page).locale
    for parent in page.get_ancestors().filter(depth__gt=2).specific():
        if not parent.has_translation(locale):
            parent.copy_for_translation(locale).save_revision().publish()
