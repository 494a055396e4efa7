"""The demonstration content passes the editor's own checks."""

from datetime import date

import pytest

from demo import streams
from demo.content.announced_consultation import CONSULTATION as ANNOUNCED
from demo.content.direction import DIRECTION, HOME, NEWS, SERVICE_PAGES
from demo.content.hours_consultation import CONSULTATION as CLOSED
from demo.content.hours_consultation import REPLY
from demo.content.mechanisms import MECHANISMS
from demo.content.name_consultation import CONSULTATION as NAME
from demo.content.square_consultation import CONSULTATION as OPEN
from home.pages import HomePage
from participation.consultations.pages import ConsultationPage
from participation.editorial.blocks import EditorialStreamBlock
from participation.processes.pages import MechanismPage
from participation.questionnaires.body import QuestionnaireBody


def accept(block, raw):
    return block.clean(block.normalize(raw))


@pytest.mark.parametrize("consultation", [OPEN, CLOSED, ANNOUNCED, NAME], ids=lambda each: each.slug)
def test_a_body_is_one_an_editor_could_have_saved(consultation):
    raw = streams.body(consultation.body)
    saved = accept(QuestionnaireBody(), raw)
    assert [block.block_type for block in saved if "key" in getattr(block.value, "keys", list)()] == [
        question.kind for question in consultation.questions
    ]
    accept(ConsultationPage._meta.get_field("timeline").stream_block, streams.steps(consultation.timeline))


def test_the_reply_is_one_an_editor_could_have_saved():
    accept(ConsultationPage._meta.get_field("decisions").stream_block, streams.decisions(REPLY.decisions))
    accept(ConsultationPage._meta.get_field("next_steps").stream_block, streams.next_steps(REPLY.next_steps))


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda each: each.key)
def test_a_mechanism_is_one_an_editor_could_have_saved(mechanism):
    builders = {
        "rules": streams.rules,
        "editions": streams.editions,
        "timeline": streams.steps,
        "sources": streams.sources,
    }
    for name, build in builders.items():
        raw = build(getattr(mechanism, name))
        assert len(accept(MechanismPage._meta.get_field(name).stream_block, raw)) == len(raw)


@pytest.mark.parametrize("page", [*SERVICE_PAGES, *NEWS, DIRECTION], ids=lambda each: each.slug)
def test_a_page_is_one_an_editor_could_have_saved(page):
    assert len(accept(EditorialStreamBlock(), streams.body(page.body))) == len(page.body)


def test_the_home_figures_are_ones_an_editor_could_have_saved():
    accept(HomePage._meta.get_field("key_figures").stream_block, streams.key_figures(HOME.figures))


def test_days_are_spelled_in_french():
    assert streams.spelled(date(2026, 3, 1)) == "1er\u00a0mars 2026"
