"""Queries whose SQL Django builds once per process: most of a short request's cost is building the same text again.

For the few statements every answer passes through; anything else stays an ordinary query.
"""

import secrets
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import AutoField, BigIntegerField, CharField, Field, Model, QuerySet, TextField, UUIDField
from django.db.models.query import get_related_populators

Row = TypeVar("Row", bound=Model)


class PreparedQuery(Generic[Row]):
    """A query asked many times with other values: `fetch` gives what the queryset would, objects and relations alike.

    `make` takes the values by name and returns the queryset; `fields` names the model field each value belongs to. A
    value may stand anywhere in the query, but only as itself (no `contains`, no list), and be of a kind `_mark` knows.
    With `is_held` the rows of the query's own model cannot change until the transaction ends, though others may hold
    them too (FOR SHARE, which Django has not; SQLite needs none: a writing transaction is alone from its beginning).
    """

    def __init__(
        self, make: Callable[..., QuerySet[Row]], *, is_held: bool = False, **fields: Callable[[], Field]
    ) -> None:
        self.make = make
        self.is_held = is_held
        self._fields = fields
        self._built: dict[str, _Built] = {}

    def fetch(self, **values: Any) -> list[Row]:
        """The rows for these values, in one query."""
        built = self._built.get(connection.alias)
        if built is None:
            fields = {name: field() for name, field in self._fields.items()}
            built = self._built[connection.alias] = _Built(self.make, fields)
            if self.is_held and connection.vendor == "postgresql":
                built.sql += f" FOR SHARE OF {connection.ops.quote_name(built.model._meta.db_table)}"
        with connection.cursor() as cursor:
            cursor.execute(built.sql, built.parameters(values))
            rows = cursor.fetchall()
        return [built.object(row) for row in rows]

    def first(self, **values: Any) -> Row | None:
        """The first row for these values; the queryset should say how many it takes at most."""
        found = self.fetch(**values)
        return found[0] if found else None


def _mark(field: Field) -> Any:
    """A value of the field's kind that nothing else in a query equals, to find its place by.

    Only kinds with room for such a value have one: identifiers (UUID), texts, keys and big whole numbers. A
    date or a yes-or-no does not: `TypeError`, at the query's first use.
    """
    match field:
        case UUIDField():
            return uuid.uuid4()
        case CharField() | TextField():
            return secrets.token_hex(16)
        case BigIntegerField():
            return secrets.randbelow(2**40) + 2**40
        case AutoField():
            return secrets.randbelow(2**30) + 2**30
    raise TypeError(f"A prepared query cannot be asked by {field} ({type(field).__name__}): its values have no mark.")


class _Built:
    """One query's text, where its values go, and how its rows become objects."""

    def __init__(self, make: Callable[..., QuerySet], fields: Mapping[str, Field]) -> None:
        marks = {name: _mark(field) for name, field in fields.items()}
        compiler = make(**marks).query.get_compiler(connection=connection)
        self.sql, parameters = compiler.as_sql()
        self.fields = fields
        self.slots = [self._slot(parameter, marks) for parameter in parameters]
        self.converters = list(compiler.get_converters([one[0] for one in compiler.select if one[0]]).items())
        info = compiler.klass_info
        self.span = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        self.model = info["model"]
        self.names = [column[0].target.attname for column in compiler.select[self.span]]
        self.populators = get_related_populators(info, compiler.select, connection.alias)
        self.annotations = list((compiler.annotation_col_map or {}).items())

    def _slot(self, parameter: Any, marks: Mapping[str, Any]) -> tuple[str, Any]:
        """The name of the value this parameter stands for; ("", parameter) when it is part of the query itself."""
        name = next((name for name, mark in marks.items() if self._prepared(name, mark) == parameter), "")
        return name, None if name else parameter

    def _prepared(self, name: str, value: Any) -> Any:
        return self.fields[name].get_db_prep_value(value, connection, prepared=False)

    def parameters(self, values: Mapping[str, Any]) -> list:
        return [self._prepared(name, values[name]) if name else fixed for name, fixed in self.slots]

    def object(self, row: Sequence) -> Model:
        row = list(row)
        for position, (converters, expression) in self.converters:
            for convert in converters:
                row[position] = convert(row[position], expression, connection)
        found = self.model.from_db(connection.alias, self.names, row[self.span])
        for populator in self.populators:
            populator.populate(row, found)
        for name, position in self.annotations:
            setattr(found, name, row[position])
        return found


@dataclass(frozen=True)
class Statement:
    """One writing statement and its values, ready to be sent."""

    sql: str
    values: list


def inserting(*rows: Model) -> Statement:
    """New rows of one model. No signal is sent, no key is read back from the database.

    So it is only for models nobody listens to.
    """
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if field is not model._meta.auto_field]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    one = f"({', '.join(['%s'] * len(fields))})"
    sql = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES {', '.join([one] * len(rows))}"  # noqa: S608
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows for field in fields]
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
    return Statement(sql, values)


def deleting(field: Field, value: Any) -> Statement:
    """The rows of the field's model that have this value. No signal, no cascade: the same models only."""
    quote = connection.ops.quote_name
    sql = f"DELETE FROM {quote(field.model._meta.db_table)} WHERE {quote(field.column)} = %s"  # noqa: S608
    return Statement(sql, [field.get_db_prep_value(value, connection, prepared=False)])


def run(*statements: Statement) -> None:
    """Send the statements in order: to PostgreSQL in one message, for each one waited for costs as much as it does.

    Call inside a transaction when there are several.
    """
    if connection.vendor == "postgresql":
        sql = "; ".join(one.sql for one in statements)
        statements = (Statement(sql, [value for one in statements for value in one.values]),)
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one.sql, one.values)


def insert(*rows: Model) -> None:
    """Store new rows of one model in one statement; see `inserting`."""
    run(inserting(*rows))
