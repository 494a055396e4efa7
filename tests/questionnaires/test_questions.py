"""What each kind of question takes, refuses, stores and counts."""

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from participation.questionnaires.questions import (
    KINDS,
    Choice,
    LongText,
    MultipleChoice,
    NumberQuestion,
    ScaleQuestion,
    ShortText,
    SingleChoice,
    Value,
)

OPTIONS = (
    Choice("market", "Le marché"),
    Choice("games", "Les jeux"),
    Choice("rest", "Le repos"),
    Choice("none", "Rien", is_exclusive=True),
)


def posted(**fields) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, values in fields.items():
        query.setlist(name.replace("__", "-"), values if isinstance(values, list) else [values])
    return query


def multiple(**settings) -> MultipleChoice:
    return MultipleChoice(key="why", text="Pourquoi venez-vous ?", choices=OPTIONS, **settings)


def test_a_required_question_left_blank_says_so():
    for kind in KINDS.values():
        extra = {"choices": OPTIONS} if "choices" in kind.__dataclass_fields__ else {}
        assert kind(key="q", text="?", required=True, **extra).problem(Value())


def test_an_optional_question_may_be_left_blank():
    for kind in KINDS.values():
        extra = {"choices": OPTIONS} if "choices" in kind.__dataclass_fields__ else {}
        assert kind(key="q", text="?", **extra).problem(Value()) == ""


def test_an_option_nobody_offered_is_refused():
    question = SingleChoice(key="link", text="Votre lien ?", choices=OPTIONS)
    assert question.problem(question.read(posted(q__link="palace")))


def test_too_many_ticks_are_refused_and_kept():
    question = multiple(maximum=2)
    value = question.read(posted(q__why=["market", "games", "rest"]))
    assert "2" in question.problem(value)
    assert value.choices == ("market", "games", "rest")


def test_an_option_that_stands_alone_cannot_go_with_others():
    question = multiple(minimum=2)
    assert question.problem(question.read(posted(q__why=["none", "rest"])))
    assert question.problem(question.read(posted(q__why=["none"]))) == ""


def test_ticks_are_stored_once_each_in_the_order_offered():
    question = multiple()
    value = question.read(posted(q__why=["rest", "market", "rest"]))
    assert [row.choice for row in question.rows(value)] == ["market", "rest"]


def test_words_under_other_need_the_tick():
    question = multiple(allow_other=True)
    typed = {"q__why": ["rest"], "q__why__other": "La fontaine"}
    assert question.problem(question.read(posted(**typed)))
    typed["q__why"] = ["rest", "other"]
    value = question.read(posted(**typed))
    assert question.problem(value) == ""
    assert [(row.choice, row.text) for row in question.rows(value)] == [("rest", ""), ("other", "La fontaine")]


def test_a_scale_takes_its_steps_and_no_opinion_only():
    question = ScaleQuestion(key="safe", text="En sécurité ?", steps=5)
    for step in ("1", "5", "no_opinion"):
        assert question.problem(question.read(posted(q__safe=step))) == ""
    for step in ("0", "6", "oui"):
        assert question.problem(question.read(posted(q__safe=step)))
    strict = ScaleQuestion(key="safe", text="En sécurité ?", offers_no_opinion=False)
    assert strict.problem(strict.read(posted(q__safe="no_opinion")))


def test_a_long_text_over_the_limit_is_kept_whole():
    question = LongText(key="say", text="Dites-nous", max_length=100)
    value = question.read(posted(q__say="é" * 130))
    assert "30" in question.problem(value)
    assert len(value.text) == 130


def test_a_line_break_counts_as_one_character():
    question = LongText(key="say", text="Dites-nous", max_length=3)
    assert question.problem(question.read(posted(q__say="a\r\nb"))) == ""


def test_a_short_text_stays_on_one_line():
    question = ShortText(key="word", text="Un mot ?")
    assert question.read(posted(q__word="calme\nvert")).text == "calme vert"


@pytest.mark.parametrize("typed", ["12", "12,0", " 12 ", "+12", "1 2", "12.00"])
def test_numbers_are_read_as_people_write_them(typed):
    question = NumberQuestion(key="trees", text="Combien ?", maximum="60")
    value = question.read(posted(q__trees=typed))
    assert question.problem(value) == ""
    assert question.rows(value)[0].number == Decimal(12)


@pytest.mark.parametrize("typed", ["douze", "1e5", "NaN", "Infinity", "--3", "1.2.3", "61", "-1", "2,5", "٣", "9" * 40])
def test_what_is_not_a_number_within_bounds_is_refused_and_kept(typed):
    question = NumberQuestion(key="trees", text="Combien ?", maximum="60")
    value = question.read(posted(q__trees=typed))
    assert question.problem(value)
    assert value.number == typed[:40]


@given(st.decimals(min_value=0, max_value=60, places=2, allow_nan=False))
def test_every_number_within_bounds_falls_in_a_class_that_holds_it(number):
    question = NumberQuestion(key="trees", text="Combien ?", maximum="60", decimals=2)
    rows = question.rows(Value(number=str(number)))
    middle = Decimal(question.buckets(rows)[0].removeprefix("~"))
    assert abs(number - middle) <= question.class_width / 2


@given(st.text(max_size=300))
def test_no_typed_text_breaks_a_question_and_stored_values_come_back(typed):
    for question in (
        ShortText(key="q", text="?", max_length=300),
        LongText(key="q", text="?"),
        NumberQuestion(key="q", text="?"),
    ):
        value = question.read(posted(q__q=typed))
        assert Value.from_json(value.to_json()) == value
        if not value.is_blank and not question.problem(value):
            again = question.value_of(question.rows(value))
            assert question.rows(again) == question.rows(value)


@given(
    st.lists(st.sampled_from(["market", "games", "rest", "none", "other", "palace"]), max_size=8), st.text(max_size=30)
)
def test_any_mix_of_ticks_is_either_refused_with_a_sentence_or_stored_once_each(ticked, other):
    question = multiple(allow_other=True, maximum=3)
    value = question.read(posted(q__why=ticked, q__why__other=other))
    if value.is_blank or question.problem(value):
        return
    rows = question.rows(value)
    assert len({row.choice for row in rows}) == len(rows)
    assert set(question.buckets(rows)) == set(ticked)
