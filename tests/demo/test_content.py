"""The demonstration content is sound French, complete in English where promised; drawn answers hang together."""

from collections import Counter
from datetime import date
from random import Random

import pytest

from demo.content.announced_consultation import CONSULTATION as ANNOUNCED
from demo.content.checks import problems
from demo.content.hours_consultation import CONSULTATION as CLOSED
from demo.content.hours_consultation import RESPONDENTS, WRITTEN_ANSWERS, draw_answer, draw_answers
from demo.content.hours_consultation.questions import CURRENT_HOURS, HOURS, SITUATIONS
from demo.content.name_consultation import CONSULTATION as NAME
from demo.content.square_consultation import CONSULTATION as OPEN
from demo.content.wording import rich, typeset

TODAY = date(2026, 11, 23)


def test_the_content_has_no_fault():
    assert problems() == []


@pytest.mark.parametrize(
    ("consultation", "has_opened", "has_closed"),
    [(OPEN, True, False), (NAME, True, False), (CLOSED, True, True), (ANNOUNCED, False, False)],
)
def test_each_consultation_is_in_the_state_it_shows(consultation, has_opened, has_closed):
    window = consultation.window(TODAY)
    assert (window.opens_at.date() <= TODAY, window.closes_at.date() <= TODAY) == (has_opened, has_closed)


def test_the_open_consultation_asks_every_kind_of_question():
    kinds = {question.kind for question in OPEN.questions}
    assert kinds == {"single_choice", "multiple_choice", "scale", "short_text", "long_text", "number"}


@pytest.mark.parametrize("seed", range(50))
def test_a_drawn_answer_could_have_been_sent(seed):
    answer = draw_answer(Random(seed))
    for question in CLOSED.questions:
        value = answer.get(question.key)
        if question.required:
            assert value is not None
        if question.kind == "single_choice":
            assert value in question.choices
        elif question.kind == "multiple_choice" and value is not None:
            typed = 1 if f"{question.key}.other" in answer else 0
            assert set(value) <= set(question.choices)
            assert (question.minimum_choices or 0) <= len(value) + typed <= (question.maximum_choices or 99)
            assert question.exclusive not in value or len(value) == 1
        elif question.kind == "number" and value is not None:
            assert question.minimum <= value <= question.maximum


def test_students_ask_for_evenings_and_retired_people_keep_their_hours():
    answers = draw_answers(Random(63), 2000)

    def share(situation: str, hours: str) -> float:
        theirs = [answer for answer in answers if answer["situation"] == situation]
        return sum(hours in answer["best_hours"] for answer in theirs) / len(theirs)

    student, retired = SITUATIONS[2], SITUATIONS[5]
    assert share(student, HOURS[3]) > 0.4
    assert share(retired, CURRENT_HOURS) > 0.4
    assert share(student, CURRENT_HOURS) < 0.15


def test_each_written_sentence_is_used_once():
    written = Counter(answer["first_change"] for answer in draw_answers(Random(63)) if "first_change" in answer)
    assert set(written.values()) == {1}
    assert len(draw_answers(Random(63))) == RESPONDENTS
    assert sum(bool(each.hidden_because) for each in WRITTEN_ANSWERS) == 2


def test_typography_is_set_once_and_for_all():
    text = typeset("Combien : 12 000 € ? « Oui », le 7 mai à 23 h 59 !")
    assert (
        text == "Combien\u00a0: 12\u202f000\u00a0€\u202f? «\u00a0Oui\u00a0», le 7\u00a0mai à 23\u00a0h\u00a059\u202f!"
    )
    assert typeset(text) == text


def test_rich_text_escapes_what_is_not_mark_up():
    assert rich("a < b **c**") == "<p>a &lt; b <b>c</b></p>"
