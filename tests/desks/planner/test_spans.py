"""The week or month that a page shows."""

from datetime import date, timedelta

import pytest

from factories.moments import NOW
from rondstroom.web.planner.spans import Span, UnableToReadDay, read_day

WEEK = Span.week_of(date(2026, 11, 25))
MONTH = Span.month_of(date(2026, 11, 25))


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert (WEEK.starts_on, WEEK.last_on) == (date(2026, 11, 23), date(2026, 11, 29))
    assert len(WEEK.days) == 7
    assert WEEK.week_number == 48


def test_a_month_has_all_its_days() -> None:
    assert (MONTH.starts_on, MONTH.last_on) == (date(2026, 11, 1), date(2026, 11, 30))
    assert len(MONTH.days) == 30


def test_neighbours_touch_without_a_gap() -> None:
    for span in (WEEK, MONTH, Span.month_of(date(2026, 12, 31)), Span.month_of(date(2028, 2, 29))):
        assert span.after.starts_on == span.ends_on
        assert span.before.ends_on == span.starts_on
        assert span.after.before == span


def test_the_week_of_the_clock_change_is_an_hour_longer() -> None:
    autumn = Span.week_of(date(2026, 10, 25))
    assert autumn.period.length == timedelta(days=7, hours=1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", date(2026, 11, 22)),
        ("2026-12-01", date(2026, 12, 1)),
        ("2026-W48", date(2026, 11, 23)),
    ],
)
def test_a_day_is_read_from_an_address(text: str, day: date) -> None:
    assert read_day(text, NOW) == day


@pytest.mark.parametrize(
    "text", ["gisteren", "2026-13-01", "01-12-2026", "<script>", "0001-01-01", "9999-12-31"]
)
def test_what_is_not_a_day_is_refused(text: str) -> None:
    with pytest.raises(UnableToReadDay):
        read_day(text, NOW)
