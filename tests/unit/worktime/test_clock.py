"""The Dutch calendar on a line of seconds."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexpool.periods import AMSTERDAM, local
from flexpool.worktime import clock, wording


@given(st.integers(1_546_300_800, 2_051_222_400))
def test_a_second_lies_in_its_dutch_day(second: int) -> None:
    moment = datetime.fromtimestamp(second, AMSTERDAM)
    assert clock.day_of(second) == moment.date().toordinal()
    assert clock.seconds(clock.moment(second)) == clock.seconds(moment) == second


@pytest.mark.parametrize("starts_on", range(7))
def test_a_week_starts_on_the_day_chosen(starts_on: int) -> None:
    for number in range(14):
        day = date(2026, 10, 19) + timedelta(days=number)
        week = clock.week_of(day.toordinal(), starts_on)
        first = clock.dutch(clock.week_starts(week, starts_on))
        assert (first.weekday(), first.hour) == (starts_on, 0)
        assert timedelta() <= day - first.date() < timedelta(days=7)


def test_the_week_of_the_clock_change_is_longer() -> None:
    week = clock.week_of(date(2026, 10, 25).toordinal(), 0)
    assert clock.week_starts(week + 1, 0) - clock.week_starts(week, 0) == 169 * clock.HOUR


def test_weekends() -> None:
    friday, saturday, sunday = (date(2026, 11, day).toordinal() for day in (6, 7, 8))
    assert clock.weekend_of(friday) is None
    assert clock.weekend_of(saturday) == clock.weekend_of(sunday) == sunday
    assert {clock.last_friday(friday + number) for number in range(7)} == {friday}


def test_moments_and_lengths_as_people_read_them() -> None:
    late = clock.seconds(local(2026, 11, 2, 15))
    assert wording.when(late, "nl") == "ma 2 nov 2026 15:00"
    assert wording.when(late, "en") == "Mon 2 Nov 2026 15:00"
    assert wording.hours(10.9 * clock.HOUR, "nl") == "10,9 uur"
    assert wording.hours(10.9 * clock.HOUR, "en") == "10.9 h"
    assert wording.hours(100 * clock.HOUR, "nl") == "100 uur"
    assert wording.hours(0, "en") == "0 h"
