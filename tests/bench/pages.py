"""Goal 2: every page type, uncached, as a multiple of a view that returns a constant."""

from .server import Server
from .table import Table
from .visiting import Meter, Visitor

HELLO = "/-/hello"
MOST_TIMES, MOST_MS, MOST_QUERIES = 30, 15, 12


def measure(server: Server, meter: Meter, types: dict[str, str]) -> Table:
    visitor = Visitor(server.url)
    addresses = {"hello": HELLO, **{name: address for name, address in types.items() if address}}
    found = meter.measure({name: lambda path=path: visitor.get(path) for name, path in addresses.items()})
    table = Table(f"Goal 2 – pages, uncached: CPU ms and × hello ({found['hello'].cpu:.2f} ms); queries")
    for name, path in types.items():
        if not path:
            continue
        # What is remembered for a minute may have lapsed since: what counts is the usual case.
        queries = min(_queries(visitor, path) for _ in range(4))
        times = found[name].cpu / found["hello"].cpu
        table.add(
            name,
            f"{found[name].cpu:6.1f} ms  {queries:2d} queries",
            beside=f"× {times:5.1f}",
            goal=f"≤ × {MOST_TIMES} or {MOST_MS} ms, ≤ {MOST_QUERIES} queries",
            is_within=(times <= MOST_TIMES or found[name].cpu <= MOST_MS) and queries <= MOST_QUERIES,
        )
    return table


def _queries(visitor: Visitor, path: str) -> int:
    visitor.get(path, counts=True)
    return visitor.queries
