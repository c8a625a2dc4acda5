"""The spell: what the law calls a dienst, however many bookings it is made of.

A spell is all work between two uninterrupted rests of at least eight hours (ATW 1:7(1)c). Two
bookings with less rest between them are one spell, also at two organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flexpool.staffing import ShiftKind
from flexpool.worktime.clock import day_of, is_sunday, wall_clock
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.booked import Booked, Stretch, around_break, uncovered, week_parts


@dataclass(frozen=True, slots=True)
class Spell:
    """One dienst in the sense of the law; all times in seconds.

    Parameters
    ----------
    bookings
        What it is made of, in order of time.
    start, end
        From the first to the last work.
    work
        Working time without breaks; overlapping bookings count once.
    breaks
        Breaks written down, and free time between bookings that is long enough to be one.
    breaks_known
        False when a booking does not say what its breaks were.
    gaps
        Free time between the bookings.
    night
        Time between 00:00 and 06:00; where the breaks lie is unknown, so they are not taken off.
    is_night
        Whether it is a night dienst (ATW 1:7(1)d).
    ends_late
        Whether it is a night dienst that ends after 02:00.
    has_presence
        Whether part of it is a presence dienst.
    weeks
        Working time per numbered week.
    sundays
        The Sundays on which there is work.
    """

    bookings: tuple[Booked, ...]
    start: int
    end: int
    work: int
    breaks: int
    breaks_known: bool
    gaps: tuple[Stretch, ...]
    night: int
    is_night: bool
    ends_late: bool
    has_presence: bool
    weeks: tuple[tuple[int, int], ...]
    sundays: tuple[int, ...]

    def work_within(self, start: int, end: int) -> int:
        """Give the working time within a stretch; breaks lie in the middle of their booking."""
        if start <= self.start and self.end <= end:
            return self.work
        return sum(
            max(0, min(end, upto) - max(start, since))
            for booked, pieces in uncovered(self.bookings)
            for since, upto in around_break(booked, pieces)
        )


def spells_of(bookings: Iterable[Booked], law: Law) -> Iterator[Spell]:
    """Join bookings, given in order of start, into spells."""
    split = law["definitions.split_rest_hours"]
    run: list[Booked] = []
    run_ends = 0
    for booked in bookings:
        if run and booked.start - run_ends >= split:
            yield make_spell(tuple(run), law)
            run = []
        run_ends = max(run_ends, booked.end) if run else booked.end
        run.append(booked)
    if run:
        yield make_spell(tuple(run), law)


def make_spell(bookings: tuple[Booked, ...], law: Law) -> Spell:
    """Make one spell of bookings that have too little rest between them to be apart."""
    start, end = bookings[0].start, max(booked.end for booked in bookings)
    gaps = _gaps(bookings) if len(bookings) > 1 else ()
    shortest = law["definitions.break_minutes_min"]
    pauses = sum(booked.break_seconds for booked in bookings)
    between = sum(upto - since for since, upto in gaps)
    night, ends_late = _night(start, end, gaps, law)
    is_night = night > law["definitions.night_hours_above"]
    first_day, last_day = day_of(start), day_of(end - 1)
    return Spell(
        bookings=bookings,
        start=start,
        end=end,
        work=end - start - between - pauses,
        breaks=pauses + sum(upto - since for since, upto in gaps if upto - since >= shortest),
        breaks_known=all(booked.breaks_known for booked in bookings),
        gaps=gaps,
        night=night,
        is_night=is_night,
        ends_late=is_night and ends_late,
        has_presence=any(booked.shift.kind is ShiftKind.PRESENCE for booked in bookings),
        weeks=week_parts(bookings, first_day, last_day, law["definitions.week_starts_on"]),
        sundays=tuple(day for day in range(first_day, last_day + 1) if is_sunday(day)),
    )


def _gaps(bookings: tuple[Booked, ...]) -> tuple[Stretch, ...]:
    gaps = []
    covered = bookings[0].end
    for booked in bookings[1:]:
        if booked.start > covered:
            gaps.append((covered, booked.start))
        covered = max(covered, booked.end)
    return tuple(gaps)


def _night(start: int, end: int, gaps: tuple[Stretch, ...], law: Law) -> tuple[int, bool]:
    """Give the time between 00:00 and 06:00, and whether it ends after 02:00 of the last night."""
    night_starts, night_ends = law["definitions.night_starts"], law["definitions.night_ends"]
    total, ends_late = 0, False
    for ordinal in range(day_of(start), day_of(end - 1) + 1):
        since = max(start, wall_clock(ordinal, night_starts))
        upto = min(end, wall_clock(ordinal, night_ends))
        part = upto - since - sum(_shared(gap, since, upto) for gap in gaps)
        if upto > since and part > 0:
            total += part
            ends_late = end > wall_clock(ordinal, law["definitions.late_end"])
    return total, ends_late


def _shared(stretch: Stretch, since: int, upto: int) -> int:
    return max(0, min(stretch[1], upto) - max(stretch[0], since))
