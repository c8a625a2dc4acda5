"""What many tests ask for is made once by the product's own actions; later ones get its rows back.

Making the cast takes over a thousand statements, putting rows back some twenty. What a test gets
is the same: the same rows with the same numbers, and objects of its own. Where rows stand already,
as in a test that made something first, everything is made by the actions after all.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from functools import cache, wraps
from itertools import count
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

Made = TypeVar("Made")
Rows = dict[str, list[tuple[Any, ...]]]
PER_STATEMENT = 200
"""Rows put back by one statement: SQLite takes 32,766 values in one."""


@dataclass(frozen=True)
class Kept:
    """What making it changed: the rows that went, the rows that came, and what points at them."""

    making: int
    gone: dict[str, list[tuple[Any, ...]]]
    come: dict[str, list[tuple[Any, ...]]]
    objects: bytes


STATES = 4
"""How many beginnings one thing is kept for; after that the actions make it each time."""
AT_HAND = 64
"""How many things given last are still known: more than one test asks for."""
ANEW = 0
"""The number of a making that was not kept."""

_kept: dict[str, dict[str, Kept]] = {}
_makings = count(ANEW + 1)
_given: OrderedDict[int, tuple[Any, int]] = OrderedDict()
"""What was given last, with the number of its making, by identity."""


def once(fixture: Callable[..., Made]) -> Callable[..., Made]:
    """Make what a fixture makes once for all tests that ask for it: under `@pytest.fixture`.

    For what takes many actions and is asked for often. What the fixture is given is made once as
    well (the cast, and what hangs on it); what it gives can be pickled: rows, numbers, texts.
    A cast made anew has the same numbers but other secrets, so what hangs on it is made anew too.
    """
    name = f"{fixture.__module__}.{fixture.__qualname__}"

    @wraps(fixture)
    def asked_again(**given: Any) -> Made:
        makings = [_given[id(one)][1] for one in given.values() if id(one) in _given]
        if ANEW in makings:
            return _remembered(fixture(**given), ANEW)
        rows = [value.pk for value in given.values() if isinstance(value, Model)]
        return made_once(lambda: fixture(**given), f"{name} {rows} {makings}")

    return asked_again


def made_once(make: Callable[[], Made], name: str) -> Made:
    """Give what `make` makes, put back from memory when the database is as full as it was then."""
    before = _standing()
    states = _kept.setdefault(f"{name} {moment()}", {})
    if before in states:
        _put_back(states[before])
        return _remembered(pickle.loads(states[before].objects), states[before].making)
    if len(states) == STATES:
        return _remembered(make(), ANEW)
    made, states[before] = _watched(make)
    return _remembered(made, states[before].making)


def again(made: Made) -> Callable[[], Made]:
    """Give who gives, of what stands in the database already, objects of one's own each time."""
    packed, making = pickle.dumps(made), _given[id(made)][1]
    return lambda: _remembered(pickle.loads(packed), making)


@transaction.atomic
def _watched(make: Callable[[], Made]) -> tuple[Made, Kept]:
    stood = {table: _rows(model) for table, model in _tables().items()}
    made = make()
    stand = {table: _rows(model) for table, model in _tables().items()}
    gone, come = _beyond(stood, stand), _beyond(stand, stood)
    return made, Kept(next(_makings), gone, come, pickle.dumps(made))


def _remembered(made: Made, making: int) -> Made:
    _given[id(made)] = made, making
    if len(_given) > AT_HAND:
        _given.popitem(last=False)
    return made


def _beyond(these: Rows, those: Rows) -> Rows:
    """Give the rows of these that are not, or not so, among those."""
    seen = {table: set(rows) for table, rows in those.items()}
    left = {table: [row for row in rows if row not in seen[table]] for table, rows in these.items()}
    return {table: rows for table, rows in left.items() if rows}


def moment() -> str:
    """Tell apart tests in which the clock stands still: rows remember when they were made."""
    return "" if timezone.now() != timezone.now() else timezone.now().isoformat()


@cache
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


def _standing() -> str:
    """Count the rows of every table, with the highest number, in one statement.

    Numbers tell apart what looks as full: a row that another test made there has another number.
    Who is signed in makes no difference, nor do the numbers of what Django writes anew for itself
    whenever tables were emptied: nothing of ours points at them.
    """
    asked = [_how_full(*one) for one in _tables().items() if one[1] is not Session]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + " || ' ' || ".join(asked))
        return str(cursor.fetchone()[0])


@cache
def _how_full(name: str, model: type[Model]) -> str:
    table = connection.ops.quote_name(name)
    if model in (ContentType, Permission):
        return f"(SELECT CAST(count(*) AS text) FROM {table})"
    number = _number(model)
    column = connection.ops.quote_name(number.column)
    counts = (number.db_type(connection) or "").startswith(("bigint", "integer"))
    highest = f"CAST(max({column}) AS text)" if counts else f"max(CAST({column} AS text))"
    return f"(SELECT count(*) || ' ' || coalesce({highest}, '') FROM {table})"


def _number(model: type[Model]) -> Any:
    return next(one for one in model._meta.local_concrete_fields if one.primary_key)


@transaction.atomic
def _put_back(kept: Kept) -> None:
    """Put every row back under its own number; sequences have moved on past them already."""
    tables = _tables()
    with connection.cursor() as cursor:
        for table, rows in kept.gone.items():
            _take_away(cursor, tables[table], rows)
        for table, rows in kept.come.items():
            one = "(" + ", ".join(["%s"] * len(rows[0])) + ")"
            into = f"INSERT INTO {connection.ops.quote_name(table)} ({_columns(tables[table])})"
            for first in range(0, len(rows), PER_STATEMENT):
                part = rows[first : first + PER_STATEMENT]
                values = [_written(value) for row in part for value in row]
                cursor.execute(f"{into} VALUES {', '.join([one] * len(part))}", values)


def _written(value: Any) -> Any:
    """Give a value as every database takes it: SQLite's driver knows no times of the day."""
    return str(value) if isinstance(value, time) else value


def _take_away(cursor: Any, model: type[Model], rows: list[tuple[Any, ...]]) -> None:
    """Take away rows that were changed or deleted, by number; who points at them is asked later."""
    number = _number(model)
    place = model._meta.local_concrete_fields.index(number)
    table = connection.ops.quote_name(model._meta.db_table)
    column = connection.ops.quote_name(number.column)
    marks = ", ".join(["%s"] * len(rows))
    numbers = [row[place] for row in rows]
    cursor.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", numbers)
