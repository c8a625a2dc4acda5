"""Irregular hours against a second way: look at the Dutch clock in each minute, one by one."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.pay.ort.minutes import minutes_by_share
from flexpool.periods import AMSTERDAM, Period

HOLIDAYS_2026 = {
    (1, 1), (4, 5), (4, 6), (4, 27), (5, 5), (5, 14), (5, 24), (5, 25), (12, 25), (12, 26),
}  # fmt: skip
WEEKDAY = ((6, 0), (7, 22), (20, 0), (22, 22), (24, 47))
SATURDAY = ((8, 38), (12, 0), (22, 38), (24, 52))


def share_of(moment: datetime) -> Fraction:
    """Give the share that VVT pays in the minute that starts now, by its Dutch clock."""
    clock = moment.astimezone(AMSTERDAM)
    if clock.isoweekday() == 7 or (clock.month, clock.day) in HOLIDAYS_2026:
        return Fraction(60, 100)
    saturday = clock.isoweekday() == 6
    if clock.hour < 6:
        return Fraction(52 if saturday else 47, 100)
    steps = SATURDAY if saturday else WEEKDAY
    return Fraction(next(percent for until, percent in steps if clock.hour < until), 100)


def by_looking(shift: Period) -> Counter[Fraction]:
    """Count the minutes of a shift per share."""
    minutes = range(shift.minutes)
    return Counter(share_of(shift.starts_at + timedelta(minutes=minute)) for minute in minutes)


def in_2026(day_and_minute: tuple[int, int], length: int) -> Period:
    """Give a shift that starts on a day of the year, at a minute of it."""
    day, minute = day_and_minute
    start = datetime(2026, 1, 2, tzinfo=UTC) + timedelta(days=day, minutes=minute)
    return Period(start, start + timedelta(minutes=length))


@settings(max_examples=80, deadline=None)
@given(st.tuples(st.integers(0, 360), st.integers(0, 1439)), st.integers(1, 24 * 60))
def test_every_minute_has_the_share_its_clock_says(start: tuple[int, int], length: int) -> None:
    shift = in_2026(start, length)
    assert minutes_by_share("vvt", [shift]).by_share == by_looking(shift)


@pytest.mark.parametrize(
    ("month", "day"), [*sorted(HOLIDAYS_2026), (3, 28), (3, 29), (10, 24), (10, 25), (12, 24)]
)
def test_the_days_around_a_holiday_and_a_change_of_the_clock(month: int, day: int) -> None:
    start = max(
        datetime(2026, month, day, 21, tzinfo=AMSTERDAM) - timedelta(days=1),
        datetime(2026, 1, 1, tzinfo=AMSTERDAM),
    )
    shift = Period(start, start + timedelta(hours=36))
    assert minutes_by_share("vvt", [shift]).by_share == by_looking(shift)


def test_the_figures_used_are_named_once() -> None:
    shift = in_2026((40, 0), 3 * 24 * 60)
    (figure,) = minutes_by_share("vvt", [shift]).figures
    assert figure.name == "pay.ort.vvt"
