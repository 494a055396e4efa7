"""The officer's screens: the register, its files, the visas, the log; and a trace of every reading in the office."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from participation.core import append_only, retention
from participation.core.models import PersonalDataAct, ReadingLog
from participation.people import doors
from participation.people.groups import Role
from participation.people.models import User
from participation.privacy import readings
from participation.privacy.models import ArchiveVisa
from tests.factories import answer, box_of, make_consultation
from tests.people.signing import make_resident
from tests.website import enter_office, make_staff, make_website

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    make_website()
    return make_staff(Role.ADMINISTRATION)


@pytest.fixture
def office(client, officer) -> Client:
    return enter_office(client, officer)


def test_the_register_lists_every_kind_and_goes_out_as_csv_and_excel(office, archives):
    page = office.get(reverse("privacy:register")).content.decode()
    assert "manquant : rien n’est détruit" in page.replace("\u00a0", " ")
    file = reverse("privacy:register_file")
    table = b"".join(office.get(f"{file}?format=csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(table), delimiter=";"))
    sheet = openpyxl.load_workbook(BytesIO(office.get(f"{file}?format=xlsx").content)).active
    cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert rows == cells
    assert {row[0] for row in rows[1:]} == {str(rule.title) for rule in retention.rules()}
    for row in rows[1:]:
        assert row[0] in page
    assert office.get(f"{file}?format=pdf").status_code == 400


def test_a_visa_is_recorded_on_its_screen_and_mistakes_are_told_at_their_field(office, officer, archives):
    screen = reverse("privacy:visa", args=["marks-of-participation"])
    today = timezone.localdate().strftime("%d/%m/%Y")
    wrong = office.post(screen, {"reference": "AD63-17", "given_on": today, "covers_until": "31/12/2199"})
    assert (wrong.status_code, ArchiveVisa.objects.count()) == (200, 0)
    assert "jamais au-delà" in wrong.content.decode()
    office.post(screen, {"reference": "AD63-17", "given_on": today, "covers_until": today})
    visa = ArchiveVisa.objects.get()
    assert (visa.rule, visa.recorded_by) == ("marks of participation", officer)
    assert "AD63-17" in office.get(reverse("privacy:register")).content.decode()
    assert office.get(reverse("privacy:visa", args=["drafts"])).status_code == 404


def test_only_administration_opens_them(client, archives):
    make_website()
    for role in (Role.WRITING, Role.COMMUNICATIONS, Role.MODERATION):
        enter_office(client, make_staff(role))
        for name in ("register", "register_file", "log", "log_results"):
            assert client.get(reverse(f"privacy:{name}")).status_code == 403
        assert client.get(reverse("privacy:visa", args=["marks-of-participation"])).status_code == 403


def test_the_log_is_filtered_by_person_actor_kind_and_day(office, officer):
    lea, noe = make_resident("lea@example.org"), make_resident("noe@example.org")
    now = timezone.now()
    PersonalDataAct.objects.create(kind="read", what="account", person=lea, actor=officer, at=now)
    PersonalDataAct.objects.create(kind="erased", what="account erased", person=noe, actor=noe, at=now)

    def shown(**asked) -> set[User]:
        page = office.get(reverse("privacy:log_results"), asked).content.decode().split("<tbody")
        return {user for user in (lea, noe) if len(page) > 1 and user.pseudonym in page[1]}

    assert shown(about="LEA@example.org") == {lea}
    assert shown(about=noe.pseudonym) == {noe}
    assert shown(about="lea") == set()
    assert shown(kind="erased") == {noe}
    assert shown(actor=officer.pk) == {lea}
    assert shown(at_from="2199-01-01") == set()
    assert "lea@example.org" not in office.get(reverse("privacy:log")).content.decode()


@pytest.mark.parametrize("model", [PersonalDataAct, ReadingLog])
def test_the_database_itself_refuses_to_change_or_delete_an_entry(model, officer):
    page = make_consultation()
    activity, now = box_of(page).activity, timezone.now()
    PersonalDataAct.objects.create(kind="read", what="account", actor=officer, at=now)
    ReadingLog.objects.create(activity=activity, subject="texts", read_by=officer, read_at=now)
    table = model._meta.db_table
    assert table in append_only.TABLES
    statements = [f"UPDATE {table} SET id = id", f"DELETE FROM {table}"]  # noqa: S608 - names of our tables
    if connection.vendor == "postgresql":
        # Keys of the rows just written are looked at first, or PostgreSQL refuses for another reason.
        statements.append(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table}")
    for statement in statements:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert model.objects.count() == 1


def test_whoever_opens_personal_data_in_the_office_leaves_an_act(office, officer):
    """Every address that shows accounts or answers, called as by its screen; each leaves who, what and about whom."""
    lea = make_resident("lea@example.org")
    page = make_consultation()
    answer(page=page)
    box = box_of(page)
    own_log = {"participation:answer", "participation:texts", "participation:texts_results", "participation:redact"}
    walked = set()
    for name in readings.addresses():
        space = name.split(":")[0]
        asked = {"wagtailusers_users": [lea.pk], "participation": [box.pk]}.get(space, [])
        if name in ("wagtailusers_users:index", "wagtailusers_users:index_results"):
            asked = []
        before = PersonalDataAct.objects.count()
        assert office.get(reverse(name, args=asked)).status_code == 200, name
        act = PersonalDataAct.objects.first()
        assert PersonalDataAct.objects.count() == before + 1, name
        assert (act.kind, act.actor) == ("read", officer)
        assert act.person == (lea if asked == [lea.pk] else None)
        walked.add(name)
    # Every screen of accounts, of answers and of the log is one of them, or keeps a log of its own.
    shows_people = {
        entry.name
        for entry in doors.entries()
        if entry.name.startswith(("wagtailusers_users:", "privacy:log", "participation:answer", "participation:text"))
        and entry.roles
    }
    assert shows_people - own_log - {"wagtailusers_users:add"} == walked


def test_changes_of_an_account_in_the_office_leave_an_act(office, officer):
    lea = make_resident("lea@example.org")
    typed = {"username": lea.username, "email": lea.email, "first_name": "L", "last_name": "B", "is_active": "on"}
    office.post(reverse("wagtailusers_users:edit", args=[lea.pk]), typed)
    act = PersonalDataAct.objects.get(kind=PersonalDataAct.Kind.CHANGED)
    assert (act.person, act.actor) == (lea, officer)


def test_who_is_refused_leaves_no_act(client):
    make_website()
    enter_office(client, make_staff(Role.WRITING))
    client.get(reverse("wagtailusers_users:index"))
    assert not PersonalDataAct.objects.exists()
