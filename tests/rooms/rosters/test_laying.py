"""Laying a whole roster at once: what holds for one place holds for many, all or none."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions.laying import lay_roster
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db


@pytest.fixture
def aylin() -> Worker:
    """Give a carer who may be placed."""
    return make_worker("Aylin")


def lay(*places: tuple[Worker, Shift], **how: object) -> list[Assignment]:
    """Lay a roster as an import does: with the shifts' skills fetched."""
    known = demand.shifts(shift.pk for _worker, shift in places)
    return lay_roster(
        places=[(worker, known[shift.pk]) for worker, shift in places], **{**signed(), **how}
    )  # type: ignore[arg-type]  # tests pass what the action takes


def early(days: int, **fields: object) -> Shift:
    return make_shift(day=MONDAY + timedelta(days=days), **fields)


def test_everybody_gets_a_place(aylin: Worker) -> None:
    busy, quiet = early(0, places=2), early(1)
    bas = make_worker("Bas")
    made = lay((aylin, busy), (bas, busy), (aylin, quiet))
    assert len(made) == 3
    assert queries.filled_places([busy.pk, quiet.pk]) == {busy.pk: 2, quiet.pk: 1}
    assert {row.place for row in made if row.shift_id == busy.pk} == {1, 2}
    assert {row.state for row in made} == {AssignmentState.CONFIRMED}


def test_nothing_asked_is_nothing_done() -> None:
    assert lay() == []


def test_a_roster_can_be_laid_as_a_draft(aylin: Worker) -> None:
    assert lay((aylin, early(0)), state=AssignmentState.PLANNED)[0].state == "planned"


def test_free_places_are_found_around_those_taken(aylin: Worker) -> None:
    shift = early(0, places=3)
    actions.assign(worker=aylin, shift=shift, **signed())
    bas, carla = make_worker("Bas"), make_worker("Carla")
    assert [row.place for row in lay((bas, shift), (carla, shift))] == [2, 3]


def test_each_place_stands_in_the_journal(aylin: Worker) -> None:
    shift = early(0)
    (made,) = lay((aylin, shift))
    entry = journal.entries_about(f"shift:{shift.pk}").get(event="rosters.assignment.made")
    assert (entry.worker_id, entry.organisation_id) == (aylin.pk, shift.organisation_id)
    assert entry.data["assignment_id"] == made.pk


def test_a_short_rest_that_the_law_allows_once_keeps_the_guard_quiet(aylin: Worker) -> None:
    late = make_shift(day=MONDAY, start="14:30", end="22:00")
    next_day = early(1)  # nine hours later: allowed once in seven days (ATW 5:3)
    first, second = lay((aylin, late), (aylin, next_day))
    assert first.blocked_until == second.starts_at
    assert second.blocked_until == second.ends_at + timedelta(hours=11)


def test_what_breaks_the_law_is_refused_whole(aylin: Worker) -> None:
    nights = [make_night_shift(day=MONDAY + timedelta(days=number)) for number in range(9)]
    bas = make_worker("Bas")
    with pytest.raises(actions.UnableToAssign, match="Aylin") as refusal:
        lay((bas, early(0)), *[(aylin, night) for night in nights])
    assert refusal.value.code == "law"
    assert Assignment.objects.count() == 0


def test_who_lacks_a_proof_is_refused(aylin: Worker) -> None:
    without = make_worker("Ruud", without="conduct")
    with pytest.raises(actions.UnableToAssign, match=r"Ruud.*VOG") as refusal:
        lay((aylin, early(0)), (without, early(1)))
    assert refusal.value.code == "gate"
    assert Assignment.objects.count() == 0


def test_who_lacks_the_skill_of_a_shift_is_refused(aylin: Worker) -> None:
    with pytest.raises(actions.UnableToAssign, match="Injecteren"):
        lay((aylin, early(0, skills=["injecteren"])))


def test_two_places_at_once_are_refused(aylin: Worker) -> None:
    with pytest.raises(actions.UnableToAssign) as refusal:
        lay((aylin, early(0)), (aylin, make_shift(day=MONDAY, start="08:00", end="16:00")))
    assert refusal.value.code == "overlap"
    assert Assignment.objects.count() == 0


def test_a_place_too_many_is_refused(aylin: Worker) -> None:
    shift = early(0)
    with pytest.raises(actions.UnableToAssign, match="vol"):
        lay((aylin, shift), (make_worker("Bas"), shift))


def test_work_that_was_there_already_counts(aylin: Worker) -> None:
    actions.assign(worker=aylin, shift=make_night_shift(day=MONDAY), **signed())
    with pytest.raises(actions.UnableToAssign):
        lay((aylin, make_shift(day=MONDAY + timedelta(days=1), start="10:00", end="14:00")))


def test_the_queries_do_not_grow_with_the_roster(aylin: Worker) -> None:
    bas = make_worker("Bas")
    counts = []
    for weeks in (1, 4):
        first = MONDAY + timedelta(days=7 * weeks)
        shifts = [
            make_shift(day=first + timedelta(days=7 * week + day), places=2)
            for week in range(weeks)
            for day in range(3)
        ]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            lay(*[(who, shift) for shift in shifts for who in (aylin, bas)])
        counts.append(len(captured))
    assert all(later <= earlier for earlier, later in pairwise(counts)), counts
