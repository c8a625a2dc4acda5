"""The cast is made once by the product's own actions; every later test gets the same rows back.

Making it takes over a thousand statements, putting rows back some twenty. What a test gets is the
same: the same rows with the same numbers, and objects of its own. Where rows stand already, as in
a test that made something first, everything is made by the actions after all.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

Made = TypeVar("Made")
PER_STATEMENT = 200
"""Rows put back by one statement: SQLite takes 32,766 values in one."""


@dataclass(frozen=True)
class Kept:
    """What was made: the rows of each table, and the objects that point at them."""

    before: dict[str, int]
    rows: dict[str, list[tuple[Any, ...]]]
    objects: bytes


_kept: dict[str, Kept] = {}


def made_once(make: Callable[[], Made]) -> Made:
    """Give what `make` makes, put back from memory when the database is as empty as it was then."""
    before = _counts()
    kept = _kept.get(_moment())
    if kept is None:
        with transaction.atomic():
            stood = {table: set(_rows(model)) for table, model in _tables().items()}
            made = make()
            rows = {t: [r for r in _rows(m) if r not in stood[t]] for t, m in _tables().items()}
        added = {table: found for table, found in rows.items() if found}
        _kept[_moment()] = Kept(before, added, pickle.dumps(made))
        return made
    if kept.before != before:
        return make()
    _put_back(kept)
    return pickle.loads(kept.objects)


def _moment() -> str:
    """Tell apart tests in which the clock stands still: rows remember when they were made."""
    return "" if timezone.now() != timezone.now() else timezone.now().isoformat()


def _tables() -> dict[str, type[Model]]:
    models = apps.get_models(include_auto_created=True)
    return {one._meta.db_table: one for one in models if one._meta.managed}


def _columns(model: type[Model]) -> str:
    fields = model._meta.local_concrete_fields
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)


def _rows(model: type[Model]) -> list[tuple[Any, ...]]:
    """Give the rows as the database gives them, untouched by fields and their converters."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_columns(model)} FROM {table}")
        return [tuple(row) for row in cursor.fetchall()]


def _counts() -> dict[str, int]:
    """Count the rows of every table in one statement."""
    names = list(_tables())
    counts = ", ".join(f"(SELECT count(*) FROM {connection.ops.quote_name(n)})" for n in names)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counts}")
        return dict(zip(names, cursor.fetchone(), strict=True))


@transaction.atomic
def _put_back(kept: Kept) -> None:
    """Put every row back under its own number; sequences have moved on past them already."""
    tables = _tables()
    with connection.cursor() as cursor:
        for table, rows in kept.rows.items():
            one = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
            into = f"INSERT INTO {connection.ops.quote_name(table)} ({_columns(tables[table])})"
            for first in range(0, len(rows), PER_STATEMENT):
                part = rows[first : first + PER_STATEMENT]
                values = [value for row in part for value in row]
                cursor.execute(f"{into} VALUES {', '.join([one] * len(part))}", values)
