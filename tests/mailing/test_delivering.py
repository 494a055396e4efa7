"""Mails leave at the pace that was set, each at most once, and one that fails stops no other."""

import time
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.mailing import delivering, holding
from participation.mailing.carrier import Carrier, Outcome
from participation.mailing.models import Mail, Postbox, Subscriber
from participation.mailing.subscribing import unsubscribe
from participation.people.groups import Role
from tests.factories import box_of, make_consultation
from tests.home.test_mail import Words
from tests.mailing import sink as sinks
from tests.mailing.people import make_mails, make_subscriber, states
from tests.website import HOSTILE, make_staff

pytestmark = pytest.mark.django_db
State = Mail.State


@pytest.fixture
def item() -> str:
    return f"opened:{box_of(make_consultation(title='Notre place', summary='Dessinons-la.')).activity_id}"


@pytest.fixture
def sink(settings):
    with sinks.listening() as sink:
        sinks.send_there(settings, sink)
        yield sink


def test_a_digest_is_short_carries_its_way_out_and_one_click(item, now):
    one = make_subscriber("lea@example.org")
    sending = make_mails([one], [item], now=now)
    delivering.deliver_due(now=now)
    [message] = mail.outbox
    assert message.to == ["lea@example.org"]
    assert message.subject == "On peut participer\u00a0: Notre place"
    leave = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert leave.startswith("http://127.0.0.1:8000/nouvelles/arreter/")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    shown = Words(message.alternatives[0].content)
    assert shown.loaded == []
    for words in (message.body, shown.text):
        assert "Notre place" in words
        assert "Dessinons-la." in words
    for part in (message.body, message.alternatives[0].content):
        assert leave in part
        assert "/nouvelles/choix/" in part
        assert "%%" not in part
    assert states(sending) == {State.SENT: 1}
    assert sending.mails.get().items == []


def test_hostile_titles_stay_words(now):
    page = make_consultation(title=HOSTILE + "\r\nBcc: other@example.org")
    make_mails([make_subscriber()], [f"opened:{box_of(page).activity_id}"], now=now)
    delivering.deliver_due(now=now)
    [message] = mail.outbox
    assert message.recipients() == message.to
    assert "Bcc" not in message.message()
    assert HOSTILE in message.body
    assert "<script>" not in message.alternatives[0].content


def test_each_reads_in_her_language_and_what_went_offline_is_not_told(now):
    page = make_consultation(title="Notre place")
    gone = make_consultation()
    gone.unpublish()
    items = [f"answered:{box_of(one).activity_id}" for one in (page, gone)]
    people = [make_subscriber(), make_subscriber(language="en")]
    sending = make_mails(people, items, now=now)
    nothing = make_mails(people, items[1:], now=now)
    delivering.deliver_due(now=now)
    assert sorted(message.subject for message in mail.outbox) == [
        "La Ville a répondu\u00a0: Notre place",
        "The City has answered: Notre place",
    ]
    assert states(sending) == {State.SENT: 2}
    assert states(nothing) == {}


def test_no_more_leave_in_a_minute_than_the_city_allows(item, now, settings):
    settings.MAIL_PER_MINUTE = 3
    sending = make_mails([make_subscriber() for _number in range(8)], [item], now=now)
    left = []
    for seconds in (0, 20, 62, 125, 190):
        delivering.deliver_due(now=now + timedelta(seconds=seconds))
        left.append(len(mail.outbox))
    assert left == [3, 3, 6, 8, 8]
    assert states(sending) == {State.SENT: 8}


def test_one_address_that_fails_stops_no_other(item, now, sink):
    names = ["unknown", "a", "busy", "b", "spam", "c", "full", "d", "silent", "e", "other-key"]
    people = {name: make_subscriber(f"{name}@example.org") for name in names}
    Subscriber.objects.filter(pk=people["other-key"].pk).update(sealed_address="encrypted under another key")
    sending = make_mails(people.values(), [item], now=now)
    delivering.deliver_due(now=now)
    by_person = dict(sending.mails.values_list("subscriber", "state"))
    outcome = {name: by_person[one.pk] for name, one in people.items()}
    assert {name: outcome[name] for name in "abcde"} == dict.fromkeys("abcde", State.SENT)
    assert {outcome[name] for name in ("unknown", "spam", "other-key")} == {State.FAILED}
    assert (outcome["busy"], outcome["full"]) == (State.WAITING, State.WAITING)
    # The server has it and did not say so: neither sent nor to be sent again.
    assert outcome["silent"] == State.HANDING
    for hours in (1, 3, 12, 48, 96, 200):
        delivering.deliver_due(now=now + timedelta(hours=hours))
    assert max(sink.received.values()) == 1
    assert set(sink.received) >= {f"{name}@example.org" for name in "abcde"}
    assert sending.mails.get(subscriber=people["busy"]).state == State.GIVEN_UP
    assert sending.mails.get(subscriber=people["silent"]).state == State.HANDING


def test_a_server_that_ends_connections_is_spoken_to_again(item, now, sink):
    sink.patience = 2
    sending = make_mails([make_subscriber() for _number in range(7)], [item], now=now)
    delivering.deliver_due(now=now)
    assert states(sending) == {State.SENT: 7}
    assert sorted(sink.received.values()) == [1] * 7
    headers = message_from_bytes(sink.contents[0], policy=policy.default)
    assert headers["Message-ID"].startswith("<")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_server_that_is_away_costs_nothing_and_mails_wait(item, now, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    sending = make_mails([make_subscriber() for _number in range(3)], [item], now=now)
    began = time.monotonic()
    delivering.deliver_due(now=now)
    assert time.monotonic() - began < settings.EMAIL_TIMEOUT
    assert states(sending) == {State.WAITING: 3}
    assert set(sending.mails.values_list("attempts", flat=True)) == {0}
    assert Postbox.objects.get().problem == "ConnectionRefusedError"
    assert 3 <= settings.EMAIL_TIMEOUT <= 10


def test_what_a_dead_worker_had_claimed_leaves_later_and_what_it_was_handing_over_never_does(item, now):
    sending = make_mails([make_subscriber() for _number in range(4)], [item], now=now)
    dead = delivering.claim(now=now)
    assert delivering.begin_handing(mail=dead[0], now=now)
    assert delivering.claim(now=now) == []
    delivering.deliver_due(now=now)
    assert mail.outbox == []
    later = now + delivering.LEASE + timedelta(seconds=1)
    delivering.deliver_due(now=later)
    assert states(sending) == {State.SENT: 3, State.HANDING: 1}
    # A worker that was only slow finds its claims taken.
    assert not delivering.begin_handing(mail=dead[1], now=later)
    delivering.finish(mail=dead[1], outcome=Outcome.LATER, now=later)
    assert states(sending) == {State.SENT: 3, State.HANDING: 1}


def test_whoever_unsubscribes_while_a_mail_is_about_to_leave_does_not_get_it(item, now):
    one = make_subscriber()
    make_mails([one], [item], now=now)
    [claimed] = delivering.claim(now=now)
    unsubscribe(key=one.key)
    assert not delivering.begin_handing(mail=claimed, now=now)


def test_the_office_holds_everything_back_at_once_and_lets_it_go_on(item, now):
    officer = make_staff(Role.COMMUNICATIONS)
    sending = make_mails([make_subscriber() for _number in range(2)], [item], now=now)
    [first, _second] = delivering.claim(now=now)
    holding.hold(by=officer, now=now)
    assert not delivering.begin_handing(mail=first, now=now)
    delivering.deliver_due(now=now + timedelta(hours=1))
    assert mail.outbox == []
    holding.release(by=officer, now=now)
    delivering.deliver_due(now=now + timedelta(hours=1))
    assert states(sending) == {State.SENT: 2}


def test_delivering_reads_once_for_all_what_they_tell(item, now):
    def reads(crowd: int) -> int:
        sending = make_mails([make_subscriber() for _number in range(crowd)], [item], now=now)
        with CaptureQueriesContext(connection) as counted:
            delivering.deliver_due(now=now + timedelta(minutes=2 * crowd))
        assert states(sending) == {State.SENT: crowd}
        return sum(query["sql"].startswith("SELECT") for query in counted)

    reads(1)  # the site's frame and its addresses are remembered from here on
    assert reads(2) == reads(12)


def test_a_carrier_knows_an_answer_from_a_silence(sink):
    message = mail.EmailMessage("s", "b", "a@example.org", ["silent@example.org"])
    unwritable = mail.EmailMessage("s", "b", "a@example.org", ["a b\n@example.org"])
    with Carrier() as carrier:
        carrier.be_ready()
        assert carrier.hand_over(message) == Outcome.UNKNOWN
        message.to = ["unknown@example.org"]
        carrier.be_ready()
        assert carrier.hand_over(message) == Outcome.REFUSED
        carrier.be_ready()
        assert carrier.hand_over(unwritable) == Outcome.REFUSED
