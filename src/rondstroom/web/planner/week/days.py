"""The same week or month as a list: day by day, shift by shift, with who works it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rondstroom.web.planner.week.cells import DayCover, Slot
from rondstroom.web.planner.week.grid import Facts, day_of


@dataclass(frozen=True, slots=True)
class Line:
    """One shift in the list."""

    slot: Slot
    people: tuple[Any, ...]

    @property
    def shift(self) -> Any:
        """The shift itself."""
        return self.slot.shift

    @property
    def free(self) -> int:
        """Places that nobody has."""
        return int(max(self.shift.places - len(self.people), 0))


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its cover and its shifts."""

    cover: DayCover
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A row of a month: Monday first; a day outside the month is None."""

    monday: date
    days: tuple[DayCover | None, ...]

    @property
    def number(self) -> int:
        """The ISO week number."""
        return self.monday.isocalendar().week


def listed(facts: Facts, covers: Sequence[DayCover]) -> list[Day]:
    """Lay the shifts out by day, in order of time."""
    people: dict[int, list[Any]] = defaultdict(list)
    for row in facts.assignments:
        people[row.shift_id].append(row)
    lines: dict[date, list[Line]] = defaultdict(list)
    for shift in sorted(facts.shifts, key=lambda shift: (shift.starts_at, shift.pk)):
        lines[day_of(shift)].append(Line(Slot(shift), tuple(people[shift.pk])))
    return [Day(cover, tuple(lines[cover.day])) for cover in covers]


def weeks(covers: Iterable[DayCover]) -> list[Week]:
    """Lay days out in weeks, as on a calendar."""
    by_day = {cover.day: cover for cover in covers}
    mondays = sorted({day - timedelta(days=day.weekday()) for day in by_day})
    return [
        Week(monday, tuple(by_day.get(monday + timedelta(days=n)) for n in range(7)))
        for monday in mondays
    ]
