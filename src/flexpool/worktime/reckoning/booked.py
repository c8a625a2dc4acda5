"""A booking in seconds, and how its working time falls over weeks.

Where a break lies is not known. It is taken to lie in the middle of its booking.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flexpool.staffing import Shift
from flexpool.worktime.clock import (
    MINUTE,
    day_of,
    halfway,
    seconds,
    week_of,
    week_starts,
)
from flexpool.worktime.law import Law

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Booked:
    """A shift with its bounds and breaks in seconds."""

    shift: Shift
    start: int
    end: int
    break_seconds: int

    @classmethod
    def of(cls, shift: Shift, law: Law) -> Booked:
        """Reckon a shift; an interruption too short to be a break is work."""
        pause = shift.break_minutes * MINUTE
        if pause < law["definitions.break_minutes_min"]:
            pause = 0
        return cls(shift, seconds(shift.period.starts_at), seconds(shift.period.ends_at), pause)

    @property
    def breaks_known(self) -> bool:
        """Whether the booking says what its breaks are."""
        return self.shift.breaks_known or self.shift.break_minutes > 0

    @property
    def work(self) -> int:
        """Seconds of working time."""
        return self.end - self.start - self.break_seconds


def week_parts(
    bookings: tuple[Booked, ...], first_day: int, last_day: int, starts_on: int
) -> tuple[tuple[int, int], ...]:
    """Give the working time per numbered week."""
    first_week, last_week = week_of(first_day, starts_on), week_of(last_day, starts_on)
    if first_week == last_week and len(bookings) == 1:
        return ((first_week, bookings[0].work),)
    parts: dict[int, int] = {}
    for booked, piece in uncovered(bookings):
        for since, upto in around_break(booked, piece):
            for week, length in _by_week(since, upto, starts_on):
                parts[week] = parts.get(week, 0) + length
    return tuple(sorted(parts.items()))


def _by_week(since: int, upto: int, starts_on: int) -> Iterator[tuple[int, int]]:
    week = week_of(day_of(since), starts_on)
    while since < upto:
        next_starts = week_starts(week + 1, starts_on)
        yield week, min(upto, next_starts) - since
        since, week = next_starts, week + 1


def uncovered(bookings: tuple[Booked, ...]) -> Iterator[tuple[Booked, Stretch]]:
    """Give each booking with the part of it that no earlier booking covers."""
    covered = bookings[0].start
    for booked in bookings:
        if booked.end > covered:
            yield booked, (max(booked.start, covered), booked.end)
            covered = booked.end


def around_break(booked: Booked, piece: Stretch) -> tuple[Stretch, ...]:
    """Give the parts of a booking before and after its break."""
    if not booked.break_seconds:
        return (piece,)
    since, upto = piece
    pause_starts = halfway(since, upto - booked.break_seconds)
    return (
        (since, max(since, pause_starts)),
        (min(upto, pause_starts + booked.break_seconds), upto),
    )
