"""Generates columns until the master can gain nothing more, with a true lower bound on the way.

Prices for the pricing are smoothed between those of the best bound and those of the master
(Wentges 1997; Pessoa et al. 2018), which keeps them from jumping about.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Columns,
    Duals,
    Found,
    Part,
    at_duals,
)

TOLERANCE = 1e-6
FEWEST_ADDED, ROWS_PER_COLUMN = 2, 5


@dataclass
class Generation:
    """How far a generation came.

    Parameters
    ----------
    objective
        Of the master's mix of columns.
    bound
        No mix of any columns is cheaper.
    at
        The prices that prove the bound; None before there are any.
    rounds
        Pricings done.
    """

    objective: float
    bound: float
    at: Duals | None = None
    rounds: int = 0


NOTHING = Generation(np.inf, -np.inf)


@dataclass(frozen=True)
class Effort:
    """How far to go.

    Parameters
    ----------
    gap
        Good enough: the mix within this of its bound, in the objective's own unit.
    most_rounds
        Most pricings.
    per_worker
        Most columns added for a worker in one round.
    smoothing
        Weight of the prices of the best bound so far, 0 for none.
    shrinks
        Whether the master may forget columns that are far from being of use.
    hopeless
        A bound above which nothing of use is left, so that going on is a waste.
    """

    gap: float = 0.0
    most_rounds: int = 10_000
    per_worker: int = 2
    smoothing: float = 0.6
    shrinks: bool = False
    hopeless: float = np.inf

    def is_enough(self, progress: Generation) -> bool:
        """Whether the mix is good enough, or nothing of use is left."""
        gap = progress.objective - progress.bound
        return gap <= max(self.gap, TOLERANCE) or progress.bound > self.hopeless


def each_adds(master: Master) -> int:
    """Give the most columns to add for each worker in one round where all are free.

    A program of many rows and few workers, who plan many weeks, is hardly moved by two of each.
    """
    rows = int(master.highs.getNumRow())
    return max(FEWEST_ADDED, rows // (ROWS_PER_COLUMN * len(master.workers)))


def generate(
    master: Master,
    columns: Columns,
    stop: Callable[[], bool],
    only: Part | None,
    effort: Effort,
    told: Callable[[float, Duals], None] = lambda bound, at: None,
    known: Generation | None = None,
) -> Generation:
    """Add columns until the effort is done, nothing is to be gained, or told to stop.

    Parameters
    ----------
    master, columns, stop
        The mix, the pricing that feeds it, and what is asked before every round.
    only
        The workers that are still free; the others keep what the master fixed for them.
    effort, told, known
        How far to go; what hears of every better bound, with its prices; and those known before.
    """
    progress = replace(known or NOTHING, objective=master.solve(), rounds=0)
    while progress.rounds < effort.most_rounds and not stop():
        progress.rounds += 1
        added = _round(master, columns, only, effort, progress, told)
        if not added or effort.is_enough(progress):
            break
        progress.objective = master.solve()
        if effort.shrinks and master.shrink():
            master.solve()
    return progress


def keep_out(master: Master, columns: Columns, chosen: Ints) -> bool:
    """Take those out of the mix that may not be chosen after all; tell whether there were any."""
    refused = chosen[~columns.allows(master.worker[chosen], master.cells[chosen])]
    master.refuse(refused)
    return len(refused) > 0


def _round(
    master: Master,
    columns: Columns,
    only: Part | None,
    effort: Effort,
    progress: Generation,
    told: Callable[[float, Duals], None],
) -> int:
    """Price once, at the master's own prices when that found nothing, and then thoroughly."""
    worker_duals, duals = master.duals()
    added = 0
    prices = _prices(progress.at, duals, effort.smoothing)
    tries = [(at, not columns.thinks_twice) for at in prices]
    for at, thorough in [*tries, *[(duals, True)] * columns.thinks_twice]:
        found = columns.price(at, effort.per_worker, only, thorough)
        reached = _bound(master, at, found, only)
        if reached > progress.bound:
            progress.bound, progress.at = reached, at
            told(reached, at)
        if added := _add(master, found, at, duals, worker_duals):
            break
    return added


def _prices(centre: Duals | None, duals: Duals, smoothing: float) -> list[Duals]:
    """Give the prices to try: smoothed ones, then, if those find nothing, the master's own."""
    return [_between(centre, duals, smoothing), duals] if centre and smoothing else [duals]


def _between(centre: Duals, duals: Duals, smoothing: float) -> Duals:
    return Duals(
        smoothing * centre.cover + (1 - smoothing) * duals.cover,
        smoothing * centre.capped + (1 - smoothing) * duals.capped,
    )


def _add(master: Master, found: Found, at: Duals, duals: Duals, worker_duals: Floats) -> int:
    """Add the rosters that would gain at the master's own prices."""
    costs = found.costs(at)
    reduced = costs - at_duals(found.cells, found.workers, duals) - worker_duals[found.workers]
    gains = reduced < -TOLERANCE
    return master.add(found.workers[gains], found.cells[gains], costs[gains])


def _bound(master: Master, at: Duals, found: Found, only: Part | None) -> float:
    """Give what any mix costs at least: the prices' worth of cover, and the cheapest rosters."""
    least = found.least if only is None else found.least[only.workers]
    return master.worth(at) + float(least.sum()) - found.doubt
