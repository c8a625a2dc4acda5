"""Periods: half-open, in elapsed time, with the Dutch calendar laid over them."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexpool import periods
from flexpool.periods import NotAMoment, Period, at, local, shift_period

MOMENTS = st.integers(1_767_225_600, 1_830_000_000).map(lambda s: datetime.fromtimestamp(s, UTC))


def test_a_night_has_its_real_length() -> None:
    assert Period(local(2026, 11, 2, 22), local(2026, 11, 3, 6)).hours == 8
    assert Period(local(2026, 10, 24, 22), local(2026, 10, 25, 6)).hours == 9
    assert Period(local(2026, 3, 28, 22), local(2026, 3, 29, 6)).hours == 7


def test_minutes_are_whole() -> None:
    start = local(2026, 11, 2, 22)
    assert Period(start, start + timedelta(seconds=90)).minutes == 1


def test_touching_periods_do_not_overlap() -> None:
    morning = Period(local(2026, 11, 2, 7), local(2026, 11, 2, 11))
    noon = Period(local(2026, 11, 2, 11), local(2026, 11, 2, 15))
    assert not morning.overlaps(noon)
    assert not morning.contains(noon.starts_at)
    assert noon.contains(noon.starts_at)
    assert morning.intersection(noon) is None


def test_the_part_both_share() -> None:
    early = Period(local(2026, 11, 2, 7), local(2026, 11, 2, 15))
    late = Period(local(2026, 11, 2, 14), local(2026, 11, 2, 23))
    assert early.intersection(late) == Period(local(2026, 11, 2, 14), local(2026, 11, 2, 15))


def test_a_period_must_end_after_it_starts() -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Period(local(2026, 11, 2, 7), local(2026, 11, 2, 7))


def test_a_bound_needs_a_zone() -> None:
    with pytest.raises(NotAMoment, match="no time zone"):
        Period(local(2026, 11, 2, 7).replace(tzinfo=None), local(2026, 11, 2, 8))


def test_the_days_a_period_touches() -> None:
    night = Period(local(2026, 11, 2, 22), local(2026, 11, 3, 6))
    evening = Period(local(2026, 11, 2, 16), local(2026, 11, 3))
    assert list(night.local_days()) == [date(2026, 11, 2), date(2026, 11, 3)]
    assert list(evening.local_days()) == [date(2026, 11, 2)]
    assert night.local_day() == date(2026, 11, 2)


def test_a_time_the_clock_skips_is_an_hour_later() -> None:
    assert at(date(2026, 3, 29), time(2, 30)) == local(2026, 3, 29, 3, 30)


def test_the_second_time_of_the_two() -> None:
    first, second = local(2026, 10, 25, 2, 30), local(2026, 10, 25, 2, 30, fold=1)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_a_shift_that_ends_before_it_starts_ends_the_next_day() -> None:
    assert shift_period(date(2026, 11, 2), time(22), time(6)).hours == 8
    assert shift_period(date(2026, 11, 2), time(8), time(8)).hours == 24
    assert shift_period(date(2026, 11, 2), time(7), time(15)).hours == 8


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 11, 2), 24), (date(2026, 10, 25), 25), (date(2026, 3, 29), 23)],
)
def test_a_day_has_its_real_length(day: date, hours: int) -> None:
    assert periods.day_period(day).hours == hours


def test_a_week_starts_on_monday() -> None:
    assert periods.week_start(date(2026, 11, 8)) == date(2026, 11, 2)
    assert periods.week_start(date(2026, 11, 2)) == date(2026, 11, 2)


def _union(found: list[Period]) -> timedelta:
    return sum((period.length for period in found), timedelta())


@given(st.lists(st.tuples(MOMENTS, st.integers(1, 5000)), max_size=8))
def test_merged_periods_lie_apart_and_cover_the_same(rows: list[tuple[datetime, int]]) -> None:
    given_periods = [Period(start, start + timedelta(minutes=length)) for start, length in rows]
    joined = periods.merged(given_periods)
    assert all(a.ends_at < b.starts_at for a, b in pairwise(joined))
    for period in given_periods:
        assert any(j.intersection(period) == period for j in joined)
    assert _union(joined) <= _union(given_periods)
