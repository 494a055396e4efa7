"""A worker killed at each point of storing an answer."""

import pytest

from tests.faults import journeys, killing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


@pytest.mark.parametrize("point", killing.POINTS)
def test_a_worker_killed_while_storing_leaves_all_or_nothing(point, tmp_path):
    journeys.kill_while_sending(point, tmp_path)
