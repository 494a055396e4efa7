"""`make bench`: goals 2 to 5 of docs/performance.md beside their anchors, on a throw-away PostgreSQL and gunicorn.

BENCH_FULL=1 also exports a million responses; BENCH_ONLY=23 measures only the goals named.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tests.bench import exporting, pages, questionnaire, reading  # noqa: E402
from tests.bench.database import postmaster  # noqa: E402
from tests.bench.server import environment, manage, served  # noqa: E402
from tests.bench.table import Table  # noqa: E402
from tests.bench.visiting import Meter  # noqa: E402
from tools.postgres import throwaway  # noqa: E402

SMALL, MEDIUM, LARGE = 100_000, 300_000, 1_000_000


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - this is what it is for


def module(env: dict[str, str], name: str, *arguments: str) -> str:
    command = [sys.executable, "-m", f"tests.bench.{name}", *arguments]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr[-2000:]}")
    return done.stdout


def prepare(env: dict[str, str]) -> dict:
    """The demonstration, and the bench's own pages."""
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "collectstatic", "--noinput", "--verbosity", "0")
    manage(env, "demo")
    return json.loads(module(env, "data"))


def fill(env: dict[str, str], made: dict, goals: str, *, is_full: bool) -> None:
    keys = {name: box["key"] for name, box in made["boxes"].items()}
    wanted = {"large": LARGE} if "5" in goals or is_full else {}
    if "4" in goals:
        wanted |= {"small": SMALL} | ({} if is_full else {"medium": MEDIUM})
        module(env, "fill", "survey", str(made["survey"]["pk"]), str(SMALL))
    module(env, "fill", "boxes", *(f"{keys[name]}:{number}" for name, number in wanted.items()))


def measure(env: dict[str, str], folder: Path, goals: str) -> list[Table]:
    database, is_full = postmaster(env["DATABASE_URL"]), os.environ.get("BENCH_FULL") == "1"
    say("Preparing the demonstration…")
    prepared = prepare(env)
    made = prepared["made"]
    tables: list[Table] = []

    def show(table: Table) -> None:
        tables.append(table)
        say(table.show())

    with served(env) as server:
        meter = Meter([server.process.pid, database], times=20, rounds=3)
        if "2" in goals:
            show(pages.measure(server, meter, made["types"]))
        if "3" in goals:
            show(questionnaire.measure(server, meter, made, prepared["answers"]))
        if "4" in goals or "5" in goals:
            say("\nWriting synthetic answers…")
            fill(env, made, goals, is_full=is_full)
        if "5" in goals:
            show(reading.measure(server, env, made["boxes"]["large"], LARGE))
    if "4" in goals:
        largest = ("large", LARGE) if is_full else ("medium", MEDIUM)
        show(exporting.measure(env, database, made, folder, largest=largest))
    return tables


def main() -> int:
    start, goals = time.monotonic(), os.environ.get("BENCH_ONLY", "2345")
    with throwaway() as url, tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        tables = measure(environment(database_url=url, folder=folder, settings="tests.bench.settings"), folder, goals)
    over = sum(line.is_within is False for table in tables for line in table.lines)
    say(f"\n{over} over their goal; {time.monotonic() - start:.0f} s in all, {os.cpu_count()} cores.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
