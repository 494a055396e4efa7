"""Goal 4: exports of 100,000 responses beside Wagtail's, and memory that does not grow with their number."""

import sys
from pathlib import Path

from .processes import Cost, run
from .server import ROOT
from .table import Table

MOST_MIB, HALF, FLAT = 120, 0.5, 1.15


def ours(env: dict[str, str], database: int, key: str, kind: str, folder: Path) -> Cost:
    target = folder / f"ours.{kind}"
    command = [sys.executable, str(ROOT / "manage.py"), "export_responses", key, "--format", kind]
    cost = run([*command, "--output", str(target)], env=env, database=database)
    target.unlink()
    return cost


def wagtails(env: dict[str, str], database: int, pk: int, kind: str, folder: Path) -> Cost:
    target = folder / f"wagtail.{kind}"
    command = [sys.executable, "-m", "tests.bench.wagtail_export", str(pk), kind, str(target)]
    cost = run(command, env=env, database=database)
    target.unlink()
    return cost


def measure(env: dict[str, str], database: int, made: dict, folder: Path, *, largest: tuple[str, int]) -> Table:
    """`largest`: the box for the memory test and how many responses it holds."""
    table = Table("Goal 4 – exports of 100,000 responses: CPU s (database included), peak MiB")
    boxes = {name: box["key"] for name, box in made["boxes"].items()}
    idle = run(
        [sys.executable, str(ROOT / "manage.py"), "shell", "--no-imports", "-c", "pass"], env=env, database=database
    )
    table.add("a process of the site that does nothing", f"{idle.cpu:6.1f} s  {idle.peak_mib:5.0f} MiB")
    for kind in ("csv", "xlsx"):
        anchor = wagtails(env, database, made["survey"]["pk"], kind, folder)
        cost = ours(env, database, boxes["small"], kind, folder)
        table.add(f"{kind}, Wagtail's form submissions", f"{anchor.cpu:6.1f} s  {anchor.peak_mib:5.0f} MiB")
        table.add(
            f"{kind}, 100,000 responses",
            f"{cost.cpu:6.1f} s  {cost.peak_mib:5.0f} MiB",
            beside=f"× {cost.cpu / anchor.cpu:.2f}",
            goal=f"≤ × {HALF}, ≤ {MOST_MIB} MiB",
            is_within=cost.cpu <= HALF * anchor.cpu and cost.peak_mib <= MOST_MIB,
        )
        name, number = largest
        more = ours(env, database, boxes[name], kind, folder)
        table.add(
            f"{kind}, {number:,} responses",
            f"{more.cpu:6.1f} s  {more.peak_mib:5.0f} MiB",
            beside=f"memory × {more.peak_mib / cost.peak_mib:.2f}",
            goal=f"≤ × {FLAT}",
            is_within=more.peak_mib <= FLAT * cost.peak_mib and more.peak_mib <= MOST_MIB,
        )
    return table
