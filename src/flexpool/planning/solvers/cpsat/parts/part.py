"""A part of a problem: some workers on some days, everything else as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from flexpool.planning.problem import OFF, Composition, Demand, Problem, Worker
from flexpool.planning.problem.tables import Ints
from flexpool.planning.solution import Grid, Roster, staffed
from flexpool.planning.solvers.cpsat.parts.beside import bystanders

SHORT_OF_MINIMUM = 100_000
"""Price of each worker below a hard minimum, while a first roster that keeps it is looked for."""


@dataclass(frozen=True)
class Part:
    """The part as a problem of its own, and where it belongs.

    Parameters
    ----------
    problem
        The free workers with what the others leave of the demand, then bystanders: others who
        stay as they are and matter to what people are together.
    rows
        The rows of the free workers in the whole.
    start
        What all of these have now, in slots of the part.
    """

    problem: Problem
    rows: tuple[int, ...]
    start: Roster

    def put_back(self, whole: Problem, grid: Grid, found: Roster) -> Grid:
        """Give the whole grid with the part as found."""
        number = whole.tables.slot_number
        slots = np.array(
            [*(number.get(slot, OFF) for slot in self.problem.tables.slots), OFF], dtype=np.int32
        )
        changed = grid.copy()
        changed[list(self.rows)] = slots[found.grid[: len(self.rows)]]
        return changed


def part_of(
    problem: Problem, grid: Grid, rows: Sequence[int], days: range, is_relaxed: bool
) -> Part:
    """Cut out some workers on some days.

    Parameters
    ----------
    problem, grid
        The whole, and the roster it has now.
    rows, days
        Which workers, and which of their days, are free.
    is_relaxed
        Whether hard minimum cover is priced very high instead: for a start that does not keep it.
    """
    beside = bystanders(problem, grid, rows)
    within = [*rows, *beside]
    filled = staffed(problem.tables, np.delete(grid, within, axis=0))
    part = replace(
        problem,
        workers=(
            *(_kept(problem, grid, row, days) for row in rows),
            *(_bystander(problem, grid, row) for row in beside),
        ),
        demands=tuple(_left(problem, demand, filled, is_relaxed) for demand in problem.demands),
        compositions=tuple(_relaxed(one, is_relaxed) for one in problem.compositions),
    )
    number = part.tables.slot_number
    slots = [number.get(slot, OFF) for slot in problem.tables.slots]
    start = np.array([*slots, OFF], dtype=np.int32)[grid[within]]
    return Part(part, tuple(rows), Roster(start))


def _kept(problem: Problem, grid: Grid, row: int, days: range) -> Worker:
    """Give a worker with all days outside the free ones fixed."""
    worker = problem.workers[row]
    if len(days) == problem.days:
        return worker
    outside = [day for day in range(problem.days) if day not in days]
    return replace(worker, fixed=_as_fixed(problem, grid, row, outside) | dict(worker.fixed))


def _bystander(problem: Problem, grid: Grid, row: int) -> Worker:
    """Give a worker who stays as is, without rules of the worker's own."""
    worker = problem.workers[row]
    return Worker(
        id=worker.id,
        skills=worker.skills,
        supervision=worker.supervision,
        supernumerary_before=worker.supernumerary_before,
        fixed=_as_fixed(problem, grid, row, range(problem.days)),
    )


def _as_fixed(
    problem: Problem, grid: Grid, row: int, days: Iterable[int]
) -> dict[int, tuple[str, str]]:
    slots = problem.tables.slots
    return {day: ("", "") if grid[row, day] == OFF else slots[grid[row, day]] for day in days}


def _relaxed(one: Composition, is_relaxed: bool) -> Composition:
    """Price a team that must be whole, while a first roster with it is looked for."""
    hard = is_relaxed and one.weight is None
    return replace(one, weight=SHORT_OF_MINIMUM) if hard else one


def _left(problem: Problem, demand: Demand, filled: Ints, is_relaxed: bool) -> Demand:
    """Give what others leave of a demand; what is over already stays a constant."""
    taken = int(filled[demand.day, problem.tables.slot_number[demand.kind, demand.skill]])
    relaxed = is_relaxed and demand.minimum_weight is None
    return replace(
        demand,
        minimum=max(0, demand.minimum - taken),
        minimum_weight=SHORT_OF_MINIMUM if relaxed else demand.minimum_weight,
        optimum=max(0, demand.optimum - taken),
        maximum=None if demand.maximum is None else max(0, demand.maximum - taken),
    )
