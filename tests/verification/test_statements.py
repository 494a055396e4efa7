"""What people say of themselves, and what is then known of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from participation.core.eligibility import AgeFact, Eligibility, Facts, Level, Proof, Tie, obstacles
from participation.verification import facts, stating
from participation.verification.facts import facts_of, facts_on_honour
from participation.verification.models import AgeStatement, TieProof
from participation.verification.proving import YEARS_VALID, establish
from tests.verification.people import make_area, make_resident

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def test_nothing_is_known_of_nobody_and_of_a_new_account():
    assert facts_of(None, now=NOW) == Facts()
    assert facts_of(make_resident(), now=NOW) == Facts(has_account=True)


def test_a_correction_replaces_what_was_said_before():
    person = make_resident()
    stating.state_age(user=person, years=16, on=TODAY, has_reached=False, now=NOW)
    stating.state_age(user=person, years=16, on=TODAY, has_reached=True, now=NOW)
    assert facts_of(person, now=NOW).ages == (AgeFact(years=16, on=TODAY, has_reached=True),)


def test_a_word_does_not_outweigh_what_franceconnect_confirmed():
    person = make_resident()
    stating.state_age(user=person, years=16, on=TODAY, has_reached=False, is_proved=True, now=NOW)
    stating.state_age(user=person, years=16, on=TODAY, has_reached=True, now=NOW)
    assert facts_of(person, now=NOW).has_reached(16, TODAY) is False


def test_an_impossible_age_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        stating.state_age(user=make_resident(), years=0, on=TODAY, has_reached=True, now=NOW)


def test_ties_are_kept_with_the_ways_they_were_established():
    person = make_resident()
    stating.state_ties(user=person, ties={Tie.LIVES: True, Tie.WORKS: False}, now=NOW)
    establish(user=person, tie=Tie.LIVES, means=Proof.LETTER, now=NOW)
    assert facts_of(person, now=NOW).ties == {
        Tie.LIVES: frozenset({Proof.HONOUR, Proof.LETTER}),
        Tie.WORKS: frozenset(),
    }


def test_whoever_moves_away_gives_up_what_established_the_tie():
    person = make_resident()
    establish(user=person, tie=Tie.LIVES, means=Proof.COUNTER, now=NOW)
    stating.state_ties(user=person, ties={Tie.LIVES: False}, now=NOW)
    assert facts_of(person, now=NOW).ties == {Tie.LIVES: frozenset()}
    stating.state_ties(user=person, ties={Tie.LIVES: True}, now=NOW)
    assert facts_of(person, now=NOW).ties == {Tie.LIVES: frozenset({Proof.HONOUR})}


def test_an_established_tie_must_be_established_again_after_some_years():
    person = make_resident()
    establish(user=person, tie=Tie.LIVES, means=Proof.LETTER, now=NOW)
    later = NOW + timedelta(days=365 * YEARS_VALID)
    assert Proof.LETTER in facts_of(person, now=later - timedelta(days=1)).ties[Tie.LIVES]
    assert Proof.LETTER not in facts_of(person, now=later).ties[Tie.LIVES]


def test_the_neighbourhood_is_known_by_its_code_and_another_town_is_an_answer_too():
    person, area = make_resident(), make_area("nord")
    assert facts_of(person, now=NOW).area is None
    stating.state_area(user=person, area=area, now=NOW)
    assert facts_of(person, now=NOW).area == "nord"
    stating.state_area(user=person, area=None, now=NOW)
    assert facts_of(person, now=NOW).area == ""


def test_everything_said_can_be_taken_back():
    person = make_resident()
    stating.state_age(user=person, years=16, on=TODAY, has_reached=True, now=NOW)
    stating.state_area(user=person, area=make_area(), now=NOW)
    establish(user=person, tie=Tie.LIVES, means=Proof.LETTER, now=NOW)
    stating.take_back(user=person)
    assert facts_of(person, now=NOW) == Facts(has_account=True)
    assert not AgeStatement.objects.exists()
    assert not TieProof.objects.exists()


def test_councils_say_who_sits_on_them(monkeypatch):
    monkeypatch.setattr(facts, "_memberships", [])
    person = make_resident()
    facts.register_memberships(lambda *, user, now: frozenset({"conseil"}) if user == person else frozenset())
    assert facts_of(person, now=NOW).bodies == frozenset({"conseil"})
    assert facts_of(make_resident(), now=NOW).bodies == frozenset()


def test_a_word_given_for_one_act_counts_without_an_account():
    rule = Eligibility(level=Level.EMAIL, minimum_age=11, ties=frozenset({Tie.LIVES, Tie.STUDIES}))
    child = facts_on_honour(
        ages=(AgeFact(years=11, on=TODAY, has_reached=True),), ties={Tie.STUDIES: True, Tie.LIVES: False}, area=None
    )
    assert obstacles(rule=rule, facts=child, now=NOW) == ()


def test_facts_cost_few_queries(django_assert_max_num_queries):
    person = make_resident()
    with django_assert_max_num_queries(5):
        facts_of(person, now=NOW)
