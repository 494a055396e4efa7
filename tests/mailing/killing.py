"""Workers in processes of their own, killed in the middle of a sending, and what became of each mail."""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connections
from django.utils import timezone

from participation.mailing import delivering
from participation.mailing.models import Mail, Sending
from tests.factories import box_of, make_consultation
from tests.mailing import sink as sinks
from tests.mailing.people import make_mails, make_subscriber

State = Mail.State
PATIENCE = 120
# A fork of this process knows its settings, its database and the sink's address.
fork = multiprocessing.get_context("fork")


def _unfinished() -> bool:
    return Mail.objects.filter(state__in=[State.WAITING, State.CLAIMED]).exists()


def _work() -> None:
    """One worker: rounds until nothing is left, as `periodic --loop` does without its pauses."""
    while _unfinished():
        delivering.deliver_due(now=timezone.now())
        time.sleep(0.02)
    os._exit(0)


@dataclass
class Crew:
    """The workers of one sending; each that is killed is replaced, as a supervisor does."""

    size: int
    workers: list = field(default_factory=list)
    killed: int = 0

    def hire(self) -> None:
        # A connection shared with a child would be closed by it.
        connections.close_all()
        while len(self.workers) < self.size:
            worker = fork.Process(target=_work, daemon=True)
            worker.start()
            self.workers.append(worker)

    def kill(self, chosen: random.Random) -> None:
        worker = chosen.choice(self.workers)
        os.kill(worker.pid, signal.SIGKILL)
        self.killed += 1

    def replace_dead(self) -> None:
        self.workers = [worker for worker in self.workers if worker.is_alive()]
        self.hire()


def send_with_kills(settings, patch, *, mails: int, kills: int, size: int, seed: int) -> tuple[Sending, sinks.Sink]:
    """A sending during which workers are killed: half of them when the server has a mail and its worker does not know
    it yet, the others at any moment. Ends when nothing waits any more."""
    settings.MAIL_PER_MINUTE = 10 * mails + 1000
    patch.setattr(delivering, "LEASE", timedelta(seconds=0.4))
    chosen = random.Random(seed)
    now = timezone.now()
    item = f"opened:{box_of(make_consultation()).activity_id}"
    sending = make_mails([make_subscriber() for _number in range(mails)], [item], now=now)
    moments = sorted(chosen.sample(range(1, mails * 8 // 10), kills))
    exact = set(moments[::2])
    with sinks.listening() as sink:
        sinks.send_there(settings, sink)
        crew = Crew(size)

        def after_keeping() -> None:
            if exact and len(sink.contents) >= min(exact):
                exact.discard(min(exact))
                crew.kill(chosen)

        sink.after_keeping = after_keeping
        crew.hire()
        for moment in moments[1::2]:
            _wait_until(lambda moment=moment: len(sink.contents) >= moment, crew)
            time.sleep(chosen.random() / 200)
            crew.kill(chosen)
        _wait_until(lambda: not _unfinished(), crew)
        for worker in crew.workers:
            worker.join(PATIENCE)
        assert crew.killed == kills
    return sending, sink


def _wait_until(is_so: Callable[[], bool], crew: Crew) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("what the test waits for did not happen")
        crew.replace_dead()
        time.sleep(0.01)


def assert_each_once_or_left_for_the_staff(sending: Sending, sink: sinks.Sink, *, kills: int) -> None:
    """Nobody got two; whoever is not left as being handed over got one; no more are left than workers were killed."""
    assert max(sink.received.values()) == 1
    rows = list(sending.mails.select_related("subscriber"))
    assert {row.state for row in rows} <= {State.SENT, State.HANDING}
    for row in rows:
        if row.state == State.SENT:
            assert sink.received[row.subscriber.address] == 1
    left = [row for row in rows if row.state == State.HANDING]
    assert len(left) <= kills
    # The kills in the very middle were not in vain: those mails arrived, and nobody dared send them again.
    assert any(sink.received[row.subscriber.address] for row in left)
