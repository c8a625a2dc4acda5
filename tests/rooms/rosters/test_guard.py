"""The database refuses what no program may write, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from factories.demand import make_shift
from factories.moments import MONDAY
from factories.people import make_worker
from factories.rosters import raw_assignment
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)


def test_a_shift_with_rest_before_it_goes_in() -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="07:00", end="15:00"))
    raw_assignment(worker, make_shift(day=TUESDAY, start="07:00", end="15:00"))
    assert Assignment.objects.count() == 2


@pytest.mark.parametrize(
    ("start", "end"),
    [("07:00", "15:00"), ("14:59", "23:00"), ("00:00", "23:00"), ("08:00", "09:00")],
)
def test_work_at_the_same_time_is_refused(start: str, end: str) -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="07:00", end="15:00"), rest_hours=0)
    with pytest.raises(IntegrityError, match="rosters_no_double_booking"), transaction.atomic():
        raw_assignment(worker, make_shift(start=start, end=end), rest_hours=0)


@pytest.mark.parametrize(("start", "is_refused"), [("00:59", True), ("01:00", False)])
def test_a_rest_that_nobody_granted_is_refused(start: str, is_refused: bool) -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="06:00", end="14:00"))
    following = make_shift(day=TUESDAY, start=start, end="09:00")
    if is_refused:
        with pytest.raises(IntegrityError, match="rosters_no_double_booking"):
            raw_assignment(worker, following)
    else:
        assert raw_assignment(worker, following).pk


def test_the_rest_is_guarded_backwards_too() -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(day=TUESDAY, start="00:30", end="09:00"))
    with pytest.raises(IntegrityError, match="rosters_no_double_booking"):
        raw_assignment(worker, make_shift(start="06:00", end="14:00"))


def test_back_to_back_goes_in_when_the_first_blocks_no_longer_than_its_end() -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="07:00", end="11:00"), rest_hours=0)
    assert raw_assignment(worker, make_shift(start="11:00", end="15:00")).pk


def test_a_cancelled_assignment_blocks_nobody() -> None:
    worker = make_worker()
    shift = make_shift()
    raw_assignment(worker, shift, state=AssignmentState.CANCELLED)
    assert raw_assignment(worker, shift).pk


def test_reviving_a_cancelled_assignment_is_guarded() -> None:
    worker = make_worker()
    cancelled = raw_assignment(worker, make_shift(), state=AssignmentState.CANCELLED)
    raw_assignment(worker, make_shift(start="08:00", end="12:00"))
    cancelled.state = AssignmentState.CONFIRMED
    with pytest.raises(IntegrityError, match="rosters_no_double_booking"):
        cancelled.save()


def test_moving_an_assignment_is_guarded() -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="07:00", end="15:00"))
    later = raw_assignment(worker, make_shift(day=TUESDAY, start="07:00", end="15:00"))
    later.starts_at -= timedelta(hours=8)
    with pytest.raises(IntegrityError, match="rosters_no_double_booking"):
        later.save()


@pytest.mark.parametrize("place", [0, 3])
def test_a_place_that_the_shift_does_not_have_is_refused(place: int) -> None:
    shift = make_shift(places=2)
    with pytest.raises(IntegrityError, match="rosters_place_within_shift"):
        raw_assignment(make_worker(), shift, place=place)


def test_two_on_one_place_are_refused() -> None:
    shift = make_shift()
    raw_assignment(make_worker("Aylin"), shift)
    with pytest.raises(IntegrityError):
        raw_assignment(make_worker("Bram"), shift)


def test_the_same_person_twice_on_a_shift_is_refused() -> None:
    shift = make_shift(places=2)
    worker = make_worker()
    raw_assignment(worker, shift)
    with pytest.raises(IntegrityError):
        raw_assignment(worker, shift, place=2)


def test_places_that_are_taken_cannot_be_taken_away() -> None:
    shift = make_shift(places=2)
    raw_assignment(make_worker("Aylin"), shift, place=1)
    raw_assignment(make_worker("Bram"), shift, place=2)
    shift.places = 1
    with pytest.raises(IntegrityError, match="rosters_shift_keeps_places"):
        shift.save()


def test_free_places_can_be_taken_away() -> None:
    shift = make_shift(places=2)
    raw_assignment(make_worker(), shift, place=1)
    shift.places = 1
    shift.save()
    shift.refresh_from_db()
    assert shift.places == 1


def test_all_guards_are_there_after_every_migration() -> None:
    # SQLite rebuilds a table when a column changes, and loses its triggers then.
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        else:
            cursor.execute(
                "SELECT tgname FROM pg_trigger UNION ALL SELECT conname FROM pg_constraint"
            )
        names = {row[0] for row in cursor.fetchall() if row[0].startswith("rosters_")}
    sqlite = {"rosters_guard_insert", "rosters_guard_update"}
    postgres = {"rosters_no_double_booking", "rosters_place_within_shift"}
    guards = sqlite if connection.vendor == "sqlite" else postgres
    assert guards | {"rosters_shift_keeps_places"} <= names
