"""Plans one part: columns to the bound, then down from the mix to whole rosters.

In a region most of the mix is whole at once (measured: a dive that prices until the mix has settled
ends within 0.1 % of the bound of its part), so a dive is worth more than branch and bound, which
took ten times as long.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from flexpool.planning.prices.cover import Ints
from flexpool.planning.problem import Problem
from flexpool.planning.regions.prices.seen import Rosters
from flexpool.planning.scoring import judge, judge_worker
from flexpool.planning.solution import Grid, Roster
from flexpool.planning.solve.mending import Mender
from flexpool.planning.solvers.column_generation.dive import Pace, dive
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals

NO_ROSTER = 10_000.0
"""Price of a worker without a roster: above what any one roster can gain."""
FIRST_PRICE = 0.9
"""Share of a missing shift's penalty to start pricing from: in a pool that is short, near it."""
GENERATE_SHARE, DIVE_SHARE = 0.6, 0.95
EFFORT = Effort(gap=0.9, per_worker=4)
PACE = Pace(batch=0.1, rounds=30, gap=0.002, tries=4, regret=0.0003, nearly=0.9)


def plan_part(problem: Problem, start: Grid, known: Rosters, seconds: float) -> Grid:
    """Give a better grid than the start, or the start itself.

    Parameters
    ----------
    problem, start
        A part, and what its workers do now.
    known
        Rosters that seem good, in rows and slots of the part.
    seconds
        The most wall time.
    """
    began = time.perf_counter()

    def late(share: float) -> Callable[[], bool]:
        return lambda: time.perf_counter() - began > share * seconds

    columns, master = Columns(problem), Master(problem, NO_ROSTER)
    cutoff = _add_start(problem, master, start)
    _add_first(problem, master, columns, known)
    reached = generate(master, columns, late(GENERATE_SHARE), None, EFFORT)
    if reached.bound > cutoff - 1 + 1e-6:
        return start
    master.solve()
    dive(master, columns, late(DIVE_SHARE), PACE, cutoff)
    chosen = _one_each(master)
    return start if len(chosen) < len(start) else master.cells[chosen]


def judged_rows(
    problem: Problem, whole: Problem | None, grid: Grid, start: Grid
) -> tuple[Grid, Ints]:
    """Give the rows, and what the one judge says each costs.

    Parameters
    ----------
    problem, whole
        The part that was planned, and the same with what its solver does not know; None when it
        knows all. Rows are mended by the whole.
    grid, start
        What was found, and what the workers had.
    """
    if whole:
        grid = mended_rows(whole, grid, start)
    judged = (judge_worker(whole or problem, row, cells) for row, cells in enumerate(grid.tolist()))
    return grid, np.array([score.objective for score in judged], dtype=np.int64)


def mended_rows(whole: Problem, grid: Grid, start: Grid) -> Grid:
    """Take out of each row what breaks something; a row that cannot be mended stays as it was."""
    mender = Mender(whole, lambda: False)
    found = [mender.row(row, tuple(cells)) for row, cells in enumerate(grid.tolist())]
    return np.array(
        [start[row] if cells is None else cells for row, cells in enumerate(found)],
        dtype=np.int32,
    ).reshape(grid.shape)


def _one_each(master: Master) -> Ints:
    """Give the column fixed for each worker; of those a dive did not reach the likeliest one."""
    master.solve()
    shares = np.where(master.fits, master.shares(), -1.0)
    chosen = []
    for worker in range(len(master.problem.workers)):
        own = np.nonzero((master.worker == worker) & master.fits)[0]
        if len(own):
            chosen.append(master.fixed.get(worker, int(own[np.argmax(shares[own])])))
    return np.array(chosen, dtype=np.int64)


def _add_start(problem: Problem, master: Master, start: Grid) -> float:
    """Let the master know what the workers have now; give what that costs."""
    scores = [judge_worker(problem, row, cells) for row, cells in enumerate(start.tolist())]
    whole = np.array([row for row, score in enumerate(scores) if score.is_feasible], dtype=np.int64)
    if len(whole):
        costs = np.array([float(scores[row].objective) for row in whole])
        master.add(whole, start[whole], costs)
    score = judge(problem, Roster(start))
    return float(score.objective) if score.is_feasible else np.inf


def _add_first(problem: Problem, master: Master, columns: Columns, known: Rosters) -> None:
    """Add the rosters that are known; where none are, such as are good where all is wanted."""
    if len(known.rows):
        master.add(known.rows, known.cells, known.costs)
        return
    tables = problem.tables
    wanted = np.where(tables.optimum > 0, tables.under_weight * FIRST_PRICE, 0.0)
    start = Duals(wanted, np.zeros((len(problem.workers), len(tables.slots))))
    found = columns.price(start, 3)
    master.add(found.workers, found.cells, found.costs(start))
