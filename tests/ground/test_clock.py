"""The clock of the bench counts what the site used, neither more nor less."""

import subprocess
from contextlib import contextmanager

import pytest

from tests.bench.processes import Clock, is_helper

BUSY = "i=0; while [ $i -lt 50000 ]; do i=$((i+1)); done; echo done; read word"


@contextmanager
def at_work(title: str):
    """A process under this title that has used a processor for a while and now waits."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([title, "-c", BUSY], executable="/bin/sh", **pipes) as process:
        process.stdout.readline()
        yield process


def test_what_a_process_used_still_counts_after_its_end():
    with at_work("gunicorn") as process:
        clock = Clock([process.pid])
        before = clock.seconds()
    assert before > 0
    assert clock.seconds() == before


def test_the_helpers_of_the_database_do_not_count():
    with at_work("postgres: autovacuum worker site") as helper, at_work("postgres: site site [local] idle") as backend:
        assert Clock([helper.pid]).seconds() == 0
        assert Clock([backend.pid]).seconds() > 0


@pytest.mark.parametrize(
    ("title", "helps"),
    [
        ("postgres: checkpointer", True),
        ("postgres: background writer", True),
        ("postgres: autovacuum launcher", True),
        ("postgres: logical replication launcher", True),
        ("postgres: site postgres 127.0.0.1(50302) idle in transaction", False),
        ("postgres: site postgres [local] SELECT", False),
        ("postgres: parallel worker for PID 4012", False),
        ("/usr/lib/postgresql/15/bin/postgres -D /srv/cluster", False),
        ("/usr/bin/python3 -m gunicorn config.wsgi:application", False),
    ],
)
def test_a_helper_is_known_by_its_title(title, helps):
    assert is_helper(title) is helps
