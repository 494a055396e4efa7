"""A throw-away PostgreSQL: `python tools/postgres.py -- COMMAND …` runs a command with DATABASE_URL set.

The cluster is made in a temporary folder with its own socket and a free port on the loopback address, by an account
that is not root, and is stopped and deleted afterwards. No server that was there before is touched.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import debian

OWNER = "site"
PATIENCE = 30
SETTINGS = {
    # Nothing here outlives the run: no need to wait for the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "on",
    "max_connections": "300",
    "shared_buffers": "256MB",
    "listen_addresses": "127.0.0.1",
    "lc_messages": "C",
}


def programs() -> Path | None:
    """The folder of the newest installed `initdb` and `postgres`."""

    def version(folder: Path) -> int:
        digits = folder.parent.name
        return int(digits) if digits.isdigit() else 0

    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    on_path = shutil.which("initdb")
    if on_path:
        folders.append(Path(on_path).resolve().parent)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def require_programs() -> Path:
    """The folder of PostgreSQL's programs, installed first where that is possible."""
    if not programs():
        debian.install(package="postgresql", why="the tests also run on PostgreSQL")
    folder = programs()
    if not folder:
        raise SystemExit("Missing: postgresql (the tests also run on PostgreSQL).")
    return folder


def account() -> dict:
    """Arguments of subprocess that drop root, since PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_ready(*, server: subprocess.Popen, url: str, cluster: Path, log: Path) -> None:
    """Return once the server answers and is the one just made."""
    import psycopg

    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        try:
            with psycopg.connect(url, connect_timeout=2) as connection:
                answered = connection.execute("SHOW data_directory").fetchone()[0]
        except psycopg.OperationalError:
            time.sleep(0.1)
            continue
        if Path(answered) != cluster:
            raise SystemExit("Another PostgreSQL answered on the port just chosen; try again.")
        return
    last = log.read_text(errors="replace").strip().splitlines()[-3:]
    raise SystemExit("PostgreSQL did not start: " + " / ".join(last))


def stop(server: subprocess.Popen) -> None:
    """Stop the server at once, as gently as it lets us."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is not None:
            return
        server.send_signal(number)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue


@contextmanager
def throwaway() -> Iterator[str]:
    """Yield the DATABASE_URL of a new PostgreSQL that ends with the block."""
    folder = require_programs()
    dropped = account()
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        home = Path(name).resolve()
        cluster, log, password_file = home / "cluster", home / "log", home / "password"
        password = secrets.token_hex(16)
        password_file.write_text(password)
        if dropped:
            for path in (home, password_file):
                os.chown(path, dropped["user"], dropped["group"])
        create = [folder / "initdb", "--no-sync", "--pgdata", cluster, "--username", OWNER, "--auth", "scram-sha-256"]
        create += ["--pwfile", password_file, "--encoding", "UTF8", "--locale", "C.UTF-8"]
        quiet = {"cwd": home, "env": {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}, **dropped}
        made = subprocess.run(create, stdin=subprocess.DEVNULL, capture_output=True, text=True, **quiet)
        if made.returncode:
            raise SystemExit(f"initdb failed: {(made.stderr or made.stdout).strip().splitlines()[-1]}")
        port = free_port()
        options = {**SETTINGS, "port": str(port), "unix_socket_directories": str(home)}
        start = [
            folder / "postgres",
            "-D",
            cluster,
            *[part for item in options.items() for part in ("-c", "=".join(item))],
        ]
        with log.open("wb") as output:
            # Its own session: Ctrl-C reaches the tests, and this program then stops the server.
            server = subprocess.Popen(
                start, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True, **quiet
            )
        url = f"postgres://{OWNER}:{password}@127.0.0.1:{port}/postgres"
        try:
            wait_until_ready(server=server, url=url, cluster=cluster, log=log)
            yield url
        finally:
            stop(server)


def main(arguments: list[str]) -> int:
    """Run the command after `--` with DATABASE_URL set and return its exit code."""
    if arguments[:1] != ["--"] or len(arguments) < 2:
        raise SystemExit("usage: python tools/postgres.py -- COMMAND [ARGUMENT …]")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with throwaway() as url:
        return subprocess.run(arguments[1:], env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
