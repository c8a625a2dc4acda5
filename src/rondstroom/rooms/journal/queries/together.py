"""Several small tables read in one round trip, where each by itself costs more than its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models import QuerySet
from django.db.models.base import ModelState
from django.db.models.expressions import Col, Expression, RawSQL
from django.db.models.functions import JSONArray

Reader = Callable[[Any], Any]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Asked(Generic[Answer]):
    """What a room wants to read of small tables, and what it makes of the rows of each.

    Rooms that are asked in one breath can then be read in one round trip: see `at_once`.
    """

    rows: tuple[QuerySet[Any], ...]
    made: Callable[[list[list[Any]]], Answer]

    def now(self) -> Answer:
        """Read it by itself."""
        return self.made(together(*self.rows))


def at_once(*asked: Asked[Any]) -> list[Any]:
    """Give the answer to each, read together."""
    found = iter(together(*(rows for one in asked for rows in one.rows)))
    return [one.made([next(found) for _rows in one.rows]) for one in asked]


def together(*wanted: QuerySet[Any]) -> list[list[Any]]:
    """Give the rows of each query, whole and by number, all asked in one.

    For a few rows of each: every row travels as JSON. Numbers, texts, days, moments and JSON can
    be read; a decimal would lose its last digits, and is refused. Related rows do not come along.
    """
    tables: list[Any] = [rows.model for rows in wanted]
    makers = [_maker(table, connection.vendor) for table in tables]
    found: list[list[Any]] = [[] for _rows in wanted]
    for number, row in _read(wanted):
        found[number].append(makers[number](json.loads(row)))
    for rows in found:
        rows.sort(key=lambda one: one.pk)
    return found


def _read(wanted: Iterable[QuerySet[Any]]) -> Sequence[tuple[int, str]]:
    """Give each row as JSON with the number of its query. Django's own union would put every part
    into SQL anew with each of its columns, which costs more than reading the rows."""
    parts = [part for number, rows in enumerate(wanted) if (part := _asked(number, rows))]
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(sql for sql, _given in parts),
            [one for _sql, given in parts for one in given],
        )
        found: Sequence[tuple[int, str]] = cursor.fetchall()
        return found


def _asked(number: int, rows: QuerySet[Any]) -> tuple[str, Sequence[Any]] | None:
    """Give the SQL of one part with what is filled in; None when it can have no rows."""
    query, table = rows.query.chain(), cast("Any", rows.model)
    query.clear_ordering(force=True)
    query.select_related = False
    query.set_select(_columns(number, table, connection.vendor))
    try:
        sql, given = query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    return sql, given


@cache
def _columns(number: int, model: type[models.Model], _vendor: str) -> list[Expression]:
    """Give the mark of a part and all columns as JSON, put into SQL once per kind of database."""
    table = model._meta.db_table
    row = JSONArray(*(Col(table, one) for one in model._meta.concrete_fields))
    compiler = model._default_manager.all().query.get_compiler(connection=connection)
    sql, _nothing = compiler.compile(row)
    return [RawSQL(str(number), ()), RawSQL(sql, ())]  # noqa: S611  (names of our own columns)


@lru_cache
def _maker(model: type[models.Model], vendor: str) -> Callable[[list[Any]], Any]:
    """Give what makes a row of a model out of its JSON."""
    fields = model._meta.concrete_fields
    names = [one.attname for one in fields]
    readers = [(place, _reader(one, vendor)) for place, one in enumerate(fields)]
    odd = [(place, read) for place, read in readers if read is not None]

    def made(row: list[Any]) -> Any:
        for place, read in odd:
            if row[place] is not None:
                row[place] = read(row[place])
        return _filled(model, zip(names, row, strict=True))

    return made


def _filled(model: type[models.Model], values: Iterable[tuple[str, Any]]) -> Any:
    """Give a row as Django's `from_db` does, at a third of its price: hundreds come per request.

    What makes that dear is telling signals to which nobody in this program listens.
    """
    row = model.__new__(model)
    row._state = ModelState()
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
    row.__dict__.update(values)
    return row


def _reader(field: models.Field[Any, Any], vendor: str) -> Reader | None:
    """Give how a value is read that JSON does not give as it is."""
    if isinstance(field, models.DecimalField):
        raise TypeError(f"{field} would lose digits on the way")
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.DateField):
        return date.fromisoformat
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.JSONField) and vendor == "sqlite":
        return json.loads  # SQLite hands over a document within a document as text
    return None


def _moment(text: str) -> datetime:
    """Read a moment; SQLite keeps it in UTC without saying so."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
