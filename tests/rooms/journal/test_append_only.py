"""The journal only grows: the database refuses anything else."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from factories.identity import signed
from people import Cast
from rondstroom.rooms.journal import actions, queries
from rondstroom.rooms.journal.models import Entry


@pytest.fixture
def line(db: None) -> Entry:
    """Give one line."""
    actions.record(event="test.thing.happened", subject="thing:1", **signed())
    return queries.entries_about("thing:1").get()


def test_a_line_is_written(line: Entry) -> None:
    assert (line.event, line.actor_name) == ("test.thing.happened", "Rondstroom")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET actor_name = 'iemand anders'",
        "DELETE FROM journal_entry",
    ],
)
def test_the_database_refuses_to_change_or_remove_it(line: Entry, statement: str) -> None:
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        connection.cursor().execute(statement)
    assert queries.entries_about("thing:1").get().actor_name == "Rondstroom"


def test_the_model_cannot_be_saved_again_or_deleted(line: Entry) -> None:
    line.event = "test.thing.denied"
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        line.save()
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        line.delete()


def test_the_table_cannot_be_emptied_on_postgresql(line: Entry) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        connection.cursor().execute("TRUNCATE journal_entry")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_tests_on_real_transactions_find_an_empty_but_guarded_journal(turn: int) -> None:
    assert not Entry.objects.exists()
    actions.record(event="test.thing.happened", subject="thing:1", **signed())
    with pytest.raises(DatabaseError, match="never"):
        Entry.objects.all().delete()


def test_the_cast_stands(cast: Cast) -> None:
    assert cast.niels.account is not None
    assert queries.entries_about_worker(cast.niels.pk).exists()
