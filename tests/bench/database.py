"""The throw-away PostgreSQL as a process."""

import psycopg


def postmaster(database_url: str) -> int:
    """The process at the root of the server behind this address."""
    with psycopg.connect(database_url) as connection:
        backend = connection.execute("SELECT pg_backend_pid()").fetchone()[0]
        return _parent(backend)


def _parent(pid: int) -> int:
    with open(f"/proc/{pid}/stat") as stat:
        return int(stat.read().rsplit(")", 1)[1].split()[1])
