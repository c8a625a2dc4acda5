"""Half-open periods in real time, and the Dutch calendar laid over them.

A period starts at `starts_at` and ends just before `ends_at`. Both are aware moments. Lengths are
elapsed time, so the night in which the clock goes back has nine hours between 22:00 and 06:00.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class NotAMoment(ValueError):
    """A date and time without a zone was given where a moment is needed."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The time from `starts_at` up to, not including, `ends_at`; both aware, kept in UTC.

    Raises
    ------
    NotAMoment
        When a bound has no time zone.
    ValueError
        When the period does not end after it starts.

    Examples
    --------
    >>> night = Period(local(2026, 10, 24, 22), local(2026, 10, 25, 6))
    >>> night.hours
    9.0
    """

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        for bound in (self.starts_at, self.ends_at):
            if bound.tzinfo is None:
                raise NotAMoment(f"{bound.isoformat()} has no time zone")
        object.__setattr__(self, "starts_at", self.starts_at.astimezone(UTC))
        object.__setattr__(self, "ends_at", self.ends_at.astimezone(UTC))
        if self.ends_at <= self.starts_at:
            raise ValueError(
                f"a period must end after it starts: {self.starts_at} - {self.ends_at}"
            )

    @property
    def length(self) -> timedelta:
        """Elapsed time."""
        return self.ends_at - self.starts_at

    @property
    def minutes(self) -> int:
        """Elapsed whole minutes."""
        return int(self.length.total_seconds() // 60)

    @property
    def hours(self) -> float:
        """Elapsed hours."""
        return self.length.total_seconds() / 3600

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a moment; touching ends do not."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def contains(self, moment: datetime) -> bool:
        """Tell whether the moment lies in the period; the end does not."""
        return self.starts_at <= moment < self.ends_at

    def intersection(self, other: Period) -> Period | None:
        """Give the part both share, or None."""
        start = max(self.starts_at, other.starts_at)
        end = min(self.ends_at, other.ends_at)
        return Period(start, end) if start < end else None

    def local_day(self) -> date:
        """Give the Dutch calendar day on which the period starts: the day it is rostered on."""
        return self.starts_at.astimezone(AMSTERDAM).date()

    def local_days(self) -> Iterator[date]:
        """Give every Dutch calendar day the period touches."""
        day, last = (
            self.local_day(),
            (self.ends_at - timedelta(microseconds=1)).astimezone(AMSTERDAM).date(),
        )
        while day <= last:
            yield day
            day += timedelta(days=1)


def local(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, *, fold: int = 0
) -> datetime:
    """Give the moment at which a Dutch wall clock shows this; `fold=1` picks the second 02:30."""
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM, fold=fold)


def at(day: date, wall_clock: time) -> datetime:
    """Give the moment on a Dutch day at a wall-clock time.

    A time the clock skips in spring counts as the same time an hour later.
    """
    return datetime.combine(day, wall_clock, tzinfo=AMSTERDAM).astimezone(UTC)


def shift_period(day: date, start: time, end: time) -> Period:
    """Give the period of a shift rostered on a day; an end not after the start is the next day."""
    last_day = day + timedelta(days=1) if end <= start else day
    return Period(at(day, start), at(last_day, end))


def day_period(day: date) -> Period:
    """Give the Dutch calendar day from midnight to midnight: 23, 24 or 25 hours."""
    return Period(at(day, time()), at(day + timedelta(days=1), time()))


def week_start(day: date) -> date:
    """Give the Monday of the ISO week the day is in."""
    return day - timedelta(days=day.weekday())


def merged(periods: Iterable[Period]) -> list[Period]:
    """Join overlapping and touching periods, in order of time."""
    joined: list[Period] = []
    for period in sorted(periods):
        if joined and period.starts_at <= joined[-1].ends_at:
            joined[-1] = Period(joined[-1].starts_at, max(joined[-1].ends_at, period.ends_at))
        else:
            joined.append(period)
    return joined
