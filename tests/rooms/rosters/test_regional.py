"""Cover of many organisations at once: published only, cancelled not counted, two queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY
from factories.rosters import raw_assignment
from flexpool.periods import Period, day_period
from people import Cast
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.states import AssignmentState

DAY = day_period(MONDAY)
WEEK = Period(DAY.starts_at, DAY.starts_at + timedelta(days=7))


def test_published_shifts_with_what_is_filled(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, places=2)
    raw_assignment(cast.niels, shift)
    raw_assignment(cast.fatima, shift, place=2, state=AssignmentState.CANCELLED)
    make_shift(cast.vlinder, state=ShiftState.DRAFT)
    night = make_night_shift(cast.wijkteam, day=MONDAY - timedelta(days=1))
    (found,) = queries.cover_of_organisations([cast.de_linde.pk, cast.molenpoort.pk], DAY)
    assert (found.shift_id, found.places, found.filled, found.free) == (shift.pk, 2, 1, 1)
    assert (found.on, found.minutes, found.pc4) == (MONDAY, 480, "6811")
    assert found.shift_id != night.pk


def test_only_the_organisations_that_were_asked(cast: Cast) -> None:
    make_shift(cast.vlinder)
    assert queries.cover_of_organisations([cast.molenpoort.pk], WEEK) == []
    assert queries.cover_of_organisations([], WEEK) == []


def test_two_queries_however_many(cast: Cast, django_assert_num_queries: Any) -> None:
    for number in range(7):
        shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=number))
        raw_assignment(cast.niels, shift)
    with django_assert_num_queries(2):
        found = queries.cover_of_organisations([cast.de_linde.pk], WEEK)
    assert [one.filled for one in found] == [1] * 7
