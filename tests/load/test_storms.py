"""Two hundred residents press “Send” at the same moment, on four workers and PostgreSQL."""

import pytest

from participation.questionnaires import tallies
from participation.questionnaires.models import Draft, Response
from tests.factories import box_of, make_consultation
from tests.load import storm
from tests.questionnaires.test_tallies import recount

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

CROWD = 200


def test_the_same_answer_sent_two_hundred_times_at_once_is_stored_once(tmp_path):
    page = make_consultation()
    token = storm.draft_of(box_of(page))
    with storm.site(tmp_path) as server:
        receipts = storm.send_together(server, page.translation_key, [token] * CROWD)
    assert len(set(receipts)) == 1
    assert isinstance(receipts[0], str)
    assert Response.objects.count() == 1
    assert not Draft.objects.exists()
    assert +tallies.add_up(questionnaire=box_of(page)) == recount(box_of(page))


def test_two_hundred_answers_at_once_are_all_stored(tmp_path):
    page = make_consultation()
    tokens = [storm.draft_of(box_of(page)) for _ in range(CROWD)]
    with storm.site(tmp_path) as server:
        receipts = storm.send_together(server, page.translation_key, tokens)
    assert len(set(receipts)) == CROWD
    assert all(isinstance(receipt, str) for receipt in receipts)
    assert Response.objects.count() == CROWD
    assert +tallies.add_up(questionnaire=box_of(page)) == recount(box_of(page))
