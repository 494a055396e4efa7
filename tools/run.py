"""Serve the demonstration: `python tools/run.py --port 8000`.

Prepares the database only when the migrations or the demo content changed, then starts the web server at once and the
periodic commands beside it. Django is never loaded in this process, so that a second start is quick.
"""

import argparse
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import catalogues

ROOT = catalogues.ROOT
HOST = "127.0.0.1"
APPS = ["home", "search", "participation", "site/demo"]
STOP_PATIENCE = 10


def environment() -> dict[str, str]:
    """What every child sees: the development settings unless the caller chose others."""
    return {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "PYTHONUNBUFFERED": "1", **os.environ}


def manage(*arguments: str, **options) -> subprocess.CompletedProcess:
    """Run a management command, or stop with its exit code."""
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment(), **options)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done


def fingerprint() -> str:
    """Changes with the migrations, the demo's sources, the locked versions and the database asked for."""
    migrations = {path for app in APPS for path in (ROOT / app).rglob("migrations/*.py")}
    demo = {path for path in (ROOT / "site/demo").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    digest = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    for path in sorted(migrations | demo | {ROOT / "requirements.txt"}):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def prepare(var: Path) -> None:
    """Database, demo content and logins, only when something they are made from changed."""
    stamp, logins = var / "prepared", var / "logins.json"
    wanted = fingerprint()
    has_database = "DATABASE_URL" in os.environ or (var / "db.sqlite3").exists()
    if has_database and logins.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    var.mkdir(parents=True, exist_ok=True)
    print("Preparing the database…", flush=True)
    manage("migrate", "--verbosity", "0")
    print("Loading the demonstration content…", flush=True)
    manage("demo")
    answer = manage("demo", "--logins", stdout=subprocess.PIPE, text=True).stdout
    json.loads(answer)
    logins.write_text(answer)
    logins.chmod(0o600)
    stamp.write_text(wanted)


def refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        # As the server itself does: a port whose last connections are fading is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise SystemExit(f"Port {port} is taken; choose another: make run PORT={port + 1}") from None


def start(*command: str) -> subprocess.Popen:
    """A child in its own session: Ctrl-C reaches this process alone, which ends its children in order."""
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment(), start_new_session=True)


def start_server(port: int) -> subprocess.Popen:
    options = ["--bind", f"{HOST}:{port}", "--workers", "1", "--worker-class", "gthread", "--threads", "8"]
    return start("-m", "gunicorn", "--pythonpath", ".,site", "--log-level", "warning", *options, "config.wsgi")


def stop(child: subprocess.Popen) -> None:
    """End a child of ours, gently first."""
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(timeout=STOP_PATIENCE)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def wait_until_serving(server: subprocess.Popen, port: int) -> None:
    """Return once a page comes, or the server ended."""
    request = f"GET /healthz HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode()
    while server.poll() is None:
        try:
            with socket.create_connection((HOST, port), timeout=30) as connection:
                connection.sendall(request)
                if connection.recv(12).startswith(b"HTTP/1.1"):
                    return
        except OSError:
            pass
        time.sleep(0.05)


def announce(port: int, var: Path) -> None:
    """The addresses and the demo logins."""
    address = f"http://{HOST}:{port}"
    lines = [
        f"  The site       {address}/",
        f"  The CMS        {address}/admin/",
        f"  Outgoing mail  {address}/-/courrier/",
        "",
        "  Demo logins for the CMS: user, password, secret for an authenticator (second factor);",
        "  the resident is invented and signs in with the password, or with a code to be read in the outgoing mail",
    ]
    for role, login in json.loads((var / "logins.json").read_text()).items():
        lines.append(f"    {role:<16} {login['user']:<16} {login['password']:<18} {login['totp_secret']}".rstrip())
    print("\n" + "\n".join(lines) + "\n\n  Ctrl-C stops everything.\n", flush=True)


def serve(port: int, var: Path) -> int:
    """Web server and periodic commands until one is asked to stop."""

    def leave(*_) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    children = []
    try:
        server = start_server(port)
        children.append(server)
        wait_until_serving(server, port)
        if server.poll() is None:
            # After the server answers: two Django starts at once would only slow each other down.
            children.append(start("manage.py", "periodic", "--loop"))
            announce(port, var)
        return server.wait()
    except KeyboardInterrupt:
        print("\nStopping…", flush=True)
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in reversed(children):
            stop(child)


def main() -> int:
    """Prepare what is needed, then serve."""
    parser = argparse.ArgumentParser(description="Serve the demonstration on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    var = Path(os.environ.get("VAR_DIR", ROOT / "var"))
    refuse_taken_port(port)
    # The address in mails and feeds is the one printed below.
    os.environ.setdefault("BASE_URL", f"http://{HOST}:{port}")
    catalogues.compile_stale()
    prepare(var)
    return serve(port, var)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
