"""CPU time and memory of other processes, read from /proc.

Requests per second move several-fold on a shared machine; the CPU time a server's own processes use does not.
"""

import os
import re
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")
CONNECTION = re.compile(r"postgres: (\S+ \S+ (\[local\]|\S+\(\d+\))|parallel worker) ")


def family(pid: int) -> list[int]:
    """The process and all its descendants alive now."""
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop()
        found.append(current)
        try:
            with open(f"/proc/{current}/task/{current}/children") as children:
                waiting += [int(child) for child in children.read().split()]
        except FileNotFoundError:
            continue
    return found


def cpu_seconds(roots: Sequence[int]) -> float:
    """User and system time of these process trees, children that have ended included, in steps of a clock tick."""
    total = 0
    for pid in {member for root in roots for member in family(root)}:
        try:
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        total += sum(map(int, fields[11:15]))
    return total / TICKS


class Clock:
    """Time on a processor of a server's processes, to the nanosecond: for acts far shorter than a tick.

    Of PostgreSQL only what serves a connection counts: its helpers (autovacuum, checkpointer…) work when they see fit,
    for everybody. What a process used is kept when it ends, so that the sum never goes back.
    """

    def __init__(self, roots: Sequence[int]) -> None:
        self.roots = roots
        self._used: dict[tuple[int, str], int] = {}

    def seconds(self) -> float:
        """What all of them have used so far."""
        for pid in {member for root in self.roots for member in family(root)}:
            try:
                title, started, used = _title(pid), _started(pid), _running(pid)
            except (FileNotFoundError, ProcessLookupError):
                continue
            if not is_helper(title):
                # A number given again to another process must not take the place of the first.
                self._used[pid, started] = used
        return sum(self._used.values()) / 1e9


def is_helper(title: str) -> bool:
    """Whether a process of this title is PostgreSQL's own, at work for no connection.

    A process that serves one is called "postgres: USER DATABASE ADDRESS(PORT) STATE".
    """
    return title.startswith("postgres: ") and not CONNECTION.match(title)


def _title(pid: int) -> str:
    with open(f"/proc/{pid}/cmdline") as words:
        return words.read().replace("\0", " ").strip()


def _started(pid: int) -> str:
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[19]


def _running(pid: int) -> int:
    with open(f"/proc/{pid}/schedstat") as stat:
        return int(stat.read().split()[0])


@dataclass(frozen=True)
class Cost:
    """What a command used: CPU of the command and of the database, its peak memory, the time on the clock."""

    cpu: float
    peak_mib: float
    wall: float
    output: str


def run(command: Sequence[str], *, env: dict[str, str], database: int) -> Cost:
    """Run a command to its end. Raises `RuntimeError` with what it printed when it fails."""
    before, start = cpu_seconds([database]), time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {output[-2000:]}")
    # The database's process for this command ends just after it.
    time.sleep(0.2)
    cpu = usage.ru_utime + usage.ru_stime + cpu_seconds([database]) - before
    return Cost(cpu, usage.ru_maxrss / 1024, time.perf_counter() - start, output)
