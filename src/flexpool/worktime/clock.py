"""Dutch wall-clock time and calendar weeks on a line of whole seconds since 1970 (UTC).

The rules count in seconds: exact, quick, and a night over a clock change has its real length.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import lru_cache

from flexpool.periods import AMSTERDAM, at

HOUR = 3600
DAY = 24 * HOUR
MINUTE = 60
FAR = 1 << 40
"""A number of seconds longer than any roster."""
_EPOCH = date(1970, 1, 1).toordinal()
DAYS_IN_WEEK = 7
FRIDAY_TO_MONDAY = 3
_FRIDAY = 5


def seconds(moment: datetime) -> int:
    """Give an aware moment as whole seconds since 1970."""
    return int(moment.timestamp())


def moment(at_seconds: int) -> datetime:
    """Give seconds since 1970 as an aware moment in UTC."""
    return datetime.fromtimestamp(at_seconds, UTC)


def dutch(at_seconds: int) -> datetime:
    """Give seconds since 1970 as the time on a Dutch wall clock."""
    return datetime.fromtimestamp(at_seconds, AMSTERDAM)


@lru_cache(maxsize=65536)
def wall_clock(ordinal: int, minute_of_day: int) -> int:
    """Give the second at which a Dutch clock shows a time on the day with this ordinal."""
    hour, minute = divmod(minute_of_day, MINUTE)
    return seconds(at(date.fromordinal(ordinal), time(hour, minute)))


def halfway(since: int, until: int) -> int:
    """Give the second in the middle."""
    return (since + until) // 2


def day_of(at_seconds: int) -> int:
    """Give the ordinal of the Dutch calendar day that holds a second."""
    ordinal = (at_seconds + HOUR) // DAY + _EPOCH
    return ordinal + 1 if at_seconds >= wall_clock(ordinal + 1, 0) else ordinal


def week_of(ordinal: int, starts_on: int) -> int:
    """Give the number of the week that holds a day; 0 as first weekday is Monday."""
    return (ordinal - 1 - starts_on) // DAYS_IN_WEEK


def week_starts(week: int, starts_on: int) -> int:
    """Give the second at which a numbered week starts."""
    return wall_clock(week * DAYS_IN_WEEK + 1 + starts_on, 0)


def is_sunday(ordinal: int) -> bool:
    """Tell whether the day with this ordinal is a Sunday."""
    return ordinal % DAYS_IN_WEEK == 0


def weekend_of(ordinal: int) -> int | None:
    """Give the Sunday of the weekend that a day is in, or None on another day."""
    if is_sunday(ordinal):
        return ordinal
    return ordinal + 1 if is_sunday(ordinal + 1) else None


def last_friday(ordinal: int) -> int:
    """Give the Friday on or before a day."""
    return ordinal - (ordinal - _FRIDAY) % DAYS_IN_WEEK
