"""The cast stays standing between the tests that ask for it, instead of being put back for each.

Such tests run inside one transaction that lasts as long as their file. Under the savepoint to
which each of them is undone stands the cast: what a test gets is the same, rows and numbers. A
test that asks for no cast, or for real transactions, begins outside, as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from django.db import connection, transaction

from snapshot import again, made_once, moment

Made = TypeVar("Made")
UNDER = "standing"
"""The savepoint on which nothing stands yet."""
READS = ("SELECT", "SAVEPOINT", "RELEASE", "PRAGMA")
REAL = {"transactional_db", "live_server", "django_db_reset_sequences"}


class Standing:
    """What stands under the tests of one file: nothing, or what was made for one moment."""

    def __init__(self) -> None:
        self._around: Any = None
        self._moment: str | None = None
        self._again: Any = None
        self._is_touched = True

    def before(self, request: pytest.FixtureRequest) -> None:
        """Begin the transaction around a test that asks for the cast; end it before others."""
        if not _asks(request) or self._is_broken():
            self.leave()
        if _asks(request) and not connection.in_atomic_block:
            self._around = transaction.atomic()
            self._around._from_testcase = True
            self._around.__enter__()
            _say(connection.ops.savepoint_create_sql(UNDER))
        self._is_touched = False
        connection.execute_wrappers[:] = [self._watch]

    def _is_broken(self) -> bool:
        """Tell whether a test closed the connection, and with it what stood."""
        return connection.closed_in_transaction or connection.atomic_blocks != [self._around]

    def _watch(self, execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        """See whether a test writes anything before it has its cast."""
        self._is_touched = self._is_touched or not sql.lstrip().upper().startswith(READS)
        return execute(sql, *more)

    def leave(self) -> None:
        """Undo all that stands."""
        if self._around:
            connection.needs_rollback = True
            self._around.__exit__(None, None, None)
        self._around = self._moment = None

    def give(self, make: Callable[[], Made], name: str) -> Made:
        """Give what stands here; first put it under the savepoint of the test where it is not."""
        connection.execute_wrappers.clear()
        if self._moment is None and (self._is_touched or not self._around):
            return made_once(make, name)
        if self._moment != moment():
            assert not self._is_touched, "ask for the cast before making rows at another moment"
            self._put_under(lambda: made_once(make, name))
        return self._again()

    def _put_under(self, make: Callable[[], Any]) -> None:
        (of_the_test,) = connection.savepoint_ids
        _say(connection.ops.savepoint_rollback_sql(UNDER))
        self._again, self._moment = again(make()), moment()
        connection.check_constraints()  # now, not at the end of each test
        _say(connection.ops.savepoint_create_sql(of_the_test))


def _asks(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    is_real = bool(marker and marker.kwargs) or REAL & {*request.fixturenames}
    return "cast" in request.fixturenames and not is_real


def _say(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
