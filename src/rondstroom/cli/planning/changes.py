"""Days, places and changes as people write them on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from flexpool.planning import Problem
from flexpool.planning.replanning import Absence, CancelledShift, Change, Locks, NewShift
from rondstroom.cli.shortcomings import UnableToRun

Place = tuple[int, str, str]


def changes(
    problem: Problem, away: Sequence[str], extra: Sequence[str], cancel: Sequence[str]
) -> Iterator[Change]:
    """Read what changes.

    Raises
    ------
    UnableToRun
        When something is not written as it should be; the text names it.
    """
    if not (away or extra or cancel):
        raise UnableToRun("Say what changes: --away, --extra or --cancel; or ask --who could come.")
    for told in away:
        worker, at, days = told.rpartition("@")
        if not at:
            raise UnableToRun(f"{told!r}: who is away is written as WORKER@DAY or WORKER@DAY..DAY.")
        found = days_of(problem, days)
        yield Absence(worker, found[0], found[-1])
    for told in extra:
        yield NewShift(*place_of(problem, told))
    for told in cancel:
        yield CancelledShift(*place_of(problem, told))


def locks(problem: Problem, days: Sequence[str], workers: Sequence[str]) -> Locks:
    """Read what stays as it is.

    Raises
    ------
    UnableToRun
        When a day is not in the problem, or a worker.
    """
    known = {worker.id for worker in problem.workers}
    for worker in workers:
        if worker not in known:
            raise UnableToRun(f"{problem.name}: there is no worker {worker!r} to keep as is.")
    locked = frozenset(day for told in days for day in days_of(problem, told))
    return Locks(locked, frozenset(workers))


def place_of(problem: Problem, told: str) -> Place:
    """Read DAY:KIND[:SKILL].

    Raises
    ------
    UnableToRun
        When it is not written so, or the day is not in the problem.
    """
    day, *slot = told.split(":")
    if not 1 <= len(slot) <= 2:
        raise UnableToRun(f"{told!r}: a place is written as DAY:KIND or DAY:KIND:SKILL.")
    return _day(problem, day), slot[0], slot[1] if len(slot) > 1 else ""


def days_of(problem: Problem, told: str) -> range:
    """Read DAY or DAY..DAY.

    Raises
    ------
    UnableToRun
        When it is not written so, or the days are not in the problem, or in the wrong order.
    """
    first, _, last = told.partition("..")
    days = range(_day(problem, first), _day(problem, last or first) + 1)
    if not days:
        raise UnableToRun(f"{told!r}: the last day lies before the first.")
    return days


def _day(problem: Problem, told: str) -> int:
    """Read a day: its number from 0, or its date where the problem has dates."""
    if told.isdecimal():
        day = int(told)
    elif problem.first_date is None:
        raise UnableToRun(f"{told!r} is no day: this problem has no dates, count from 0.")
    else:
        try:
            day = (date.fromisoformat(told) - problem.first_date).days
        except ValueError:
            raise UnableToRun(
                f"{told!r} is no day: write a number from 0, or 2026-11-02."
            ) from None
    if not 0 <= day < problem.days:
        raise UnableToRun(f"{told!r}: {problem.name} has {problem.days} days, 0 is the first.")
    return day
