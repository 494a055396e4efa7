"""Long exports: ordered, written apart by one worker, fetched by who may, and gone after a week."""

from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from uuid import uuid4

import openpyxl
import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from participation.core.models import ReadingLog
from participation.people.groups import Role, group_of
from participation.questionnaires import exports, orders
from participation.questionnaires.models import ExportOrder
from tests.factories import answer, box_of, make_consultation
from tests.website import enter_office, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def box(monkeypatch, settings, tmp_path):
    """A ballot box of two answers, which is long here."""
    monkeypatch.setattr(orders, "LONG", 2)
    settings.PRIVATE_ROOT = tmp_path / "private"
    page = make_consultation(title="Notre place")
    for _number in range(2):
        answer(page=page)
    return box_of(page)


@pytest.fixture
def clerk(box):
    """Someone of communications, who may export."""
    return make_staff(Role.COMMUNICATIONS)


def browser_of(person) -> Client:
    client = Client()
    enter_office(client, person)
    return client


def screen(box) -> str:
    return reverse("participation:export", args=[box.pk])


def address_of(made: ExportOrder) -> str:
    return reverse("participation:export_file", args=[made.questionnaire_id, made.pk])


def order(box, person, kind: str = "csv") -> ExportOrder:
    response = browser_of(person).post(screen(box), {"format": kind})
    assert (response.status_code, response.url) == (302, screen(box))
    return ExportOrder.objects.get(finished_at=None, kind=kind, ordered_by=person)


def written(box, person, kind: str = "csv") -> ExportOrder:
    """An order whose file is ready."""
    made = order(box, person, kind)
    assert orders.write_due(now=timezone.now()) == 1
    made.refresh_from_db()
    return made


def without(role: Role, codename: str) -> None:
    """Take a right from everyone of this role."""
    group = group_of(role)
    group.permissions.remove(group.permissions.get(codename=codename))


def files() -> list[str]:
    return sorted(path.name for path in orders.folder().glob("*"))


def cells(content: bytes) -> list[list]:
    sheets = openpyxl.load_workbook(BytesIO(content)).worksheets
    return [[list(row) for row in sheet.values] for sheet in sheets]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_long_export_is_written_by_the_periodic_command_and_equals_the_direct_one(box, clerk, kind, monkeypatch):
    clerk.email = "clerk@example.org"
    clerk.save()
    made = order(box, clerk, kind)
    assert order(box, clerk, kind) == made
    client = browser_of(clerk)
    assert address_of(made) not in client.get(screen(box)).text
    call_command("periodic", stdout=StringIO())
    shown = client.get(screen(box)).text
    assert address_of(made) in shown
    assert "2 réponses" in shown
    assert not ReadingLog.objects.exists()
    (message,) = mail.outbox
    assert message.to == ["clerk@example.org"]
    assert screen(box) in message.body
    response = client.get(address_of(made))
    fetched = b"".join(response.streaming_content)
    assert "no-store" in response.headers["Cache-Control"]
    assert ReadingLog.objects.get(subject=ReadingLog.Subject.EXPORT).read_by == clerk
    made.refresh_from_db()
    assert made.size == len(fetched)
    monkeypatch.setattr(orders, "LONG", 1000)
    response = client.post(screen(box), {"format": kind})
    direct = b"".join(response.streaming_content)
    assert fetched == direct if kind == "csv" else cells(fetched) == cells(direct)


def test_a_short_export_and_the_legend_still_come_at_once(box, clerk, monkeypatch):
    client = browser_of(clerk)
    assert client.post(screen(box), {"format": "legend"}).status_code == 200
    monkeypatch.setattr(orders, "LONG", 3)
    assert client.post(screen(box), {"format": "csv"}).status_code == 200
    assert not ExportOrder.objects.exists()


def test_only_who_ordered_it_or_the_administration_gets_the_file(box, clerk):
    made = written(box, clerk)
    colleague, moderator = make_staff(Role.COMMUNICATIONS), make_staff(Role.MODERATION)
    administrator = make_staff(Role.ADMINISTRATION)
    for refused in (colleague, moderator):
        assert browser_of(refused).get(address_of(made)).status_code == 403
    assert address_of(made) not in browser_of(colleague).get(screen(box)).text
    assert not ReadingLog.objects.exists()
    assert address_of(made) in browser_of(administrator).get(screen(box)).text
    assert browser_of(administrator).get(address_of(made)).status_code == 200
    assert ReadingLog.objects.get().read_by == administrator
    assert "/login/" in Client().get(address_of(made)).url


def test_a_file_belongs_to_its_own_consultation(box, clerk):
    made, other = written(box, clerk), box_of(make_consultation())
    response = browser_of(clerk).get(reverse("participation:export_file", args=[other.pk, made.pk]))
    assert response.url == screen(other)


def test_who_lost_the_right_gets_neither_a_new_file_nor_an_old_one(box, clerk):
    made = written(box, clerk)
    waiting = order(box, clerk)
    without(Role.COMMUNICATIONS, "export_responses")
    assert browser_of(clerk).get(address_of(made)).status_code == 403
    assert orders.write_due(now=timezone.now()) == 0
    waiting.refresh_from_db()
    assert waiting.failure == ExportOrder.Failure.REFUSED
    assert files() == [f"{made.pk}.csv"]
    shown = browser_of(make_staff(Role.ADMINISTRATION)).get(screen(box)).text
    assert "n’avait plus le droit d’exporter" in shown


def test_before_the_close_nobody_orders_or_fetches_without_the_right_to_partial_results(box, clerk):
    made = written(box, clerk)
    without(Role.COMMUNICATIONS, "read_partial_results")
    client = browser_of(clerk)
    assert client.get(screen(box)).status_code == 403
    for kind in ("csv", "legend"):
        assert client.post(screen(box), {"format": kind}).status_code == 403
    assert client.get(address_of(made)).status_code == 403
    assert ExportOrder.objects.count() == 1
    assert not ReadingLog.objects.exists()


def test_an_order_asks_for_the_right_whichever_way_it_comes(box):
    with pytest.raises(PermissionError):
        orders.order(questionnaire=box, kind="csv", now=timezone.now(), by=make_staff(Role.MODERATION))
    assert not ExportOrder.objects.exists()


def test_the_right_to_the_files_of_others_alone_opens_nothing(box, clerk):
    made, administrator = written(box, clerk), make_staff(Role.ADMINISTRATION)
    without(Role.ADMINISTRATION, "fetch_any_export")
    assert browser_of(administrator).get(address_of(made)).status_code == 403
    assert address_of(made) not in browser_of(administrator).get(screen(box)).text
    moderator = make_staff(Role.MODERATION)
    moderator.user_permissions.add(Permission.objects.get(codename="fetch_any_export"))
    with pytest.raises(PermissionError):
        orders.fetch(questionnaire=box, pk=made.pk, now=timezone.now(), by=moderator)


def test_two_people_have_an_order_each(box, clerk):
    assert order(box, clerk) != order(box, make_staff(Role.COMMUNICATIONS))


def test_only_the_files_the_site_can_write_are_ordered(box, clerk):
    assert browser_of(clerk).post(screen(box), {"format": "pdf"}).status_code == 400
    with pytest.raises(IntegrityError), transaction.atomic():
        orders.order(questionnaire=box, kind="pdf", now=timezone.now(), by=clerk)
    assert not ExportOrder.objects.exists()


def test_a_file_that_vanished_is_told_and_not_logged_as_read(box, clerk):
    made = written(box, clerk)
    orders.path_of(made).unlink()
    shown = browser_of(clerk).get(address_of(made), follow=True)
    assert "Commandez-le à nouveau" in shown.content.decode()
    assert not ReadingLog.objects.exists()


def test_after_a_week_the_file_is_gone_and_the_site_says_so(box, clerk):
    made = written(box, clerk)
    ExportOrder.objects.update(finished_at=timezone.now() - orders.KEPT)
    client = browser_of(clerk)
    shown = client.get(address_of(made), follow=True)
    assert shown.redirect_chain == [(screen(box), 302)]
    assert "Commandez-le à nouveau" in shown.content.decode()
    call_command("periodic", stdout=StringIO())
    assert files() == []
    assert not ExportOrder.objects.exists()
    assert client.get(address_of(made)).url == screen(box)
    assert not ReadingLog.objects.exists()


def test_an_order_nobody_could_write_does_not_stay_for_ever(box, clerk):
    order(box, clerk)
    now = timezone.now()
    assert orders.purge(now=now + orders.KEPT) == 0
    assert orders.purge(now=now + orders.KEPT * 2) == 1
    assert not ExportOrder.objects.exists()


def test_a_fresh_file_is_kept_out_of_reach_and_one_without_an_order_is_not_kept(box, clerk, settings):
    made = written(box, clerk)
    assert orders.folder().stat().st_mode & 0o077 == 0
    assert not orders.folder().is_relative_to(Path(settings.MEDIA_ROOT))
    (orders.folder() / f"{uuid4()}.csv").touch()
    (orders.folder() / f"{uuid4()}-{uuid4()}.part").mkdir()
    assert orders.purge(now=timezone.now()) == 2
    assert files() == [f"{made.pk}.csv"]


def test_what_a_killed_worker_left_is_done_again_by_another(box, clerk, monkeypatch):
    made, now = order(box, clerk), timezone.now()

    def killed(_questionnaire):
        yield "half a file"
        raise SystemExit

    with monkeypatch.context() as patched:
        # As after SIGKILL: nothing is tidied up, nothing is written down.
        patched.setattr(orders.shutil, "rmtree", lambda *_args, **_kwargs: None)
        patched.setattr(exports, "answers_csv", killed)
        with pytest.raises(SystemExit):
            orders.write_due(now=now)
    (left,) = files()
    assert left.endswith(".part")
    assert orders.write_due(now=now + orders.SILENCE / 2) == 0
    assert orders.write_due(now=now + orders.SILENCE * 2) == 1
    assert files() == [f"{made.pk}.csv"]
    content = b"".join(browser_of(clerk).get(address_of(made)).streaming_content)
    assert content == "".join(exports.answers_csv(box)).encode()


def test_two_workers_never_share_an_order_and_one_that_was_overtaken_writes_nothing(box, clerk):
    made, now = order(box, clerk), timezone.now()
    first = orders._take(now)
    assert orders._take(now) is None
    second = orders._take(now + orders.SILENCE * 2)
    with pytest.raises(orders.ClaimLost):
        orders._write(first)
    assert files() == []
    orders._end(first, now=now, size=1)
    made.refresh_from_db()
    assert (made.claim, made.finished_at) == (second.claim, None)


def test_a_file_that_cannot_be_written_is_told_and_tried_no_more(box, clerk, monkeypatch):
    made = order(box, clerk)

    def no_space_left(_questionnaire):
        raise OSError("No space left on device")

    monkeypatch.setattr(exports, "answers_csv", no_space_left)
    said = StringIO()
    call_command("periodic", stdout=StringIO(), stderr=said)
    assert "No space left" in said.getvalue()
    shown = browser_of(clerk).get(screen(box)).text
    assert "Échec" in shown
    assert address_of(made) not in shown
    made.refresh_from_db()
    assert made.failure == ExportOrder.Failure.BROKEN
    assert orders.write_due(now=timezone.now() + timedelta(days=1)) == 0
    assert files() == []


def test_an_order_that_ends_its_worker_each_time_is_given_up(box, clerk):
    made = order(box, clerk)
    ExportOrder.objects.update(attempts=orders.ATTEMPTS, claim=uuid4(), alive_at=timezone.now() - orders.SILENCE * 2)
    assert orders.write_due(now=timezone.now()) == 0
    made.refresh_from_db()
    assert made.failure == ExportOrder.Failure.BROKEN
