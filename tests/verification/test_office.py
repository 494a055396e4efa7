"""The office’s side of verification: letters on paper, the counter, lists of people. Officers do it, nobody else."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from participation.core.eligibility import Proof, Tie
from participation.core.models import PersonalDataAct
from participation.people.door_table import DOORS
from participation.people.groups import Role
from participation.verification import counter, letters, lists
from participation.verification.list_files import FileRefused, read_people
from participation.verification.models import CounterCode, LawfulList, Letter, ListEntry, TieProof
from tests.verification.people import make_resident
from tests.website import add_article, enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db

OFFICE = "/admin/verification/"
SCREENS = ("letters/", "letters/print/", "letters/posted/", "letters/returned/", "counter/", "lists/", "lists/add/")


@pytest.fixture
def officer():
    make_website()
    return make_staff(Role.OFFICERS)


@pytest.fixture
def office(client, officer):
    return enter_office(client, officer)


def order(person=None, **changes) -> Letter:
    asked = {"tie": Tie.LIVES, "recipient": "A. Duval", "address": "1 rue du Port\n63000 Clermont-Ferrand"}
    return letters.order_letter(user=person or make_resident(), now=timezone.now(), **asked | changes)


def text_of(response) -> str:
    return response.content.decode()


def test_officers_open_these_screens_and_administration_only_the_lists(office):
    for address in SCREENS:
        assert office.get(OFFICE + address).status_code in (200, 405), address
    asked = {address: DOORS[resolve(OFFICE + address).view_name].roles for address in SCREENS}
    lists_too = {Role.OFFICERS, Role.ADMINISTRATION}
    assert asked == {one: lists_too if one.startswith("lists") else {Role.OFFICERS} for one in SCREENS}
    other = enter_office(Client(), make_staff(Role.ADMINISTRATION))
    assert [other.get(OFFICE + one).status_code for one in ("letters/", "counter/", "lists/")] == [403, 403, 200]


def test_without_the_right_the_screens_themselves_refuse(office, officer):
    """Guard: `RightMixin`; the door alone would let pass who lost the right and kept the group."""
    officer.groups.get().permissions.remove(
        *officer.groups.get().permissions.filter(content_type__app_label="verification")
    )
    for address in SCREENS:
        assert office.post(OFFICE + address).status_code in (302, 403)
    assert not PersonalDataAct.objects.exists()
    assert not LawfulList.objects.exists()


def test_officers_read_no_page_no_answer_and_no_account(office):
    page = add_article(make_website(), slug="article")
    for address in ("pages/", f"pages/{page.pk}/edit/", "participation/", "users/", "images/", "reports/site-history/"):
        assert office.get("/admin/" + address).status_code == 403, address


def test_a_letter_is_printed_marked_and_then_opens_with_its_code(office, officer):
    person = make_resident()
    letter = order(person)
    listed = text_of(office.get(OFFICE + "letters/"))
    assert f'value="{letter.pk}"' in listed
    assert "Duval" not in listed
    sheets = text_of(office.post(OFFICE + "letters/print/", {"letter": letter.pk}))
    code = letters.code_on(letter)
    assert "A. Duval<br>1 rue du Port<br>63000 Clermont-Ferrand" in sheets
    assert code in sheets
    with pytest.raises(letters.CodeRefused):
        letters.confirm_letter(user=person, typed=code, now=timezone.now())
    assert office.post(OFFICE + "letters/posted/", {"letter": letter.pk}).status_code == 302
    letter.refresh_from_db()
    assert (letter.recipient, letter.address) == ("", "")
    assert office.post(OFFICE + "letters/print/", {"letter": letter.pk}).status_code == 302, (
        "it cannot be printed again"
    )
    assert letters.confirm_letter(user=person, typed=code, now=timezone.now()).means == Proof.LETTER
    acts = PersonalDataAct.objects.filter(person=person, actor=officer).order_by("pk")
    assert [act.kind for act in acts] == ["read", "changed"]


def test_a_letter_that_came_back_is_marked_and_its_person_reads_so(office):
    person = make_resident()
    letter = order(person)
    for act in ("print", "posted", "returned"):
        assert office.post(OFFICE + f"letters/{act}/", {"letter": letter.pk}).status_code in (200, 302)
    assert f'value="{letter.pk}"' not in text_of(office.get(OFFICE + "letters/"))
    assert "Aucune lettre" in text_of(office.post(OFFICE + "letters/returned/", {"letter": letter.pk}, follow=True))
    resident = Client()
    resident.force_login(person)
    said = text_of(resident.get(reverse("verification:tie")))
    assert "Votre lettre nous est revenue" in said
    assert 'name="recipient"' in said, "another may be asked for"


def test_a_letter_is_posted_only_once_printed_and_may_be_printed_twice_before(office):
    letter = order()
    office.post(OFFICE + "letters/posted/", {"letter": letter.pk})
    assert Letter.objects.get().posted_at is None
    for _again in range(2):
        assert letters.code_on(letter) in text_of(office.post(OFFICE + "letters/print/", {"letter": letter.pk}))
    assert PersonalDataAct.objects.filter(what__startswith="letter printed").count() == 2


def test_an_officer_prints_no_letter_to_himself(office, officer):
    """Guard: `exclude(user=actor)`; its code would establish a tie without having travelled."""
    letter = order(officer)
    assert office.post(OFFICE + "letters/print/", {"letter": letter.pk}).status_code == 302
    assert letters.in_state(letters.State.TO_PRINT, now=timezone.now()).get() == letter


def test_an_envelope_whose_letter_was_taken_back_is_named(office):
    letter = order()
    office.post(OFFICE + "letters/print/", {"letter": letter.pk})
    Letter.objects.all().delete()
    followed = office.post(OFFICE + "letters/posted/", {"letter": letter.pk}, follow=True)
    assert f"repris\u00a0: {letter.pk}." in text_of(followed)


def test_once_printed_no_other_letter_replaces_it():
    person = make_resident()
    letters.print_letters(letters=[order(person).pk], actor=make_resident(), now=timezone.now())
    with pytest.raises(letters.TooSoon):
        order(person)


def test_expired_and_used_up_codes_are_told_apart_from_those_that_work(office):
    now = timezone.now()
    kept = [order() for _each in range(3)]
    letters.print_letters(letters=[one.pk for one in kept], actor=make_resident(), now=now)
    letters.mark_posted(letters=[one.pk for one in kept], actor=make_resident(), now=now)
    Letter.objects.filter(pk=kept[0].pk).update(attempts_left=0)
    Letter.objects.filter(pk=kept[1].pk).update(expires_on=timezone.localdate(now))
    assert set(letters.in_state(letters.State.SPENT, now=now)) == set(kept[:2])
    assert letters.in_state(letters.State.POSTED, now=now).get() == kept[2]


def test_the_officer_finds_the_account_by_its_code_and_confirms_what_was_seen(office, officer):
    person = make_resident(display_name="Léa du Nord", first_name="Secret", last_name="Prénom")
    code = counter.show_code(user=person, now=timezone.now())
    second = text_of(office.post(OFFICE + "counter/", {"code": code.lower()}))
    assert "Léa du Nord" in second
    assert person.email not in second
    assert "Secret" not in second
    assert not TieProof.objects.exists()
    forgotten = office.post(OFFICE + "counter/", {"code": code, "confirm": "yes"})
    assert forgotten.status_code == 422
    assert "Léa du Nord" in text_of(forgotten)
    done = office.post(OFFICE + "counter/", {"code": code, "confirm": "yes", "document": "student_card"})
    assert done.status_code == 302
    proof = TieProof.objects.get()
    assert (proof.user, proof.tie, proof.means, proof.established_by) == (person, "studies", "counter", officer)
    assert not CounterCode.objects.exists()
    changed = PersonalDataAct.objects.get(kind="changed")
    assert (changed.person, changed.actor, changed.what) == (
        person,
        officer,
        "tie seen at a counter: studies (student_card)",
    )
    assert PersonalDataAct.objects.filter(kind="read", person=person).count() == 2


def test_a_code_that_is_nobodys_says_what_to_do_and_an_officer_does_not_check_himself(office, officer):
    wrong = office.post(OFFICE + "counter/", {"code": "0000-0000"})
    assert wrong.status_code == 422
    assert "peut en afficher un autre" in text_of(wrong)
    own = counter.show_code(user=officer, now=timezone.now())
    for typed in ({"code": own}, {"code": own, "confirm": "yes", "document": "payslip"}):
        refused = office.post(OFFICE + "counter/", typed)
        assert refused.status_code == 422
        assert "votre propre compte" in text_of(refused)
    assert not TieProof.objects.exists()


HEAD = "nom;prenom;date_naissance\n"


def basis(**changes) -> dict:
    today = timezone.localdate()
    typed = {
        "title": "Étudiant·es",
        "tie": "studies",
        "purpose": "Budget participatif.",
        "legal_basis": "Convention de 2026",
        "source": "Université",
        "obtained_on": f"{today:%d/%m/%Y}",
        "delete_on": f"{today + timedelta(days=30):%d/%m/%Y}",
    }
    return typed | changes


def upload(office, content: str | bytes, **changes):
    raw = content if isinstance(content, bytes) else content.encode()
    file = SimpleUploadedFile("liste.csv", raw, content_type="text/csv")
    return office.post(OFFICE + "lists/add/", basis(**changes) | {"file": file})


def test_a_list_is_recorded_establishes_a_tie_and_goes_on_its_day(office, officer):
    assert upload(office, HEAD + "Lévêque-Dupré;Zoé;03/02/2001\nMartin;Ali;1999-12-31\n").status_code == 302
    kept = LawfulList.objects.get()
    assert (kept.recorded_by, kept.entries.count(), kept.source) == (officer, 2, "Université")
    page = text_of(office.get(OFFICE + "lists/"))
    assert "Convention de 2026" in page
    person, resident = make_resident(), Client()
    resident.force_login(person)
    typed = {"surname": "LEVEQUE DUPRE", "first_name": "zoe", "born_on": "03/02/2001"}
    assert resident.post("/compte/lien/liste/", typed).status_code == 302
    assert TieProof.objects.get(user=person).means == Proof.LIST
    assert lists.delete_due(now=timezone.now() + timedelta(days=31)) == 2
    assert not ListEntry.objects.exists()
    assert PersonalDataAct.objects.get(kind="erased").what == f"list deleted: {kept.pk}"
    assert TieProof.objects.filter(user=person).exists()


def test_a_list_can_be_deleted_at_once(office, officer):
    upload(office, HEAD + "Martin;Ali;31/12/1999\n")
    kept = LawfulList.objects.get()
    address = f"{OFFICE}lists/{kept.pk}/delete/"
    assert "Martin" not in text_of(office.get(address))
    assert ListEntry.objects.exists(), "asking deletes nothing"
    assert office.post(address).status_code == 302
    assert not ListEntry.objects.exists()
    kept.refresh_from_db()
    assert kept.deleted_on == timezone.localdate()
    assert PersonalDataAct.objects.get(kind="erased").actor == officer
    assert office.get(address).status_code == 404


def test_one_wrong_line_and_nothing_is_kept_though_every_fault_is_told(office):
    response = upload(
        office, HEAD + "Martin;Ali;31/12/1999\nDurand;;01/01/2000\nPetit;Lou;31/02/2000\nX;Y\nRoy;Io;01/01/2999\n"
    )
    said = text_of(response)
    assert response.status_code == 422
    for words in ("Ligne 3", "Ligne 4", "31/02/2000", "Ligne 5", "Ligne 6"):
        assert words in said
    assert "Ligne 2" not in said
    assert "Convention de 2026" in said, "what was typed stays"
    assert not LawfulList.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [{name: ""} for name in ("title", "tie", "purpose", "legal_basis", "source", "obtained_on", "delete_on")]
    + [{"delete_on": "01/01/2020"}, {"obtained_on": "01/01/2999"}],
    ids=lambda changes: "-".join(map(str, changes.items())),
)
def test_a_list_without_its_reasons_and_its_day_is_not_recorded(office, changes):
    assert upload(office, HEAD + "Martin;Ali;31/12/1999\n", **changes).status_code == 422
    assert not LawfulList.objects.exists()


def test_files_that_are_no_lists_are_refused_in_words():
    today = timezone.localdate()
    hostile = {
        "empty": b"",
        "head only": HEAD.encode(),
        "other head": b"name;first;born\nA;B;01/01/2000\n",
        "sheet": b"PK\x03\x04\x00\x00",
        "open quotation": (HEAD + '"Martin;Ali;31/12/1999\n').encode(),
        "too large": b"x" * (10 * 1024 * 1024 + 1),
        "no letters": (HEAD + "-;.;31/12/1999\n").encode(),
    }
    for name, content in hostile.items():
        with pytest.raises(FileRefused) as refused:
            read_people(content, today=today)
        assert refused.value.faults, name
    many = HEAD + "Martin;Ali;x\n" * 50
    with pytest.raises(FileRefused) as refused:
        read_people(many.encode(), today=today)
    assert len(refused.value.faults) == 21
    for content in (HEAD + "Élan;Zoé;01/02/2000\n", HEAD.replace(";", ",") + "Élan,Zoé,2000-02-01\n"):
        for encoding in ("utf-8", "utf-8-sig", "cp1252"):
            (person,) = read_people(content.encode(encoding), today=today)
            assert (person.surname, person.born_on.month) == ("Élan", 2)
