"""A small sample of `make faults`: three workers killed while sixty mails leave."""

import pytest

from tests.mailing.killing import assert_each_once_or_left_for_the_staff, send_with_kills

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_nobody_gets_a_mail_twice_when_workers_are_killed(settings, monkeypatch):
    sending, sink = send_with_kills(settings, monkeypatch, mails=60, kills=3, size=1, seed=1)
    assert_each_once_or_left_for_the_staff(sending, sink, kills=3)
    assert sum(sink.received.values()) >= 57
