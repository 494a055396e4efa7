"""The journeys both the full run and its short sample take."""

import threading
from pathlib import Path

from participation.questionnaires import tallies
from participation.questionnaires.models import Answer, Draft, Response, TallyEntry
from tests.factories import box_of, make_consultation
from tests.faults import killing
from tests.load import storm
from tests.questionnaires.test_tallies import recount


def kill_while_sending(point: str, folder: Path) -> None:
    """A worker dies at this point: nothing half is stored, and sending again gives one answer and one receipt."""
    page = make_consultation()
    box, outcome = box_of(page), []
    token = storm.draft_of(box)

    def send() -> None:
        try:
            outcome.append(storm.send(server, page.translation_key, token))
        except (OSError, RuntimeError) as error:
            outcome.append(error)

    with storm.site(folder, workers=2) as server:
        with killing.held_at(point):
            sender = threading.Thread(target=send)
            sender.start()
            killing.kill_workers_once_held(server)
            sender.join(timeout=killing.PATIENCE)
        assert len(outcome) == 1
        assert not isinstance(outcome[0], str), "acknowledged although the worker died"
        # Inside COMMIT the database finishes what it began; at any point before, it takes everything back.
        stored = 1 if point == "commit" else 0
        assert Response.objects.count() == TallyEntry.objects.count() == stored
        assert Answer.objects.exists() is bool(stored)
        assert Draft.objects.count() == 1 - stored
        receipts = {storm.send(server, page.translation_key, token) for _ in range(3)}
    assert len(receipts) == 1
    assert Response.objects.count() == TallyEntry.objects.count() == 1
    assert not Draft.objects.exists()
    assert +tallies.add_up(questionnaire=box) == recount(box)
