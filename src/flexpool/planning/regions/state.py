"""Where the planning of a region stands: the rosters, what they cost, and the proven bound."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.regions.cover import NEVER, Cover
from flexpool.planning.regions.errands import Planned
from flexpool.planning.regions.parts import Cutter, Part


class State:
    """The rosters of a region; parts come back one by one and are taken when that is cheaper.

    Parameters
    ----------
    problem
        The region.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.cover = Cover(problem)
        self.cutter = Cutter(problem, self.cover)
        shape = len(problem.workers), problem.days
        self.grid = np.full(shape, OFF, dtype=np.int32)
        self.prices = np.full(len(problem.workers), NEVER, dtype=np.int64)  # not planned yet
        self.staffed = self.cover.staffed(self.grid)
        self.cover_price = int(self.cover.prices(self.staffed).sum())

    @property
    def objective(self) -> int:
        """What all rosters and the cover cost now, by the books."""
        return int(self.prices.sum()) + self.cover_price

    @property
    def is_planned(self) -> bool:
        """Whether everybody was planned at least once."""
        return bool((self.prices < NEVER).all())

    def part_of(self, rows: list[int]) -> Part:
        """Cut out workers around what all others do now."""
        others = self.staffed - self.cover.staffed(self.grid[rows])
        return self.cutter.cut(rows, others)

    def take(self, found: Planned) -> bool:
        """Take new rosters when they are cheaper, as things are by now; tell whether."""
        rows = found.rows
        staffed = self.staffed - self.cover.staffed(self.grid[rows])
        staffed += self.cover.staffed(found.grid)
        cover_price = int(self.cover.prices(staffed).sum())
        gain = int(self.prices[rows].sum() - found.prices.sum()) + self.cover_price - cover_price
        if gain <= 0:
            return False
        self.grid[rows], self.prices[rows] = found.grid, found.prices
        self.staffed, self.cover_price = staffed, cover_price
        return True
