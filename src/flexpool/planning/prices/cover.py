"""The demand of a problem or a whole region as arrays of day × slot, without any table per worker.

A region has thousands of slots and workers; worker × day × slot would not fit in memory. Here
stands only what the parts of a region have to do with each other: cover.
"""

from __future__ import annotations

from copy import copy

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Demand, Problem
from flexpool.planning.problem.slots import slots_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Cells = tuple[slice | Ints, slice | Ints]
ALL: Cells = (slice(None), slice(None))
ARRAYS = ("minimum", "optimum", "minimum_weight", "under", "over", "maximum", "asked")
NO_MAXIMUM = 1_000_000
MUST_HOLD = -1
NEVER = 100_000
"""Price of each one short or over where the cover must hold, while such a roster is looked for."""


class Cover:
    """Who is asked when.

    Parameters
    ----------
    problem
        The region; its tables are never made.
    """

    def __init__(self, problem: Problem) -> None:
        self.days = problem.days
        self.slots = slots_of(problem.kinds, problem.workers, problem.demands, ())
        self.number = {slot: number for number, slot in enumerate(self.slots)}
        shape = self.days, len(self.slots)
        self.minimum, self.optimum = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.minimum_weight = np.zeros(shape, np.int64)
        self.under, self.over = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.maximum = np.full(shape, NO_MAXIMUM, np.int64)
        self.asked = np.zeros(shape, dtype=bool)
        for demand in problem.demands:
            self._ask(demand)

    def _ask(self, demand: Demand) -> None:
        cell = demand.day, self.number[demand.kind, demand.skill]
        weight = demand.minimum_weight
        self.minimum[cell], self.optimum[cell] = demand.minimum, demand.optimum
        self.minimum_weight[cell] = MUST_HOLD if weight is None else weight
        self.under[cell], self.over[cell] = demand.under_weight, demand.over_weight
        self.asked[cell] = True
        if demand.maximum is not None:
            self.maximum[cell] = demand.maximum

    @property
    def scale(self) -> float:
        """What one place is worth, about: the middle of what one short costs."""
        under = self.under[self.optimum > 0]
        return max(1.0, float(np.median(under))) if len(under) else 1.0

    def of(self, chosen: Ints) -> Cover:
        """Give the demand of some slots only."""
        part = copy(self)
        part.slots = tuple(self.slots[number] for number in chosen)
        part.number = {slot: number for number, slot in enumerate(part.slots)}
        for name in ARRAYS:
            setattr(part, name, getattr(self, name)[:, chosen])
        return part

    def staffed(self, grid: npt.NDArray[np.int32]) -> Ints:
        """Count day × slot of a grid of workers × days."""
        counts = np.zeros((self.days, len(self.slots)), dtype=np.int64)
        rows, days = np.nonzero(grid != OFF)
        np.add.at(counts, (days, grid[rows, days]), 1)
        return counts

    def prices(self, staffed: Ints, at: Cells = ALL) -> Ints:
        """Give the penalty of each cell; what must hold has a price above all others.

        Parameters
        ----------
        staffed
            How many work in each of the cells.
        at
            The cells as arrays of days and slots; all of them when left out.
        """
        weight, optimum = self.minimum_weight[at], self.optimum[at]
        penalties: Ints = (
            np.maximum(0, self.minimum[at] - staffed) * np.where(weight == MUST_HOLD, NEVER, weight)
            + np.maximum(0, optimum - staffed) * self.under[at]
            + np.maximum(0, staffed - optimum) * self.over[at]
            + np.maximum(0, staffed - self.maximum[at]) * NEVER
        )
        return penalties

    def clipped(self, duals: Floats) -> Floats:
        """Bring prices of cover within what they can be: no cell is worth more than its penalty."""
        must = (self.minimum > 0) & (self.minimum_weight == MUST_HOLD)
        weight = np.where(self.minimum > 0, np.maximum(0, self.minimum_weight), 0)
        most = np.where(must, np.inf, np.where(self.optimum > 0, self.under, 0) + weight)
        least = np.where(self.maximum < NO_MAXIMUM, -np.inf, -self.over)
        bounded: Floats = np.clip(duals, least, most)
        return bounded

    def worth(self, duals: Floats) -> tuple[float, Ints]:
        """Give the least of penalty plus price times staff over all cells, and the staff it takes.

        A penalty is convex in the number at work and bends at minimum, optimum and maximum, so one
        of these numbers, or none at all, is the best at any clipped prices.
        """
        best, chosen = np.full(duals.shape, np.inf), np.zeros(duals.shape, dtype=np.int64)
        for amount in (np.zeros_like(self.optimum), self.minimum, self.optimum, self.maximum):
            allowed = (amount <= self.maximum) & (amount < NO_MAXIMUM)
            allowed &= (amount >= self.minimum) | (self.minimum_weight != MUST_HOLD)
            cost = np.where(allowed, self.prices(amount) + duals * amount, np.inf)
            better = cost < best
            best, chosen = np.where(better, cost, best), np.where(better, amount, chosen)
        return float(best.sum()), chosen
