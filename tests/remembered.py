"""Rows most tests begin with: built once in a run by the site's own code, then written again as they were.

Publishing three pages with their revisions, references and search entries took nearly half of the run.
"""

from collections.abc import Callable
from contextlib import suppress

from django.apps import apps
from django.db import IntegrityError, connection, transaction

Rows = dict[object, tuple]


class _Table:
    """Every row of one model's table by its primary key, in the database's own values."""

    def __init__(self, model):
        quote = connection.ops.quote_name
        fields = model._meta.local_concrete_fields
        self.key = next(at for at, field in enumerate(fields) if field.primary_key)
        self.name, self.columns = quote(model._meta.db_table), [quote(field.column) for field in fields]

    def rows(self) -> Rows:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(self.columns)} FROM {self.name}")  # noqa: S608 - names of our models
            return {row[self.key]: tuple(row) for row in cursor.fetchall()}

    def insert(self, rows: list[tuple]) -> None:
        places = ", ".join(["%s"] * len(self.columns))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({places})",  # noqa: S608
                rows,
            )

    def update(self, *, before: tuple, after: tuple) -> bool:
        """Change one row, unless it is no longer what it was."""
        pairs = [f"{column} = %s" for column in self.columns]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(self.columns)} FROM {self.name} WHERE {pairs[self.key]}",  # noqa: S608
                [before[self.key]],
            )
            if [tuple(row) for row in cursor.fetchall()] != [before]:
                return False
            cursor.execute(
                f"UPDATE {self.name} SET {', '.join(pairs)} WHERE {pairs[self.key]}",  # noqa: S608
                [*after, after[self.key]],
            )
        return True


class _Changed(Exception):
    """A row is not what it was when the rows were learned."""


class Remembered:
    """What `build` writes into a database, learned once."""

    def __init__(self, build: Callable[[], object]):
        self.build = build
        self.added: list[tuple[_Table, list[tuple]]] = []
        self.changed: list[tuple[_Table, tuple, tuple]] = []

    def learn(self) -> None:
        """Build, note the difference, and undo it."""
        tables = [
            _Table(model)
            for model in apps.get_models(include_auto_created=True)
            # SQLite's index of words is filled by triggers.
            if model._meta.managed and not model._meta.proxy and not model._meta.db_table.endswith("_fts")
        ]
        with transaction.atomic():
            before = [table.rows() for table in tables]
            self.build()
            after = [table.rows() for table in tables]
            transaction.set_rollback(True)
        for table, old, new in zip(tables, before, after, strict=True):
            if rows := [new[key] for key in new.keys() - old.keys()]:
                self.added.append((table, rows))
            self.changed += [(table, old[key], new[key]) for key in old.keys() & new.keys() if old[key] != new[key]]

    def make(self) -> None:
        """Write the rows again; build where they were not learned or do not fit what the test has done before."""
        with suppress(IntegrityError, _Changed), transaction.atomic():
            if not self.added or not all(
                table.update(before=before, after=after) for table, before, after in self.changed
            ):
                raise _Changed
            for table, rows in self.added:
                table.insert(rows)
            return
        self.build()
