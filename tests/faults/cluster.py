"""A PostgreSQL of the test's own, with a copy of its database, that may be stopped hard and started again."""

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.bench.database import postmaster
from tools.postgres import account, programs, stop, throwaway

PATIENCE = 30


@dataclass
class Cluster:
    """Its address, and the server this test started again (the first one belongs to `throwaway`)."""

    url: str
    started: subprocess.Popen | None = field(default=None)

    def one(self, sql: str):
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchone()[0] if cursor.description else None

    def crash_and_restart(self, *, down: float) -> None:
        """Immediate stop, as when the process is killed: no connection is ended in order. Then start as before."""
        folder = Path(self.one("SHOW data_directory"))
        command = shlex.split((folder / "postmaster.opts").read_text())
        os.kill(postmaster(self.url), signal.SIGQUIT)
        deadline = time.monotonic() + PATIENCE
        while (folder / "postmaster.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(down)
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.started = subprocess.Popen(
            command, cwd=folder.parent, env=environment, start_new_session=True, **quiet, **account()
        )
        while time.monotonic() < deadline + PATIENCE:
            try:
                return self.one("SELECT 1")
            except psycopg.OperationalError:
                time.sleep(0.1)
        raise TimeoutError("PostgreSQL did not come back")


@contextmanager
def copy_of(url: str) -> Iterator[Cluster]:
    """A new server holding a copy of this database, whose acknowledged commits survive a crash."""
    folder = programs()
    with throwaway() as own:
        cluster = Cluster(own)
        # The throw-away server forgets the last commits in a crash to be fast; here they are the point.
        cluster.one("ALTER ROLE site SET synchronous_commit = on")
        dump = subprocess.Popen([folder / "pg_dump", "--no-owner", "--dbname", url], stdout=subprocess.PIPE)
        subprocess.run(
            [folder / "psql", "--quiet", "--dbname", own],
            stdin=dump.stdout,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        dump.wait()
        try:
            yield cluster
        finally:
            if cluster.started:
                stop(cluster.started)
