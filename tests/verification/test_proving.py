"""A tie to the city, established by a letter, at a counter, with a list."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from participation.core.eligibility import Proof, Tie
from participation.core.models import PersonalDataAct
from participation.people.leaving import close_account
from participation.people.models import User
from participation.verification import counter, letters, lists, own, stating
from participation.verification.facts import facts_of
from participation.verification.models import CounterCode, LawfulList, Letter, ListEntry
from tests.verification.people import make_resident

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 11, tzinfo=UTC)


def ways(person, tie=Tie.LIVES, now=NOW) -> frozenset[Proof]:
    return facts_of(person, now=now).ties.get(tie, frozenset())


def order(person, now=NOW) -> Letter:
    return letters.order_letter(user=person, tie=Tie.LIVES, recipient="A. Duval", address="1 rue\n63000 X", now=now)


def post(letter: Letter, now=NOW) -> str:
    printed = letters.print_letters(letters=[letter.pk], actor=make_resident(), now=now)
    assert letters.mark_posted(letters=[letter.pk], actor=make_resident(), now=now) == 1
    return letters.code_on(printed[0])


def test_the_code_of_the_letter_establishes_the_tie_however_it_is_typed():
    person = make_resident()
    code = post(order(person))
    letters.confirm_letter(user=person, typed=f" {code.lower()} ", now=NOW)
    assert ways(person) == {Proof.HONOUR, Proof.LETTER}
    assert not Letter.objects.exists()


def test_once_the_letter_has_left_its_name_and_address_are_forgotten():
    letter = order(make_resident())
    post(letter)
    letter.refresh_from_db()
    assert (letter.recipient, letter.address) == ("", "")
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.update(address="1 rue")
    assert PersonalDataAct.objects.filter(person=letter.user).count() == 2


def test_the_button_pressed_again_after_a_success_shows_the_success():
    person = make_resident()
    code = post(order(person))
    proof = letters.confirm_letter(user=person, typed=code, now=NOW)
    assert letters.confirm_letter(user=person, typed=code, now=NOW) == proof
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=make_resident(), typed=code, now=NOW)


def test_five_wrong_codes_use_the_letter_up():
    person = make_resident()
    code = post(order(person))
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(letters.CodeRefused) as refused:
            letters.confirm_letter(user=person, typed="0000-0000", now=NOW)
        assert refused.value.left == left
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=person, typed=code, now=NOW)
    assert ways(person) == frozenset()


def test_a_code_works_for_two_months_and_for_its_own_account_only():
    person = make_resident()
    code = post(order(person))
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=make_resident(), typed=code, now=NOW)
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=person, typed=code, now=NOW + timedelta(days=letters.DAYS_VALID))
    letters.confirm_letter(user=person, typed=code, now=NOW + timedelta(days=letters.DAYS_VALID - 1))


def test_a_letter_that_has_not_left_opens_nothing():
    person = make_resident()
    code = letters.code_on(order(person))
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=person, typed=code, now=NOW)


def test_another_letter_waits_two_weeks_after_the_first_has_left():
    person = make_resident()
    order(person)
    order(person)
    assert Letter.objects.count() == 1
    code = post(Letter.objects.get())
    with pytest.raises(letters.TooSoon):
        order(person, NOW + timedelta(days=letters.DAYS_BETWEEN - 1))
    second = order(person, NOW + timedelta(days=letters.DAYS_BETWEEN))
    assert letters.code_on(second) != code


def test_a_letter_the_post_brings_back_is_dead_and_another_may_be_asked_for_at_once():
    person, officer = make_resident(), make_resident()
    code = post(order(person))
    back = [Letter.objects.get().pk]
    assert letters.mark_returned(letters=back, actor=person, now=NOW) == 0, "nobody hurries their own letter"
    assert letters.mark_returned(letters=back, actor=officer, now=NOW) == 1
    assert letters.mark_returned(letters=back, actor=officer, now=NOW) == 0
    assert letters.in_state(letters.State.RETURNED, now=NOW).count() == 1
    assert PersonalDataAct.objects.filter(person=person, actor=officer).count() == 1
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=person, typed=code, now=NOW)
    assert own.returned_letter_of(person)
    assert own.letter_of(user=person, now=NOW) is None
    order(person)
    assert own.returned_letter_of(person) is None


def test_the_officer_at_the_counter_needs_the_code_and_it_works_once():
    person, officer = make_resident(), make_resident()
    code = counter.show_code(user=person, now=NOW)
    proof = counter.check_at_counter(typed=code.lower(), document=counter.Document.PAYSLIP, actor=officer, now=NOW)
    assert (proof.user, proof.established_by) == (person, officer)
    assert ways(person, Tie.WORKS) == {Proof.HONOUR, Proof.COUNTER}
    with pytest.raises(counter.NoSuchCode):
        counter.check_at_counter(typed=code, document=counter.Document.PAYSLIP, actor=officer, now=NOW)
    assert PersonalDataAct.objects.get().actor == officer


def test_a_counter_code_ends_after_a_day_and_when_a_new_one_is_asked_for():
    person, officer = make_resident(), make_resident()
    first = counter.show_code(user=person, now=NOW)
    second = counter.show_code(user=person, now=NOW)
    assert CounterCode.objects.count() == 1
    for code, now in ((first, NOW), (second, NOW + timedelta(hours=counter.HOURS_VALID))):
        with pytest.raises(counter.NoSuchCode):
            counter.check_at_counter(typed=code, document=counter.Document.HOUSING, actor=officer, now=now)


DUPRE = lists.Identity(surname="Lévêque-Dupré", first_name="Zoé", born_on=date(2001, 2, 3))


def record(*people: lists.Identity, **changes) -> LawfulList:
    basis = {
        "title": "Étudiant·es de l’université",
        "tie": Tie.STUDIES,
        "purpose": "Budget participatif 2027",
        "legal_basis": "Convention du 1er octobre 2026",
        "source": "Université",
        "obtained_on": date(2026, 10, 1),
        "delete_on": date(2027, 4, 1),
    }
    return lists.record_list(basis=lists.Basis(**basis | changes), people=people, actor=make_resident(), now=NOW)


def test_a_person_of_a_lawful_list_is_found_whatever_the_accents():
    record(DUPRE, DUPRE)
    assert ListEntry.objects.count() == 1
    person = make_resident()
    typed = lists.Identity(surname="LEVEQUE DUPRE", first_name="zoe", born_on=DUPRE.born_on)
    lists.match(user=person, identity=typed, now=NOW)
    assert ways(person, Tie.STUDIES) == {Proof.HONOUR, Proof.LIST}


def test_two_accounts_cannot_be_the_same_person_of_a_list():
    record(DUPRE)
    lists.match(user=make_resident(), identity=DUPRE, now=NOW)
    with pytest.raises(lists.NotListed):
        lists.match(user=make_resident(), identity=DUPRE, now=NOW)


def test_the_person_of_a_list_gives_up_a_tie_and_establishes_it_again():
    record(DUPRE)
    person = make_resident()
    lists.match(user=person, identity=DUPRE, now=NOW)
    stating.state_ties(user=person, ties={Tie.STUDIES: False}, now=NOW)
    assert ways(person, Tie.STUDIES) == frozenset()
    lists.match(user=person, identity=DUPRE, now=NOW)
    assert ways(person, Tie.STUDIES) == {Proof.HONOUR, Proof.LIST}


def test_the_entry_of_a_closed_account_serves_no_other_one():
    record(DUPRE)
    for leave in (lambda person: close_account(user=person, by=person, now=NOW), User.delete):
        person = make_resident()
        with transaction.atomic():
            ListEntry.objects.update(user=None, is_taken=False)
            lists.match(user=person, identity=DUPRE, now=NOW)
        leave(person)
        assert list(ListEntry.objects.values_list("user", "is_taken")) == [(None, True)]
        with pytest.raises(lists.NotListed):
            lists.match(user=make_resident(), identity=DUPRE, now=NOW)


def test_one_account_is_one_person_of_a_list():
    other = lists.Identity(surname="Autre", first_name="Ali", born_on=date(2000, 1, 1))
    record(DUPRE, other)
    person = make_resident()
    lists.match(user=person, identity=DUPRE, now=NOW)
    with pytest.raises(lists.NotListed):
        lists.match(user=person, identity=other, now=NOW)


def test_a_list_holds_no_name_and_is_gone_on_its_day():
    kept = record(DUPRE)
    assert "dupre" not in str(list(ListEntry.objects.values())).lower()
    assert lists.delete_due(now=NOW) == 0
    after = datetime(2027, 4, 1, 3, tzinfo=UTC)
    assert lists.delete_due(now=after) == 1
    kept.refresh_from_db()
    assert kept.deleted_on == date(2027, 4, 1)
    with pytest.raises(lists.NotListed):
        lists.match(user=make_resident(), identity=DUPRE, now=after)


@pytest.mark.parametrize("missing", ["legal_basis", "source", "purpose"])
def test_a_list_without_its_reasons_is_refused(missing):
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        record(DUPRE, **{missing: ""})
    assert not ListEntry.objects.exists()
