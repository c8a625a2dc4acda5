"""The days that tests speak of. The present is Sunday 22 November 2026, noon in the Netherlands."""

from __future__ import annotations

from datetime import date, datetime, time

from flexpool.periods import Period, local, shift_period

NOW = local(2026, 11, 22, 12)
MONDAY = date(2026, 11, 23)
SINCE = date(2026, 1, 1)
"""From when the engagements, memberships and proofs of tests hold, when a test does not say."""


def clock(text: str) -> time:
    """Read 07:15 as a wall-clock time."""
    return time.fromisoformat(text)


def period(day: date, start: str, end: str) -> Period:
    """Give the time from start to end by the Dutch clock; an end not after the start: next day."""
    return shift_period(day, clock(start), clock(end))


def moment(day: date, at: str) -> datetime:
    """Give the moment at which the Dutch clock shows this on a day."""
    return local(day.year, day.month, day.day, clock(at).hour, clock(at).minute)
