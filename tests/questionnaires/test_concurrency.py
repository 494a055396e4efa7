"""Many at once: what is sent is stored once, whatever arrives together. Each test names the guard it would miss.

On PostgreSQL with 200 threads and a connection each; the short variants also run on SQLite, where writers wait in turn.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.db.models import QuerySet
from django.utils import timezone

from participation.core import windows
from participation.core.models import Activity
from participation.core.secrets import keyed_hash
from participation.people.models import User
from participation.questionnaires import answering, codes, drafts, tallies
from participation.questionnaires.freezing import current_version
from participation.questionnaires.models import (
    Answer,
    Draft,
    EmailCode,
    Participation,
    Questionnaire,
    Response,
    TallyEntry,
)
from participation.questionnaires.questions import Value
from tests.factories import VALUES, box_of, make_consultation
from tests.questionnaires.test_tallies import recount

pytestmark = pytest.mark.django_db(transaction=True)

ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")
# SQLite lets one writer in at a time and makes the others poll: a few threads show as much.
CROWD = 200 if ON_POSTGRES else 8


def all_at_once(acts: list[Callable]) -> list:
    """Run the acts together, each in a thread with its own connection; gives what each returned or raised."""
    start = threading.Barrier(len(acts))

    def run(act: Callable):
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            return act()
        except Exception as error:  # noqa: BLE001 - the outcome of this act, judged by the test
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def begin(box: Questionnaire, values: dict[str, Value] | None = None) -> str:
    """A draft ready to be sent; gives its token."""
    now = timezone.now()
    begun = drafts.begin(questionnaire=box, version=current_version(box, "fr"), now=now)
    drafts.keep(draft=begun.draft, values=VALUES if values is None else values, now=now)
    return begun.token


def sender(box: Questionnaire, token: str, *, address_hash: str = "") -> Callable:
    def send():
        return answering.send(
            token=token, questionnaire=box, language="fr", now=timezone.now(), address_hash=address_hash
        )

    return send


def counted(box: Questionnaire) -> int:
    return tallies.add_up(questionnaire=box)[tallies.RESPONSES]


def outcomes(results: list) -> dict[str, int]:
    """How many of each kind of outcome."""
    names = [type(result).__name__ for result in results]
    return {name: names.count(name) for name in set(names)}


@pytest.mark.parametrize("level", ["none", "email"])
def test_the_same_sending_at_once_is_stored_once_with_one_receipt(level):
    """Guards: the lock on the draft in `_store`, else the unique `submission_key`; then looking for the receipt."""
    box = box_of(make_consultation(level=level))
    token = begin(box)
    receipts = all_at_once([sender(box, token, address_hash="a" * 64)] * CROWD)
    assert outcomes(receipts) == {"Receipt": CROWD}
    assert len({(receipt.code, receipt.secret, receipt.response.pk) for receipt in receipts}) == 1
    assert Response.objects.filter(questionnaire=box).count() == counted(box) == 1
    assert Participation.objects.count() == (1 if level == "email" else 0)
    assert not Draft.objects.exists()


def test_one_address_sending_many_drafts_at_once_is_stored_once():
    """Guard: the unique constraint `one_participation_per_address`."""
    box = box_of(make_consultation(level="email"))
    tokens = [begin(box) for _ in range(CROWD)]
    results = all_at_once([sender(box, token, address_hash="a" * 64) for token in tokens])
    assert outcomes(results) == {"Receipt": 1, "AlreadyAnswered": CROWD - 1}
    assert Response.objects.count() == Participation.objects.count() == counted(box) == 1
    # The others lose nothing: what they typed is still there.
    assert Draft.objects.count() == CROWD - 1


def test_counters_stay_exact_while_answers_arrive_and_are_merged(monkeypatch):
    """Guards: entries locked with `SKIP LOCKED` while merged, and one snapshot when added up."""
    monkeypatch.setattr(tallies, "BATCH", 7)
    box = box_of(make_consultation())
    tokens = [begin(box) for _ in range(CROWD)]
    seen: list[int] = []

    def merge():
        for _ in range(6):
            tallies.compact(questionnaire=box)
            seen.append(counted(box))

    results = all_at_once([*(sender(box, token) for token in tokens), merge, merge])
    assert outcomes(results) == {"Receipt": CROWD, "NoneType": 2}
    tallies.compact_due(now=timezone.now())
    assert +tallies.add_up(questionnaire=box) == recount(box)
    assert counted(box) == CROWD
    assert max(seen) <= CROWD
    assert TallyEntry.objects.count() < CROWD


@pytest.mark.postgres
def test_two_runners_merge_no_entry_twice():
    """Guard: `select_for_update(skip_locked=True)` in `compact`."""
    box = box_of(make_consultation())
    TallyEntry.objects.bulk_create(TallyEntry(questionnaire=box, counts={"responses": 1}) for _ in range(CROWD))
    all_at_once([lambda: tallies.compact(questionnaire=box)] * 8)
    assert counted(box) == CROWD


def test_two_tabs_writing_different_screens_lose_nothing():
    """Guard: the lock on the draft in `keep`, which reads before it writes."""
    box = box_of(make_consultation())
    token = begin(box, {})
    draft = drafts.find(key=box.activity.key, token=token)
    screens = [{key: value} for key, value in VALUES.items()] * 4

    def tab(values):
        return lambda: drafts.keep(draft=draft, values=values, now=timezone.now())

    all_at_once([tab(values) for values in screens])
    kept = drafts.find(key=box.activity.key, token=token).answers
    assert kept == {key: value.to_json() for key, value in VALUES.items()}


@pytest.mark.postgres
def test_writing_a_screen_while_the_draft_is_sent_stores_one_answer():
    """Guard: both lock the draft's row; who comes late finds none (the view then shows the receipt)."""
    box = box_of(make_consultation())
    token = begin(box)
    draft = drafts.find(key=box.activity.key, token=token)

    def write():
        return drafts.keep(draft=draft, values={"word": Value(text="calme")}, now=timezone.now())

    results = all_at_once([sender(box, token), write, write, sender(box, token)])
    assert set(outcomes(results)) <= {"Receipt", "Draft", "DoesNotExist"}
    assert Response.objects.count() == counted(box) == 1
    assert not Draft.objects.exists()
    assert +tallies.add_up(questionnaire=box) == recount(box)


@pytest.mark.postgres
def test_guesses_at_once_never_exceed_five():
    """Guard: the conditional UPDATE that spends a try before the code is compared."""
    box = box_of(make_consultation(level="email"))
    draft = drafts.find(key=box.activity.key, token=begin(box))
    record = codes.send_code(draft=draft, address="a@example.org", title="t", now=timezone.now())
    EmailCode.objects.filter(pk=record.pk).update(code_hash=keyed_hash("code", f"{draft.pk}|123456"))
    compared: list[str] = []
    original = codes._code_hash

    def noting(draft, digits):
        compared.append(digits)
        return original(draft, digits)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "_code_hash", noting)
        guesses = [
            lambda code=f"{number:06d}": codes.confirm(draft=draft, typed=code, now=timezone.now())
            for number in range(min(CROWD, 60))
        ]
        results = all_at_once(guesses)
    assert set(outcomes(results)) == {"CodeRefused"}
    assert len(compared) == codes.ATTEMPTS
    # Used up: the right code no longer opens either.
    with pytest.raises(codes.CodeRefused):
        codes.confirm(draft=draft, typed="123456", now=timezone.now())


@pytest.mark.postgres
def test_withdrawing_at_once_counts_one_withdrawal():
    """Guard: the lock on the response in `withdraw`."""
    box = box_of(make_consultation())
    kept, receipt = sender(box, begin(box))(), sender(box, begin(box))()

    def withdraw():
        return answering.withdraw(secret=receipt.secret, now=timezone.now())

    results = all_at_once([withdraw] * min(CROWD, 40))
    assert outcomes(results) == {"Response": 1, "NothingToWithdraw": len(results) - 1}
    assert counted(box) == 1
    assert set(Answer.objects.values_list("response_id", flat=True)) == {kept.response.pk}


@pytest.mark.postgres
def test_sending_again_while_it_is_withdrawn_neither_revives_nor_doubles_it():
    """Guard: the row of a withdrawn response stays, and with it its unique `submission_key`."""
    box = box_of(make_consultation())
    token = begin(box)
    receipt = sender(box, token)()

    def withdraw():
        return answering.withdraw(secret=receipt.secret, now=timezone.now())

    results = all_at_once([*[sender(box, token)] * min(CROWD, 40), withdraw])
    assert {result.code for result in results[:-1]} == {receipt.code}
    assert Response.objects.count() == 1
    assert counted(box) == 0
    assert not Answer.objects.exists()


@pytest.mark.postgres
def test_nothing_is_stored_after_the_close_is_said():
    """Guard: the activity's row held in share mode from the check to the end of `_store`."""
    box = box_of(make_consultation())
    by = User.objects.create_user(username="closing")
    tokens = [begin(box) for _ in range(CROWD)]
    at_close: list[int] = []

    def close():
        windows.close_early(activity=box.activity, reason="Travaux", now=timezone.now(), by=by)
        at_close.append(Response.objects.count())

    results = all_at_once(
        [
            *(sender(box, token) for token in tokens[: CROWD // 2]),
            close,
            *(sender(box, token) for token in tokens[CROWD // 2 :]),
        ]
    )
    assert set(outcomes(results)) <= {"Receipt", "ConsultationClosed", "NoneType"}
    assert Response.objects.count() == at_close[0] == counted(box)


@pytest.mark.postgres
def test_a_sending_that_waits_behind_the_close_is_refused():
    """Guard: the same; made certain by holding the close open until the sending has begun."""
    box = box_of(make_consultation())
    token, closing, sending = begin(box), threading.Event(), threading.Event()

    def close():
        with transaction.atomic():
            activity = Activity.objects.select_for_update().get(pk=box.activity_id)
            activity.closes_at = timezone.now() - timedelta(seconds=1)
            activity.save()
            closing.set()
            sending.wait(timeout=20)
            threading.Event().wait(0.5)

    def send():
        closing.wait(timeout=20)
        sending.set()
        return sender(box, token)()

    results = all_at_once([close, send])
    assert isinstance(results[1], answering.ConsultationClosed)
    assert not Response.objects.exists()
    assert Draft.objects.count() == 1


@pytest.mark.postgres
def test_a_mark_that_arrives_while_the_others_are_scattered_stays(monkeypatch):
    """Guard: `scatter` deletes the rows it has read, not the whole box."""
    box = box_of(make_consultation(level="email"))
    Participation.objects.create(questionnaire=box, participant_hash="a" * 64)
    delete, late = QuerySet.delete, ["b" * 64]

    def answer_in_between(queryset):
        if queryset.model is Participation and late:
            mark = Participation(questionnaire=box, participant_hash=late.pop())
            all_at_once([mark.save])
        return delete(queryset)

    monkeypatch.setattr(QuerySet, "delete", answer_in_between)
    drafts.scatter(questionnaire=box)
    assert set(Participation.objects.values_list("participant_hash", flat=True)) == {"a" * 64, "b" * 64}
