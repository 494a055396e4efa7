"""Buttons pressed twice at once: on PostgreSQL, each press with a connection of its own."""

from datetime import UTC, datetime

import pytest

from participation.core.eligibility import Tie
from participation.verification import counter, letters
from participation.verification.models import CounterCode, Letter, TieProof
from tests.questionnaires.test_concurrency import all_at_once
from tests.verification.people import make_resident

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)
PRESSES = 6


def kinds(results: list) -> set[str]:
    return {type(result).__name__ for result in results}


def test_a_letter_a_code_for_the_counter_and_the_code_typed_are_one_however_often_one_presses():
    """Guards: the lock on the account in `order_letter` and `show_code`; the letter gone in `confirm_letter`."""
    person, officer = make_resident(), make_resident()

    def order():
        return letters.order_letter(user=person, tie=Tie.LIVES, recipient="A. Duval", address="1 rue", now=NOW)

    assert kinds(all_at_once([order] * PRESSES)) == {"Letter"}
    assert kinds(all_at_once([lambda: counter.show_code(user=person, now=NOW)] * PRESSES)) == {"str"}
    assert CounterCode.objects.count() == Letter.objects.count() == 1
    asked = [Letter.objects.get().pk]
    (printed,) = letters.print_letters(letters=asked, actor=officer, now=NOW)
    letters.mark_posted(letters=asked, actor=officer, now=NOW)
    code = letters.code_on(printed)
    pressed = [lambda: letters.confirm_letter(user=person, typed=code, now=NOW)] * (letters.ATTEMPTS - 1)
    assert kinds(all_at_once(pressed)) == {"TieProof"}
    assert TieProof.objects.count() == 1
