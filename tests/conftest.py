"""What every test on the platform gets: no way out of this machine, a database, the named cast."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from pytest_socket import socket_allow_hosts

from emptying import emptied_quickly
from factories.identity import known_machine
from people import Cast, build_cast
from standing import Standing
from template import Template, template

HERE = ["127.0.0.1", "localhost", "::1"]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what touches the database: only that is run on PostgreSQL once more.

    Every way to a database passes through this fixture; pytest-django bars it from other tests.
    """
    asks = "django_db_setup" in getattr(item, "fixturenames", ())
    if asks or item.get_closest_marker("django_db"):
        item.add_marker("database")


def pytest_collection_finish() -> None:
    """Let garbage be looked for among what tests make, and seldom: an eighth of their time saved.

    Modules and collected tests stay until the end; looking through them again finds nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True)
def no_way_out() -> None:
    """Let a test talk to this machine only: its own server, its own database."""
    socket_allow_hosts(HERE, allow_unix_socket=True)


@pytest.fixture(autouse=True)
def begins_in_dutch() -> None:
    """Start every test in the language of the house: a page asked for in English leaves it on."""
    translation.deactivate()


@pytest.fixture(scope="session")
def migrated(django_db_modify_db_settings: None) -> Iterator[Template | None]:
    """Give the copy of a migrated database to be made, or None when it is in place already.

    What an earlier run left goes first. A cursor that lives on in a traceback closes its
    connection after the file is gone, and then SQLite leaves the log behind, which a new
    database cannot read: "disk I/O error".
    """
    found = template()
    if found is None or found.copy_to(connection.creation._get_test_db_name()):
        yield None
        return
    yield found
    found.release()


@pytest.fixture(scope="session")
def django_db_keepdb(migrated: Template | None) -> bool:
    """Begin with the copy, when there is one."""
    return connection.vendor == "sqlite" and migrated is None


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, migrated: Template | None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Let tests on real transactions empty behind them what they filled, the journal too.

    What Django asks a database once, it asks now: no test that counts questions counts that.
    """
    with django_db_blocker.unblock():
        _knows_json = connection.features.supports_json_field
    if migrated:
        migrated.keep(connection.creation._get_test_db_name())
        migrated.release()
    with emptied_quickly():
        yield


@pytest.fixture(scope="module")
def standing(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Standing]:
    """Give what stands under all tests of a file."""
    found = Standing()
    yield found
    with django_db_blocker.unblock():
        found.leave()


@pytest.fixture
def ground(
    request: pytest.FixtureRequest, standing: Standing, django_db_blocker: DjangoDbBlocker
) -> None:
    """Lay what stands under a test, before its own transaction begins."""
    with django_db_blocker.unblock():
        standing.before(request)


@pytest.fixture
def _django_db_helper(ground: None, _django_db_helper: None) -> None:
    """Begin the transaction of a test, as pytest-django does: every way to a database goes here."""


@pytest.fixture
def cast(db: None, standing: Standing) -> Iterator[Cast]:
    """Give the people of the tests, at three organisations of one pool; see `people.py`."""
    found = standing.give(build_cast, "cast")
    with known_machine():
        yield found
