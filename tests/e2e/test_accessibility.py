"""A sample of `make a11y` for every run of the tests: one journey, looked at by day, by night and at 400 % of zoom."""

import re

from tests.a11y.conditions import CONDITIONS, WIDE
from tests.a11y.looking import Record, look
from tests.a11y.tree import read

from .square import make_square

NEXT, SEND = "[name=go][value=next]", "[name=go][value=send]"
SAMPLE = tuple(one for one in CONDITIONS if one.name in ("ordinateur, clair", "sombre", "zoom 400 %"))


def test_an_answer_can_be_given_by_everybody(open_page):
    page, record = make_square(), Record()
    visitor = open_page(viewport=WIDE)
    visitor.goto("/")
    look(visitor, "home", record, conditions=SAMPLE)
    visitor.goto(page.url)
    visitor.click(NEXT)
    visitor.locator(".error-summary").wait_for()
    look(visitor, "errors", record, conditions=SAMPLE)
    assert re.search(r"\[alerte.*", read(visitor)), "the summary of errors is said to be an alert"
    visitor.check("[name=q-link][value=habitante]")
    visitor.click(NEXT)
    visitor.click(NEXT)
    visitor.click(NEXT)
    visitor.wait_for_url("**/verifier/**")
    look(visitor, "overview", record, conditions=SAMPLE)
    visitor.click(SEND)
    visitor.wait_for_url("**/recu/")
    look(visitor, "receipt", record, conditions=SAMPLE)
    said = read(visitor)
    assert "[titre (niveau 1" in said
    assert visitor.locator("[data-receipt]").inner_text().strip() not in said, "codes are not written down"
    grave = [f"{one.screen}, {one.condition}: {one.rule}: {one.what}" for one in record.findings if one.is_grave]
    assert grave == []
    assert len(record.screens) == 4
    assert set(record.played.values()) == {4}
