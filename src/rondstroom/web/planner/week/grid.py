"""The week as a grid of values: days with their cover, open places, and people with their shifts.

Built from rows that were read before; it asks the database nothing, so its size decides only how
long the page is, never how many queries it takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flexpool.periods import Period
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.planner.week.cells import Cell, DayCover, Grid, Origin, Row, Slot


@dataclass(frozen=True, slots=True)
class Facts:
    """All rows that a grid is built from.

    `people` are the workers to show; `origins` and `agreed_minutes` are by worker id. A cancelled
    shift or assignment never stands among them.
    """

    days: Sequence[date]
    shifts: Sequence[Any]
    assignments: Sequence[Any]
    people: Sequence[Any]
    origins: Mapping[int, Origin]
    agreed_minutes: Mapping[int, int]
    wishes: Mapping[tuple[int, date], Mapping[str, str]]
    elsewhere: Sequence[Any] = ()
    findings: Mapping[int, Sequence[Any]] = field(default_factory=dict)


def build(facts: Facts) -> Grid:
    """Lay the rows out as days and people."""
    shifts = {shift.pk: shift for shift in facts.shifts}
    by_shift: dict[int, list[Any]] = defaultdict(list)
    for assignment in facts.assignments:
        if assignment.shift_id in shifts:
            by_shift[assignment.shift_id].append(assignment)
    return Grid(
        days=tuple(_cover(facts, by_shift)),
        open_cells=tuple(_open_cells(facts, by_shift, ShiftState.PUBLISHED)),
        draft_cells=tuple(_open_cells(facts, by_shift, ShiftState.DRAFT)),
        rows=tuple(_rows(facts, shifts)),
        drafts=sum(shift.state == ShiftState.DRAFT for shift in facts.shifts),
        planned=sum(row.state == AssignmentState.PLANNED for row in facts.assignments),
    )


def day_of(row: Any) -> date:
    """Give the Dutch day on which a shift or assignment starts: the day it is rostered on."""
    return Period(row.starts_at, row.ends_at).local_day()


def _cover(facts: Facts, by_shift: Mapping[int, Collection[Any]]) -> Iterable[DayCover]:
    needed: dict[date, int] = defaultdict(int)
    filled: dict[tuple[date, Origin], int] = defaultdict(int)
    for shift in facts.shifts:
        if shift.beside_id is not None:
            continue  # who learns is over and above the cover
        day = day_of(shift)
        needed[day] += shift.places
        for assignment in by_shift[shift.pk]:
            filled[day, facts.origins.get(assignment.worker_id, "pool")] += 1
    for day in facts.days:
        own, pool, external = (filled[day, origin] for origin in ("own", "pool", "external"))
        yield DayCover(day, needed[day], own, pool, external)


def _open_cells(
    facts: Facts, by_shift: Mapping[int, Collection[Any]], state: ShiftState
) -> Iterable[tuple[Slot, ...]]:
    slots: dict[date, list[Slot]] = defaultdict(list)
    for shift in sorted(facts.shifts, key=lambda shift: (shift.starts_at, shift.pk)):
        free = shift.places - len(by_shift[shift.pk])
        if free > 0 and shift.state == state:
            slots[day_of(shift)].append(Slot(shift, free=free))
    for day in facts.days:
        yield tuple(slots[day])


def _rows(facts: Facts, shifts: Mapping[int, Any]) -> Iterable[Row]:
    slots = _by_person_and_day(facts.assignments)
    elsewhere = _by_person_and_day(facts.elsewhere)
    findings = _findings(facts)
    for worker in facts.people:
        cells = tuple(
            Cell(
                day,
                tuple(Slot(shifts[row.shift_id], row) for row in slots[worker.pk, day]),
                facts.wishes.get((worker.pk, day), {}),
                tuple(elsewhere[worker.pk, day]),
                tuple(findings[worker.pk, day]),
            )
            for day in facts.days
        )
        minutes = sum(
            slot.period.minutes - slot.shift.break_minutes for cell in cells for slot in cell.slots
        )
        origin = facts.origins.get(worker.pk, "pool")
        yield Row(worker, origin, minutes, facts.agreed_minutes.get(worker.pk, 0), cells)


def _by_person_and_day(rows: Iterable[Any]) -> dict[tuple[int, date], list[Any]]:
    found: dict[tuple[int, date], list[Any]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.starts_at):
        found[row.worker_id, day_of(row)].append(row)
    return found


def _findings(facts: Facts) -> dict[tuple[int, date], list[Any]]:
    """Put each finding on the day it starts, or on the first day shown when it began before."""
    found: dict[tuple[int, date], list[Any]] = defaultdict(list)
    for worker_id, findings in facts.findings.items():
        for finding in findings:
            day = min(max(day_of(finding), facts.days[0]), facts.days[-1])
            found[worker_id, day].append(finding)
    return found
