"""A series: the same clock times on chosen weekdays, also over both clock changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, period
from factories.organisations import make_team
from factories.skills import make_function, make_skill
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db


def first(day: date, start: str = "07:00", end: str = "15:30", **fields: Any) -> dict[str, Any]:
    """Give what is said about the first shift of a series."""
    asked = period(day, start, end)
    return {
        "team": make_team(),
        "starts_at": asked.starts_at,
        "ends_at": asked.ends_at,
        "function": make_function("VIG"),
    } | fields


def clock_times(shifts: list[Shift]) -> set[tuple[str, str]]:
    """Give what the Dutch clock shows at begin and end."""
    return {
        tuple(f"{one.astimezone(AMSTERDAM):%H:%M}" for one in (shift.starts_at, shift.ends_at))
        for shift in shifts
    }


def test_a_series_stands_on_its_weekdays_through_the_last_day() -> None:
    asked = first(MONDAY, skills=[make_skill("sonde")], places=2, state=ShiftState.PUBLISHED)
    made = actions.create_series(
        first=asked, weekdays={0, 2}, until=MONDAY + timedelta(days=9), **signed()
    )
    days = [one.starts_at.astimezone(AMSTERDAM).date() for one in made]
    assert days == [MONDAY + timedelta(days=number) for number in (0, 2, 7, 9)]
    assert clock_times(made) == {("07:00", "15:30")}
    found = queries.shifts([one.pk for one in made]).values()
    assert all([one.code for one in shift.skills.all()] == ["sonde"] for shift in found)
    assert {(one.places, one.state) for one in found} == {(2, ShiftState.PUBLISHED)}


def test_a_series_may_begin_before_its_first_weekday() -> None:
    made = actions.create_series(
        first=first(MONDAY), weekdays={5}, until=MONDAY + timedelta(days=6), **signed()
    )
    assert [one.starts_at.astimezone(AMSTERDAM).weekday() for one in made] == [5]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 10, 24), [8.25, 9.25, 8.25]),  # the clock goes back in the second night
        (date(2027, 3, 27), [8.25, 7.25, 8.25]),  # the clock goes forward in the second night
    ],
)
def test_nights_keep_their_clock_times_when_the_clock_changes(
    day: date, hours: list[float]
) -> None:
    made = actions.create_series(
        first=first(day - timedelta(days=1), "23:00", "07:15"),
        weekdays=range(7),
        until=day + timedelta(days=1),
        **signed(),
    )
    assert clock_times(made) == {("23:00", "07:15")}
    assert [(one.ends_at - one.starts_at).total_seconds() / 3600 for one in made] == hours


def test_a_time_that_the_clock_skips_is_an_hour_later() -> None:
    made = actions.create_series(
        first=first(date(2027, 3, 27), "02:30", "10:00"),
        weekdays={6},
        until=date(2027, 3, 28),
        **signed(),
    )
    assert clock_times(made) == {("03:30", "10:00")}


def test_each_shift_gets_its_own_key_so_a_series_cannot_come_twice() -> None:
    asked = first(MONDAY, source_key="R7")
    until = MONDAY + timedelta(days=1)
    made = actions.create_series(first=asked, weekdays={0, 1}, until=until, **signed())
    assert [one.source_key for one in made] == ["R7/2026-11-23", "R7/2026-11-24"]
    with pytest.raises(actions.UnableToCreateShift, match="R7/2026-11-23"):
        actions.create_series(first=asked, weekdays={0, 1}, until=until, **signed())
    assert Shift.objects.count() == 2


def test_a_series_without_days_is_refused() -> None:
    with pytest.raises(actions.UnableToCreateSeries, match="geen gekozen weekdag"):
        actions.create_series(
            first=first(MONDAY), weekdays={6}, until=MONDAY + timedelta(days=5), **signed()
        )
    with pytest.raises(actions.UnableToCreateSeries, match="geen gekozen weekdag"):
        actions.create_series(
            first=first(MONDAY), weekdays={0}, until=MONDAY - timedelta(days=1), **signed()
        )


def test_a_series_of_more_than_a_year_is_refused() -> None:
    with pytest.raises(actions.UnableToCreateSeries, match="hooguit een jaar"):
        actions.create_series(
            first=first(MONDAY), weekdays={0}, until=MONDAY + timedelta(days=367), **signed()
        )


def test_a_weekday_that_does_not_exist_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="Monday"):
        actions.create_series(first=first(MONDAY), weekdays={7}, until=MONDAY, **signed())


def test_one_impossible_shift_refuses_the_whole_series() -> None:
    """At 02:30 the clock goes forward: a shift from 02:45 to 03:15 would have no end."""
    asked = first(date(2027, 3, 20), "02:45", "03:15")
    with pytest.raises(actions.UnableToCreateShift, match="voor het begin"):
        actions.create_series(first=asked, weekdays={5, 6}, until=date(2027, 3, 28), **signed())
    assert not Shift.objects.exists()


def test_a_year_of_shifts_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    asked, author = first(MONDAY, skills=[make_skill("sonde")]), signed()
    with django_assert_max_num_queries(25):
        made = actions.create_series(
            first=asked, weekdays=range(7), until=MONDAY + timedelta(days=365), **author
        )
    assert len(made) == 366


def test_every_shift_of_a_series_has_its_line() -> None:
    made = actions.create_series(
        first=first(MONDAY), weekdays={0}, until=MONDAY + timedelta(days=8), **signed()
    )
    for shift in made:
        assert journal.entries_about(f"shift:{shift.pk}").get().event == "demand.shift.created"


def test_a_series_and_a_single_shift_are_alike() -> None:
    asked = first(MONDAY, break_minutes=30, state=ShiftState.PUBLISHED)
    (one,) = actions.create_series(first=asked, weekdays={0}, until=MONDAY, **signed())
    single = make_shift()
    for field in ("starts_at", "ends_at", "break_minutes", "function", "places", "team", "state"):
        assert getattr(one, field) == getattr(single, field)
