"""Who said to be available and works nothing: at all organisations together, by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from flexpool.periods import AMSTERDAM, Period, at
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.queries import Cell
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import queries as skills

_BEFORE_MIDNIGHT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Unused:
    """Somebody who is available: for whom they work, what they may be, and when they are free."""

    worker_id: int
    employers: frozenset[int]
    functions: frozenset[int]
    cells: tuple[Cell, ...]

    @property
    def days(self) -> list[date]:
        """The days on which they are free, in order."""
        return sorted({day for day, _part in self.cells})


def unused_workers(organisation_ids: Iterable[int], starts_on: date, ends_on: date) -> list[Unused]:
    """Give who said to be available on a day up to, not including, `ends_on`, and is not used then.

    A day that any work touches, here or elsewhere, is used; so is the whole day after a night.
    Six queries, however many people.
    """
    employed = people.employers_in(organisation_ids, starts_on, ends_on)
    offered = people.offered_in(employed, starts_on, ends_on)
    used = _used(offered, Period(at(starts_on, time()), at(ends_on, time())))
    held = skills.held_functions(offered, starts_on)
    found = []
    for worker_id, cells in offered.items():
        free = tuple(sorted(cell for cell in cells if cell[0] not in used[worker_id]))
        if free:
            functions = frozenset(held.get(worker_id, ()))
            found.append(Unused(worker_id, frozenset(employed[worker_id]), functions, free))
    return found


def _used(worker_ids: Iterable[int], period: Period) -> dict[int, set[date]]:
    """Give the Dutch days on which each works."""
    wanted = set(worker_ids)
    rows = (
        Assignment.objects.exclude(state=AssignmentState.CANCELLED)
        .filter(starts_at__lt=period.ends_at, ends_at__gt=period.starts_at)
        .values_list("worker_id", "starts_at", "ends_at")
    )
    used: dict[int, set[date]] = defaultdict(set)
    for worker_id, starts_at, ends_at in chain(rows, people.declared_times(period)):
        if worker_id in wanted:
            used[worker_id] |= _days(starts_at, ends_at)
    return used


def _days(starts_at: datetime, ends_at: datetime) -> set[date]:
    first = starts_at.astimezone(AMSTERDAM).date()
    last = (ends_at - _BEFORE_MIDNIGHT).astimezone(AMSTERDAM).date()
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}
