"""A short sample of `make load` and `make faults`, over real HTTP on PostgreSQL."""

import pytest

from participation.questionnaires.models import Response
from tests.factories import box_of, make_consultation
from tests.faults import journeys
from tests.load import storm

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_one_answer_sent_twenty_times_at_once_over_http_is_stored_once(tmp_path):
    page = make_consultation()
    token = storm.draft_of(box_of(page))
    with storm.site(tmp_path) as server:
        receipts = storm.send_together(server, page.translation_key, [token] * 20)
    assert len(set(receipts)) == 1
    assert isinstance(receipts[0], str)
    assert Response.objects.count() == 1


def test_a_worker_killed_while_its_answers_are_written_leaves_nothing_half(tmp_path):
    journeys.kill_while_sending("answers", tmp_path)
