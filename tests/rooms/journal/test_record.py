"""Writing in the journal: who, when, about what; and the reactions that follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from factories.identity import make_account, signed
from factories.moments import MONDAY, NOW
from rondstroom.rooms.journal import actions, queries
from rondstroom.rooms.journal.actions import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Iterator[list[dict[str, Any]]]:
    """Let a reaction write down what it hears; put the old reactions back afterwards."""
    before, listeners = dict(writing._reactions), dict(writing._listeners)
    told: list[dict[str, Any]] = []
    actions.set_reactions({"test.thing.happened": [lambda **event: told.append(event)]})
    yield told
    actions.set_reactions(before, listeners=listeners)


def test_a_line_keeps_author_moment_and_data() -> None:
    otto = make_account("Otto")
    actions.record(
        event="test.thing.happened",
        by=otto,
        at=NOW,
        subject="thing:1",
        organisation_id=7,
        worker_id=9,
        day=MONDAY,
    )
    line = queries.entries_about("thing:1").get()
    assert (line.actor_id, line.actor_name, line.at) == (otto.pk, "Otto", NOW)
    assert (line.organisation_id, line.worker_id) == (7, 9)
    assert line.data == {"day": "2026-11-23"}


def test_a_line_without_an_author_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an author"):
        actions.record(event="test.thing.happened", by=AnonymousUser(), at=NOW, subject="thing:1")  # type: ignore[arg-type]


def test_a_line_without_a_time_zone_is_refused() -> None:
    by = signed()["by"]
    with pytest.raises(ValueError, match="time zone"):
        actions.record(
            event="test.thing.happened",
            by=by,
            at=datetime(2026, 11, 22, 12),  # noqa: DTZ001  (that is the mistake)
            subject="thing:1",
        )


def test_many_lines_take_one_statement(django_assert_max_num_queries: Any) -> None:
    lines = [actions.Line(f"thing:{number}") for number in range(50)]
    author = signed()
    with django_assert_max_num_queries(3):  # two of them: begin and end of the savepoint
        actions.record_many(event="test.thing.happened", lines=lines, **author)
    assert queries.entries_about("thing:49").count() == 1


def test_who_reacts_hears_subject_author_and_data(heard: list[dict[str, Any]]) -> None:
    author = signed()
    actions.record(event="test.thing.happened", subject="thing:1", colour="red", **author)
    assert heard == [{"subject": "thing:1", "colour": "red", **author}]


def test_who_reacts_hears_of_each_thing_the_event_happened_to(heard: list[dict[str, Any]]) -> None:
    lines = [actions.Line(f"thing:{number}", data={"number": number}) for number in range(3)]
    actions.record_many(event="test.thing.happened", lines=lines, **signed())
    assert [(one["subject"], one["number"]) for one in heard] == [
        ("thing:0", 0),
        ("thing:1", 1),
        ("thing:2", 2),
    ]


def test_another_event_is_not_heard(heard: list[dict[str, Any]]) -> None:
    actions.record(event="test.thing.vanished", subject="thing:1", **signed())
    assert heard == []


def test_a_reaction_that_refuses_takes_the_line_back(heard: list[dict[str, Any]]) -> None:
    def refuse(**_event: object) -> None:
        raise actions.UnableToAct("Dat kan niet.", code="no")

    actions.set_reactions({"test.thing.happened": [refuse]})
    with pytest.raises(actions.UnableToAct, match="Dat kan niet") as refusal, transaction.atomic():
        actions.record(event="test.thing.happened", subject="thing:1", **signed())
    assert refusal.value.code == "no"
    assert not queries.entries_about("thing:1").exists()


def test_lines_are_read_by_subject_organisation_and_worker() -> None:
    for number in (1, 2):
        actions.record(
            event="test.thing.happened",
            subject=f"thing:{number}",
            organisation_id=5,
            worker_id=6,
            **signed(),
        )
    assert [one.subject for one in queries.entries_of_organisation(5)] == ["thing:2", "thing:1"]
    assert [one.subject for one in queries.entries_about_worker(6)] == ["thing:2", "thing:1"]
    assert not queries.entries_of_organisation(6).exists()
