"""Stopping a sending at a chosen point and killing the worker there, without a hook in the site's code.

A trigger of the test makes PostgreSQL wait at one table while `_store` writes to it; meanwhile the workers get SIGKILL.
"""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from django.db import connection

from tests.bench.processes import family
from tests.bench.server import Server

# Where `_store` is held: a name, the table, and the trigger's moment. "commit" waits inside COMMIT itself.
POINTS = {
    "response": ("questionnaires_response", "BEFORE INSERT"),
    "answers": ("questionnaires_answer", "BEFORE INSERT"),
    "counters": ("questionnaires_tallyentry", "BEFORE INSERT"),
    "draft": ("questionnaires_draft", "BEFORE DELETE"),
    "commit": ("questionnaires_tallyentry", "AFTER INSERT"),
}
SECONDS = 2
PATIENCE = 20

FUNCTION = f"""
CREATE OR REPLACE FUNCTION hold_here() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_sleep({SECONDS}); RETURN COALESCE(NEW, OLD); END $$
"""
HELD = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"


def _execute(sql: str):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


@contextmanager
def held_at(point: str) -> Iterator[None]:
    """While the block runs, every sending waits at this point."""
    table, moment = POINTS[point]
    _execute(FUNCTION)
    if point == "commit":
        kind, when = "CONSTRAINT TRIGGER", "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
    else:
        kind, when = "TRIGGER", "FOR EACH ROW"
    _execute(f"CREATE {kind} hold_here {moment} ON {table} {when} EXECUTE FUNCTION hold_here()")
    try:
        yield
    finally:
        _wait_until(lambda: _execute(HELD) == 0)
        _execute(f"DROP TRIGGER hold_here ON {table}")
        _execute("DROP FUNCTION hold_here()")


def kill_workers_once_held(server: Server) -> None:
    """Wait until a sending has reached the point, then kill every worker; gunicorn starts others."""
    _wait_until(lambda: _execute(HELD) > 0)
    for worker in family(server.process.pid)[1:]:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)


def _wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("what the test waits for did not happen")
        time.sleep(0.05)
