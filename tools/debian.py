"""What a developer's machine lacks: installed on Debian as root, else named in one line."""

import os
import shutil
import subprocess
import sys


def install(*, package: str, why: str) -> None:
    """Install a Debian package, or stop with one line that says what is missing."""
    if not (shutil.which("apt-get") and os.geteuid() == 0):
        raise SystemExit(f"Missing: {package} ({why}). Install it with your system's package manager, then try again.")
    print(f"Installing {package} ({why})…", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        if done.returncode:
            last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
            raise SystemExit(f"Missing: {package} ({why}). apt-get {command[0]} said: {last[0]}")
