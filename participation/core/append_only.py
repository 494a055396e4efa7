"""Logs that the database itself keeps from being changed: triggers refuse every UPDATE, DELETE and TRUNCATE.

Put there after each migration rather than in one: SQLite makes a table anew when a later migration alters it, and its
triggers are gone then.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

TABLES = ("core_personaldataact", "core_readinglog")
FUNCTION = "core_refuse_change"
SQLITE = """
CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation'; END$$
"""
POSTGRES = {
    "change": "BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW",
    "truncate": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT",
}
ACTS = ("UPDATE", "DELETE")


def install(**_signal) -> None:
    """Put the triggers there; those that are there already stay. Tables not made yet are passed over."""
    is_postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        if is_postgres:
            cursor.execute(POSTGRES_FUNCTION)
        for table in sorted(present.intersection(TABLES)):
            if is_postgres:
                for name, moment in POSTGRES.items():
                    when = moment.format(table=table)
                    cursor.execute(f"CREATE OR REPLACE TRIGGER {table}_no_{name} {when} EXECUTE FUNCTION {FUNCTION}()")
            else:
                for act in ACTS:
                    cursor.execute(SQLITE.format(table=table, act=act))


@contextmanager
def lifted() -> Iterator[None]:
    """Without the triggers: for emptying a whole test database."""
    is_postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in POSTGRES if is_postgres else ACTS:
                where = f" ON {table}" if is_postgres else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{name}{where}")
    try:
        yield
    finally:
        install()
