"""The developer's tools: a PostgreSQL of one's own, and the browser's path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ground import ROOT
from tools import browser, debian, postgres, run

ASK = """
import os, psycopg
print(psycopg.connect(os.environ["DATABASE_URL"]).execute("SHOW data_directory").fetchone()[0])
raise SystemExit(7)
"""


@pytest.mark.skipif(postgres.programs() is None, reason="PostgreSQL is not installed (make test-postgres installs it)")
def test_a_throw_away_postgresql_serves_one_command_and_vanishes():
    command = [sys.executable, "tools/postgres.py", "--", sys.executable, "-c", ASK]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 7, done.stderr
    cluster = Path(done.stdout.strip())
    assert cluster.name == "cluster"
    assert not cluster.exists()


def test_a_missing_program_is_named_in_one_line(monkeypatch):
    monkeypatch.setattr(debian.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        debian.install(package="chromium", why="the journeys run in it")
    assert str(stopped.value).startswith("Missing: chromium (the journeys run in it).")


def test_the_environment_chooses_the_browser(monkeypatch, tmp_path):
    chosen = tmp_path / "browser"
    chosen.write_text("#!/bin/sh\n")
    chosen.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert browser.require() == str(chosen)
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "absent"))
    with pytest.raises(SystemExit):
        browser.require()


@pytest.fixture
def prepared(tmp_path, monkeypatch):
    """A prepared folder, and the management commands `make run` would call."""
    called = []

    def pretend(*arguments, **_options):
        called.append(arguments)
        (tmp_path / "db.sqlite3").touch()
        return subprocess.CompletedProcess(arguments, 0, stdout='{"writer": {"user": "a", "password": "b"}}')

    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(run, "manage", pretend)
    run.prepare(tmp_path)
    assert called == [("migrate", "--verbosity", "0"), ("demo",), ("demo", "--logins")]
    called.clear()
    return tmp_path, called


def test_a_second_run_prepares_nothing(prepared):
    folder, called = prepared
    run.prepare(folder)
    assert called == []


def test_a_lost_database_or_another_one_is_prepared_again(prepared, monkeypatch):
    folder, called = prepared
    (folder / "db.sqlite3").unlink()
    run.prepare(folder)
    assert len(called) == 3
    monkeypatch.setenv("DATABASE_URL", "sqlite:////elsewhere.sqlite3")
    run.prepare(folder)
    assert len(called) == 6


def test_the_logins_are_readable_by_their_owner_only(prepared):
    folder, _called = prepared
    assert os.stat(folder / "logins.json").st_mode & 0o077 == 0
