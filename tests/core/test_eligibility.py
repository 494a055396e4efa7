"""Who may take part, and what can be done about it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from participation.core.eligibility import (
    AgeFact,
    Eligibility,
    Facts,
    Level,
    Proof,
    Remedy,
    Tie,
    ages_in_words,
    obstacles,
    ties_in_words,
)

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ACCOUNT = Facts(has_account=True, is_email_confirmed=True)


def reached(years: int, on: date = TODAY) -> AgeFact:
    return AgeFact(years=years, on=on, has_reached=True)


def not_reached(years: int, on: date = TODAY) -> AgeFact:
    return AgeFact(years=years, on=on, has_reached=False)


def codes(rule: Eligibility, facts: Facts = ACCOUNT) -> list[str]:
    return [one.code for one in obstacles(rule=rule, facts=facts, now=NOW)]


def test_what_is_open_to_all_asks_nothing_of_anybody():
    assert codes(Eligibility(), Facts()) == []
    assert codes(Eligibility(level=Level.EMAIL), Facts()) == []


@pytest.mark.parametrize(
    ("level", "facts", "code", "remedy"),
    [
        (Level.ACCOUNT, Facts(), "sign_in", Remedy.SIGN_IN),
        (Level.TIE, Facts(), "sign_in", Remedy.SIGN_IN),
        (Level.FRANCECONNECT, Facts(), "franceconnect", Remedy.FRANCECONNECT),
        (Level.FRANCECONNECT, ACCOUNT, "franceconnect", Remedy.FRANCECONNECT),
        (Level.ACCOUNT, Facts(has_account=True, awaits_guardian=True), "guardian", Remedy.GUARDIAN),
    ],
)
def test_at_the_entrance_one_thing_is_said_at_a_time(level, facts, code, remedy):
    rule = Eligibility(level=level, minimum_age=16, areas=frozenset({"nord"}))
    (obstacle,) = obstacles(rule=rule, facts=facts, now=NOW)
    assert (obstacle.code, obstacle.remedy) == (code, remedy)


def test_an_account_is_enough_where_only_an_account_is_asked():
    assert codes(Eligibility(level=Level.ACCOUNT)) == []
    assert codes(Eligibility(level=Level.FRANCECONNECT), Facts(has_account=True, is_franceconnected=True)) == []


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ((), ["age_unknown"]),
        ((reached(16),), []),
        ((reached(18),), []),
        ((reached(16, date(2027, 1, 1)),), ["age_unknown"]),
        ((not_reached(16),), ["too_young"]),
        ((not_reached(15),), ["too_young"]),
        ((not_reached(18),), ["age_unknown"]),
        ((not_reached(16, date(2026, 11, 23)),), ["age_unknown"]),
    ],
)
def test_having_reached_sixteen_is_known_by_day_not_by_year(ages, expected):
    assert codes(Eligibility(minimum_age=16), Facts(ages=ages)) == expected


def test_an_age_is_counted_on_the_day_the_rules_name():
    rule = Eligibility(minimum_age=11, age_on=date(2027, 3, 1))
    assert codes(rule, Facts(ages=(reached(11, date(2027, 3, 1)),))) == []
    assert codes(rule, Facts(ages=(not_reached(11),))) == ["age_unknown"]


def test_an_upper_age_is_included_and_a_refusal_says_which_ages_are_meant():
    rule = Eligibility(minimum_age=9, maximum_age=11)
    assert codes(rule, Facts(ages=(reached(9), not_reached(12)))) == []
    with translation.override("en"):
        (too_old,) = obstacles(rule=rule, facts=Facts(ages=(reached(12),)), now=NOW)
        assert too_old.code == "too_old"
        assert too_old.remedy is None
        assert "from 9 to 11 years" in too_old.sentence


@given(born=st.dates(date(1930, 1, 1), TODAY), lowest=st.integers(0, 99), span=st.integers(0, 60))
def test_true_statements_about_any_birthday_give_the_true_answer(born, lowest, span):
    rule = Eligibility(minimum_age=lowest, maximum_age=lowest + span)
    age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    facts = Facts(ages=tuple(AgeFact(years=n, on=TODAY, has_reached=age >= n) for n in rule.thresholds))
    assert (codes(rule, facts) == []) == (lowest <= age <= lowest + span)


BY_LETTER = Eligibility(level=Level.TIE, ties=frozenset({Tie.LIVES}), proofs=frozenset({Proof.LETTER, Proof.COUNTER}))


@pytest.mark.parametrize(
    ("rule", "ties", "expected"),
    [
        (Eligibility(level=Level.TIE), {}, ["tie_unknown"]),
        (Eligibility(level=Level.TIE), {Tie.WORKS: frozenset({Proof.HONOUR})}, []),
        (Eligibility(level=Level.TIE), {tie: frozenset() for tie in Tie}, ["no_tie"]),
        (Eligibility(level=Level.TIE), {Tie.LIVES: frozenset()}, ["tie_unknown"]),
        (BY_LETTER, {Tie.WORKS: frozenset({Proof.LETTER})}, ["tie_unknown"]),
        (BY_LETTER, {Tie.LIVES: frozenset()}, ["no_tie"]),
        (BY_LETTER, {Tie.LIVES: frozenset({Proof.HONOUR})}, ["tie_unproved"]),
        (BY_LETTER, {Tie.LIVES: frozenset({Proof.HONOUR, Proof.COUNTER})}, []),
        (Eligibility(level=Level.TIE), {Tie.LIVES: frozenset({Proof.LETTER})}, []),
        (Eligibility(ties=frozenset({Tie.STUDIES})), {Tie.STUDIES: frozenset({Proof.HONOUR})}, []),
    ],
)
def test_a_tie_counts_when_it_is_the_right_one_established_the_right_way(rule, ties, expected):
    assert codes(rule, Facts(has_account=True, ties=ties)) == expected


def test_the_neighbourhood_is_asked_only_where_it_counts():
    rule = Eligibility(areas=frozenset({"nord", "sud"}))
    assert codes(rule, Facts()) == ["area_unknown"]
    assert codes(rule, Facts(area="sud")) == []
    assert codes(rule, Facts(area="centre")) == ["other_area"]
    assert codes(rule, Facts(area="")) == ["other_area"]


def test_members_of_a_council_are_known_by_its_code():
    rule = Eligibility(level=Level.ACCOUNT, body="conseil-habitants")
    assert codes(rule) == ["not_member"]
    assert codes(rule, Facts(has_account=True, bodies=frozenset({"conseil-habitants"}))) == []


def test_every_open_obstacle_is_said_at_once():
    rule = Eligibility(level=Level.TIE, minimum_age=16, areas=frozenset({"nord"}))
    assert codes(rule) == ["age_unknown", "tie_unknown", "area_unknown"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Eligibility(), ""),
        (Eligibility(minimum_age=16), "from 16 years"),
        (Eligibility(minimum_age=1), "from 1 year"),
        (Eligibility(maximum_age=29), "up to 29 years"),
        (Eligibility(minimum_age=9, maximum_age=11), "from 9 to 11 years"),
    ],
)
def test_ages_read_as_people_say_them(rule, words):
    with translation.override("en"):
        assert ages_in_words(rule) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Eligibility(), ""),
        (Eligibility(level=Level.TIE), "live, study or work"),
        (Eligibility(ties=frozenset({Tie.WORKS, Tie.LIVES})), "live or work"),
        (Eligibility(ties=frozenset({Tie.STUDIES})), "study"),
    ],
)
def test_ties_read_as_people_say_them(rule, words):
    with translation.override("en"):
        assert ties_in_words(rule) == words


def test_what_franceconnect_confirmed_outweighs_every_word_said_before_or_after():
    born_in_2012 = AgeFact(years=16, on=TODAY, has_reached=False, is_proved=True)
    boasts = (reached(16, TODAY), reached(18, date(TODAY.year - 1, 1, 1)))
    for ages in ((*boasts, born_in_2012), (born_in_2012, *boasts)):
        assert Facts(ages=ages).has_reached(16, TODAY) is False
        # Tomorrow the proof says nothing any more; the boast it contradicts does not step in.
        assert Facts(ages=ages).has_reached(18, TODAY + timedelta(days=1)) is None
    assert Facts(ages=(reached(11, TODAY), born_in_2012)).has_reached(11, TODAY)
