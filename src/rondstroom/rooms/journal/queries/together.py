"""Several small tables read in one round trip, where each by itself costs more than its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models import IntegerField, QuerySet, Value
from django.db.models.base import ModelState
from django.db.models.expressions import Col
from django.db.models.functions import JSONArray

Reader = Callable[[Any], Any]


def together(*wanted: QuerySet[Any]) -> list[list[Any]]:
    """Give the rows of each query, whole and by number, all asked in one.

    For a few rows of each: every row travels as JSON. Numbers, texts, days, moments and JSON can
    be read; a decimal would lose its last digits, and is refused. Related rows do not come along.
    """
    first, *others = [_asked(number, rows) for number, rows in enumerate(wanted)]
    found: list[list[Any]] = [[] for _rows in wanted]
    tables: list[Any] = [rows.model for rows in wanted]
    makers = [_maker(table, connection.vendor) for table in tables]
    for number, row in first.union(*others, all=True):
        found[number].append(makers[number](row))
    for rows in found:
        rows.sort(key=lambda one: one.pk)
    return found


def _asked(number: int, rows: QuerySet[Any]) -> QuerySet[Any, tuple[int, list[Any]]]:
    table: Any = rows.model
    plain = rows.order_by().select_related(None).prefetch_related(None)
    return plain.values_list(_mark(number), _columns(table))


@lru_cache
def _mark(number: int) -> Value:
    return Value(number, IntegerField())


@lru_cache
def _columns(model: type[models.Model]) -> JSONArray:
    # The columns themselves and not their names, which Django would look up at every request.
    table = model._meta.db_table
    return JSONArray(*(Col(table, one) for one in model._meta.concrete_fields))


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
