"""A sending of 2,000 mails by two workers, twenty of which are killed."""

import pytest

from participation.mailing import delivering
from participation.mailing.models import Mail
from tests.mailing.killing import assert_each_once_or_left_for_the_staff, send_with_kills

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_each_person_gets_one_mail_or_is_left_for_the_staff_to_decide(settings, monkeypatch):
    sending, sink = send_with_kills(settings, monkeypatch, mails=2000, kills=20, size=2, seed=17)
    assert_each_once_or_left_for_the_staff(sending, sink, kills=20)
    assert sum(sink.received.values()) >= 1980


def test_the_same_proof_fails_where_mails_are_written_down_only_after_they_left(settings, monkeypatch):
    """The guard is the order in `_deliver`: without it, who is killed in between leaves a mail to be sent again."""

    def only_look(*, mail: Mail, now) -> bool:
        return Mail.objects.filter(pk=mail.pk, claim=mail.claim).exists()

    def write_down(*, mail: Mail, outcome, now) -> None:
        Mail.objects.filter(pk=mail.pk).update(state=Mail.State.SENT)

    monkeypatch.setattr(delivering, "begin_handing", only_look)
    monkeypatch.setattr(delivering, "finish", write_down)
    sending, sink = send_with_kills(settings, monkeypatch, mails=60, kills=4, size=1, seed=3)
    with pytest.raises(AssertionError):
        assert_each_once_or_left_for_the_staff(sending, sink, kills=4)
    assert max(sink.received.values()) == 2
