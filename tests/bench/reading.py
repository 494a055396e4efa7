"""Goal 5: the results of a million responses, by the counters kept while they came in."""

import statistics
import subprocess
import sys
import time

from .server import ROOT, Server
from .table import Table
from .visiting import Visitor

MOST_MS, MOST_MS_UNCHANGED = 1000, 50


def measure(server: Server, env: dict[str, str], box: dict[str, str], number: int) -> Table:
    table = Table(f"Goal 5 – results of {number:,} responses × 12 questions")
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.recount", box["key"]], env=env, cwd=ROOT, capture_output=True, text=True
    )
    if told.returncode:
        raise RuntimeError(told.stderr[-2000:])
    verdict, took = told.stdout.split()
    table.add("counters beside a direct count", verdict, beside=f"direct count {took} s", is_within=verdict == "equal")
    visitor = Visitor(server.url)
    first = _timed(lambda: visitor.get(f"{box['url']}resultats/"))
    again = [_timed(lambda: visitor.get(f"{box['url']}resultats/")) for _ in range(15)]
    visitor.get(f"{box['url']}resultats/", counts=True)
    table.add("results page, first reading", f"{first:6.0f} ms", goal=f"≤ {MOST_MS} ms", is_within=first <= MOST_MS)
    median = statistics.median(again)
    table.add(
        "results page, nothing changed",
        f"{median:6.0f} ms  {visitor.queries} queries",
        goal=f"≤ {MOST_MS_UNCHANGED} ms",
        is_within=median <= MOST_MS_UNCHANGED,
    )
    return table


def _timed(act) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000
