"""Cover of many organisations at once: published only, cancelled not counted, two queries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY, moment
from factories.people import make_worker, say
from factories.rosters import raw_assignment
from flexpool.periods import Period, day_period
from people import Cast
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.people.models import DeclaredWork
from rondstroom.rooms.people.states import DayPart, Wish
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


def unused(cast: Cast) -> dict[int, list[date]]:
    """Give who of De Linde and Rijnzicht is free in the week, and on which days."""
    found = queries.unused_workers(
        [cast.de_linde.pk, cast.rijnzicht.pk], MONDAY, MONDAY + timedelta(days=7)
    )
    return {one.worker_id: one.days for one in found}


@pytest.mark.parametrize(
    ("start", "end", "free"),
    [
        ("07:00", "15:30", [1, 2]),
        ("15:00", "00:00", [1, 2]),  # up to midnight: the next day is not touched
        ("23:00", "07:15", [2]),
    ],
)
def test_work_uses_every_day_it_touches(start: str, end: str, free: list[int], cast: Cast) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(3)]
    say(cast.joke, {(day, DayPart.DAY): Wish.AVAILABLE for day in days})
    assert unused(cast)[cast.joke.pk] == days
    shift = make_shift(cast.intensive_care, start=start, end=end, function="IC-vpk")
    raw_assignment(cast.joke, shift)
    assert unused(cast)[cast.joke.pk] == [days[number] for number in free]


def test_work_told_of_elsewhere_uses_the_day_too(cast: Cast) -> None:
    say(cast.joke, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    DeclaredWork.objects.create(
        worker=cast.joke, starts_at=moment(MONDAY, "18:00"), ends_at=moment(MONDAY, "20:00")
    )
    assert cast.joke.pk not in unused(cast)


@pytest.mark.parametrize("wish", [Wish.RATHER_NOT, Wish.UNAVAILABLE])
def test_only_available_is_available(wish: Wish, cast: Cast) -> None:
    say(cast.joke, {(MONDAY, DayPart.DAY): wish})
    assert cast.joke.pk not in unused(cast)


def test_unused_tells_employers_and_functions(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    every = [cast.de_linde.pk, cast.molenpoort.pk]
    found = queries.unused_workers(every, MONDAY, MONDAY + timedelta(days=1))
    (one,) = [one for one in found if one.worker_id == cast.fatima.pk]
    assert one.employers == frozenset(every)
    assert len(one.functions) == 1


def test_who_left_is_not_of_the_region(cast: Cast) -> None:
    gone = make_worker("Weg", organisation=cast.zonder_pool)
    say(gone, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    assert gone.pk not in unused(cast)


def test_lent_between_asks_the_agreements_not_the_names(cast: Cast) -> None:
    raw_assignment(cast.joke, make_shift(cast.vlinder, function="IC-vpk"))
    raw_assignment(cast.fatima, make_shift(cast.wijkteam, function="VP6"))
    every = [cast.de_linde.pk, cast.molenpoort.pk, cast.rijnzicht.pk]
    found = queries.lent_between(every, WEEK)
    assert found.between == {(cast.rijnzicht.pk, cast.de_linde.pk): 480}
    assert found.own == {cast.molenpoort.pk: 480}
    assert (found.lent_by(cast.rijnzicht.pk), found.borrowed_by(cast.de_linde.pk)) == (480, 480)
    assert queries.lent_between([], WEEK).between == {}
