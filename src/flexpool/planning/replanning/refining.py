"""Lets the engine look once more at a repair: some people free, everybody else as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from flexpool.planning.problem import OFF, Problem, Worker
from flexpool.planning.problem.tables import Bools
from flexpool.planning.replanning.answer import FREE
from flexpool.planning.replanning.search import Place
from flexpool.planning.scoring import judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve import Params, solve
from flexpool.planning.stop import StopCriterion

MOST_FREE = 16
"""Among so many people the exact solver proves the best within a second or two."""
EXACT = "cpsat"


def refined(
    problem: Problem,
    roster: Roster,
    moved: Iterable[int],
    places: Iterable[Place],
    locked: Bools,
    stop: StopCriterion,
) -> Roster:
    """Give the best roster in which only people around the changes move, if that is better.

    Everybody else stands fixed, so that the problem keeps all its constraints.
    """
    free = _around(problem, roster, moved, places)
    cells = roster.cells(problem)

    def held(row: int, worker: Worker) -> Worker:
        days = range(problem.days) if row not in free else np.flatnonzero(locked[row]).tolist()
        stands = {day: cells.get((worker.id, day), FREE) for day in days}
        return replace(worker, fixed={**stands, **worker.fixed})

    workers = tuple(held(row, worker) for row, worker in enumerate(problem.workers))
    found = solve(replace(problem, workers=workers), stop, params=Params(solver=EXACT)).roster
    if found is None:
        return roster
    same = Roster.from_cells(problem, found.cells(problem))
    now, then = judge(problem, roster), judge(problem, same)
    is_better = then.is_feasible and (not now.is_feasible or then.objective < now.objective)
    return same if is_better else roster


def _around(
    problem: Problem, roster: Roster, moved: Iterable[int], places: Iterable[Place]
) -> set[int]:
    """Give who moved, who could take the places, who could take what those work then, and so on."""
    tables, allowed, grid = problem.tables, problem.tables.allowed, roster.grid
    free, wanted = set(moved), list(dict.fromkeys(places))
    for day, slot in wanted:  # grows while it is gone through
        could = np.flatnonzero(allowed[:, day, slot])
        cheapest = could[np.argsort(tables.cost[could, day, slot], kind="stable")]
        for worker in cheapest.tolist():
            if len(free) >= MOST_FREE:
                return free
            free.add(worker)
            held = (day, int(grid[worker, day]))
            if held[1] != OFF and held not in wanted:
                wanted.append(held)
    return free
