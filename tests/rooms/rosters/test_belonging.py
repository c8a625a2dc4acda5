"""First times, known faces and buddies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions import UnableToAccompany
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db
WEEK_ON = moment(MONDAY + timedelta(days=7), "00:00")


def put(worker: Worker, team: Any, days: int = 0, **fields: Any) -> Assignment:
    """Put somebody on a day shift of a team, so many days from Monday."""
    shift = make_shift(team, day=MONDAY + timedelta(days=days), places=3)
    return raw_assignment(worker, shift, **fields)


def together(team: Any, days: int, *workers: Worker, **fields: Any) -> list[Assignment]:
    """Put several on the same shift."""
    shift = make_shift(team, day=MONDAY + timedelta(days=days), places=len(workers))
    return [
        raw_assignment(worker, shift, place, **fields) for place, worker in enumerate(workers, 1)
    ]


def first(cast: Cast) -> list[str]:
    rows = queries.first_times([cast.de_linde.pk], NOW, WEEK_ON)
    return [row.worker.name for row in rows]


@pytest.mark.parametrize(
    ("before", "is_first"),
    [
        (None, True),
        (AssignmentState.WORKED, False),
        (AssignmentState.CONFIRMED, False),
        (AssignmentState.PLANNED, True),
        (AssignmentState.CANCELLED, True),
    ],
)
def test_a_first_time_is_never_having_been_at_the_location(
    before: AssignmentState | None, is_first: bool, cast: Cast
) -> None:
    if before:
        put(cast.joke, cast.vlinder, -9, state=before)
    coming = put(cast.joke, cast.vlinder)
    assert queries.is_first_time(coming) is is_first
    assert ("Joke" in first(cast)) is is_first


def test_only_the_first_of_several_and_only_here(cast: Cast) -> None:
    put(cast.joke, cast.wijkteam, -3)
    rows = [put(cast.joke, cast.vlinder, days) for days in (0, 2)]
    put(cast.niels, cast.vlinder, 3, state=AssignmentState.PLANNED)
    found = queries.first_times([cast.de_linde.pk], NOW, WEEK_ON)
    assert [row.pk for row in found] == [rows[0].pk]
    assert queries.first_times([cast.rijnzicht.pk], NOW, WEEK_ON) == []


def test_first_times_are_one_query(cast: Cast, django_assert_num_queries: Any) -> None:
    for worker in (cast.joke, cast.niels, cast.sanne):
        put(worker, cast.vlinder, place=1)
    with django_assert_num_queries(1):
        found = queries.first_times([cast.de_linde.pk], NOW, WEEK_ON)
        assert [(row.worker.name, row.shift.team.location.name) for row in found]


def test_faces_are_of_people_who_worked_at_the_same_time_in_the_team(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for days in (-3, -10):
        together(cast.vlinder, days, cast.joke, cast.niels)
    together(cast.vlinder, -20, cast.joke, cast.sanne, state=AssignmentState.WORKED)
    together(cast.vlinder, -24, cast.joke, cast.fatima, state=AssignmentState.CANCELLED)
    put(cast.fatima, cast.vlinder, -30)
    with django_assert_num_queries(1):
        faces = queries.faces_known(cast.joke.pk, cast.vlinder.pk, NOW)
    assert [(one.name, one.times) for one in faces] == [("Niels", 2), ("Sanne", 1)]
    assert faces[0].last_on == MONDAY - timedelta(days=3)
    assert queries.faces_known(cast.joke.pk, cast.wijkteam.pk, NOW) == []


def test_what_is_long_ago_or_still_to_come_is_no_acquaintance(cast: Cast) -> None:
    together(cast.vlinder, -400, cast.joke, cast.niels)
    together(cast.vlinder, 2, cast.joke, cast.sanne)
    assert queries.faces_known(cast.joke.pk, cast.vlinder.pk, NOW) == []


def test_a_buddy_is_there_at_the_same_time(cast: Cast) -> None:
    mine, niels = together(cast.vlinder, 0, cast.joke, cast.niels)
    actions.choose_buddy(assignment=mine, buddy=niels, **signed())
    actions.choose_buddy(assignment=mine, buddy=niels, **signed())
    mine.refresh_from_db()
    assert queries.buddy_of(mine) == niels
    (line,) = Entry.objects.filter(event="rosters.buddy.chosen")
    assert (line.worker_id, line.data["buddy"]) == (cast.joke.pk, cast.niels.pk)
    actions.choose_buddy(assignment=mine, buddy=None, **signed())
    mine.refresh_from_db()
    assert queries.buddy_of(mine) is None


def test_who_is_taken_off_is_no_buddy_any_more(cast: Cast) -> None:
    mine, niels = together(cast.vlinder, 0, cast.joke, cast.niels)
    mine = actions.choose_buddy(assignment=mine, buddy=niels, **signed())
    actions.cancel(assignment=niels, **signed())
    assert queries.buddy_of(mine) is None


def test_who_is_not_there_cannot_be(cast: Cast) -> None:
    mine = put(cast.joke, cast.vlinder)
    night = raw_assignment(cast.niels, make_night_shift(cast.vlinder))
    elsewhere = put(make_worker("Tess"), cast.wijkteam)
    for other in (night, elsewhere, mine):
        with pytest.raises(UnableToAccompany, match="werkt niet in dit team"):
            actions.choose_buddy(assignment=mine, buddy=other, **signed())
    actions.cancel(assignment=mine, **signed())
    with pytest.raises(UnableToAccompany, match="geannuleerd"):
        actions.choose_buddy(assignment=mine, buddy=None, **signed())
