"""The site served as in production – gunicorn, PostgreSQL, production settings – on this machine only."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.postgres import free_port, stop

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


def environment(*, database_url: str, folder: Path, settings: str) -> dict[str, str]:
    """Everything the production settings ask for, with secrets of this run and files below `folder`."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
        "DJANGO_SETTINGS_MODULE": settings,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "PARTICIPATION_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "BASE_URL": "http://127.0.0.1",
        "DATABASE_URL": database_url,
        "CACHE_URL": "locmem://",
        "EMAIL_URL": "console://",
        "DEFAULT_FROM_EMAIL": "ne-pas-repondre@example.org",
        "SSL_REDIRECT": "false",
        "BEHIND_PROXY": "true",
        "DEMONSTRATION": "true",
        "MEDIA": f"file://{folder / 'media'}",
        "STATIC_ROOT": str(folder / "static"),
        "VAR_DIR": str(folder),
    }


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run a management command; gives what it printed."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)}: {(done.stderr or done.stdout)[-2000:]}")
    return done.stdout


@dataclass(frozen=True)
class Server:
    """A running gunicorn: its address and its process."""

    url: str
    process: subprocess.Popen


@contextmanager
def served(env: dict[str, str], *, workers: int = 2, threads: int = 1, timeout: int = 60) -> Iterator[Server]:
    """Serve until the block ends. A browser opens several connections at once: it wants production's eight threads."""
    port = free_port()
    with tempfile.TemporaryFile() as log:
        command = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--bind", f"127.0.0.1:{port}"]
        command += ["--workers", str(workers), "--threads", str(threads), "--timeout", str(timeout)]
        command += ["--log-level", "warning"]
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        server = Server(f"http://127.0.0.1:{port}", process)
        try:
            _wait(server, log)
            yield server
        finally:
            stop(process)


def _wait(server: Server, log) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/healthz", timeout=5) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    log.seek(0)
    raise RuntimeError(f"gunicorn did not start: {log.read()[-2000:].decode(errors='replace')}")
