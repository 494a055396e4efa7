"""PostgreSQL stopped hard and started again while residents answer."""

import threading
import time

import pytest

from tests.bench.visiting import Visitor
from tests.factories import make_consultation
from tests.faults.cluster import copy_of
from tests.load import storm

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

RESIDENTS = 8
FIRST_SCREEN = [("q-link", "passant"), ("q-uses", "repos"), ("q-ease", "3"), ("go", "next")]


class Resident(threading.Thread):
    """Answers again and again; keeps what was acknowledged, and which tokens were not."""

    def __init__(self, server, key, until: threading.Event):
        super().__init__()
        self.server, self.key, self.until = server, key, until
        self.receipts: dict[str, str] = {}
        self.unsure: list[str] = []
        self.refusals: list[str] = []

    def run(self) -> None:
        while not self.until.is_set():
            token = ""
            try:
                visitor = Visitor(self.server.url)
                visitor.post(f"/repondre/{self.key}/", FIRST_SCREEN)
                token = visitor.cookie(f"reponse-{self.key.hex[:12]}")
                self.receipts[token] = storm.send(self.server, self.key, token)
            except (OSError, RuntimeError) as error:
                self.refusals.append(str(error))
                if token:
                    self.unsure.append(token)
                time.sleep(0.05)


def test_a_restart_under_load_loses_nothing_acknowledged_and_halves_nothing(tmp_path):
    page = make_consultation()
    key = page.translation_key
    with copy_of(storm.database_url()) as cluster, storm.site(tmp_path, url=cluster.url) as server:
        until = threading.Event()
        residents = [Resident(server, key, until) for _ in range(RESIDENTS)]
        for resident in residents:
            resident.start()
        time.sleep(2)
        cluster.crash_and_restart(down=1)
        time.sleep(3)
        until.set()
        for resident in residents:
            resident.join(timeout=60)
        acknowledged = {token: code for resident in residents for token, code in resident.receipts.items()}
        unsure = [token for resident in residents for token in resident.unsure]
        refusals = [text for resident in residents for text in resident.refusals]
        # Nobody had to do anything: who was cut off sends again, who was not finds the same receipt.
        again = {token: storm.send(server, key, token) for token in unsure}
        for token, code in list(acknowledged.items())[-20:]:
            assert storm.send(server, key, token) == code
        stored = cluster.one("SELECT count(*) FROM questionnaires_response")
        assert refusals, "the restart went unnoticed"
        assert acknowledged
        assert stored == len(acknowledged) + len(set(again))
        assert cluster.one("SELECT sum((counts->>'responses')::int) FROM questionnaires_tallyentry") == stored
        halves = "SELECT count(*) FROM questionnaires_response r WHERE (%s) <> 3"
        rows = "SELECT count(*) FROM questionnaires_answer a WHERE a.response_id = r.id"
        assert cluster.one(halves % rows) == 0
        # The page says so plainly: no trace of the program reaches the resident.
        assert not any("Traceback" in text or "psycopg" in text for text in refusals)
