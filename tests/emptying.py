"""After a test on real transactions the tables with rows are emptied, and no others.

PostgreSQL gives every table that is truncated, and each of its indexes, a new file: over a
second for all of them, while such a test leaves some hundred rows. What Django writes for itself
after each migration stays; it would be written again at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection

STAY = {ContentType._meta.db_table, Permission._meta.db_table}


@contextmanager
def emptied_quickly() -> Iterator[None]:
    """Let Django empty tables so, with the guard of the journal lifted, which refuses it."""
    guard = import_module("rondstroom.rooms.journal.migrations.0002_append_only")
    # On the class: Playwright runs in a context of its own, which has a connection of its own.
    operations = type(connection.ops)
    were = operations.sql_flush, operations.execute_sql_flush

    def sql_flush(own: Any, style: Any, tables: Iterable[str], **how: Any) -> list[str]:
        if how.get("reset_sequences"):
            return list(were[0](own, style, tables, **how))
        return [f"DELETE FROM {own.quote_name(one)}" for one in filled(set(tables) - STAY)]

    def execute_sql_flush(own: Any, statements: Sequence[str]) -> None:
        lift, put = guard.LIFT[connection.vendor], guard.PUT[connection.vendor]
        were[1](own, [*lift, *statements, *CHECKED[connection.vendor], *put])

    operations.sql_flush, operations.execute_sql_flush = sql_flush, execute_sql_flush
    yield
    operations.sql_flush, operations.execute_sql_flush = were


CHECKED = {"postgresql": ["SET CONSTRAINTS ALL IMMEDIATE"], "sqlite": []}
"""No trigger is put on a table whose keys have yet to be looked at."""


def filled(tables: Iterable[str]) -> list[str]:
    """Give which of these tables hold a row, in one statement."""
    asked = [
        f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(one)})"
        for one in sorted(tables)
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked))
        return [row[0] for row in cursor.fetchall()]
