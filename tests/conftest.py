"""What every test on the platform gets: no way out of this machine, a database, the named cast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import translation
from pytest_socket import socket_allow_hosts

from people import Cast, build_cast

HERE = ["127.0.0.1", "localhost", "::1"]


@pytest.fixture(autouse=True)
def no_way_out() -> None:
    """Let a test talk to this machine only: its own server, its own database."""
    socket_allow_hosts(HERE, allow_unix_socket=True)


@pytest.fixture(autouse=True)
def begins_in_dutch() -> None:
    """Start every test in the language of the house: a page asked for in English leaves it on."""
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Begin without what an earlier test database left: a new one cannot read an old log.

    A cursor that lives on in a traceback closes its connection after the file is gone, and then
    SQLite leaves the log behind: "disk I/O error" in the next run.
    """
    if connection.vendor == "sqlite":
        name = connection.creation._get_test_db_name()
        for ending in ("-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Let tests on real transactions empty the journal behind them, which its guard refuses."""
    guard = import_module("rondstroom.rooms.journal.migrations.0002_append_only")
    # On the class: Playwright runs in a context of its own, which has a connection of its own.
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def flush_with_the_guard_lifted(own: Any, statements: Sequence[str]) -> None:
        lift, put = guard.LIFT[connection.vendor], guard.PUT[connection.vendor]
        flush(own, [*lift, *statements, *put])

    operations.execute_sql_flush = flush_with_the_guard_lifted
    yield
    operations.execute_sql_flush = flush


@pytest.fixture
def cast(db: None) -> Cast:
    """Give the people of the tests, at three organisations of one pool; see `people.py`."""
    return build_cast()
