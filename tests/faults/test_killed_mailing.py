"""A sending of 2,000 mails by two workers, twenty of which are killed."""

import pytest

from tests.mailing.killing import assert_each_once_or_left_for_the_staff, send_with_kills

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_each_person_gets_one_mail_or_is_left_for_the_staff_to_decide(settings, monkeypatch):
    sending, sink = send_with_kills(settings, monkeypatch, mails=2000, kills=20, size=2, seed=17)
    assert_each_once_or_left_for_the_staff(sending, sink, kills=20)
    assert sum(sink.received.values()) >= 1980
