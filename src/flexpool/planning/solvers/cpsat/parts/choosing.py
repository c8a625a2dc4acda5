"""Which part to free next: workers at random or around what hurts, all days or some."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solution import Grid, staffed

WINDOW_DAYS = 14
FIRST_SIZE, SMALLEST, LARGEST = 800.0, 200.0, 60_000.0
GROW, SHRINK = 1.08, 0.9
HARD_WEIGHT = 1000.0

Floats = npt.NDArray[np.float64]


class Chooser:
    """Draws parts; remembers how large a part may be to be solved in the time it gets.

    The size of a part is the number of its decisions: allowed worker × day × slot.
    """

    def __init__(self, problem: Problem, rng: np.random.Generator) -> None:
        self._problem, self._rng = problem, rng
        count = len(problem.workers)
        self._allowed = problem.tables.allowed
        self.per_worker = max(1.0, float(self._allowed.sum()) / max(1, count))
        self.size = FIRST_SIZE

    def choose(self, grid: Grid) -> tuple[list[int], range]:
        """Give rows and days to free."""
        days = range(self._problem.days)
        if self._problem.days > WINDOW_DAYS and self._rng.random() < 1 / 3:
            start = int(self._rng.integers(self._problem.days - WINDOW_DAYS + 1))
            days = range(start, start + WINDOW_DAYS)
        count = self.rows_for(len(days))
        around = self._around_trouble(grid, days) if self._rng.random() < 2 / 3 else None
        rows = self._rng.choice(len(self._problem.workers), count, replace=False, p=around)
        return sorted(int(row) for row in rows), days

    def rows_for(self, days: int) -> int:
        """Give how many workers fit into a part of so many days."""
        count = int(self.size / (self.per_worker * days / self._problem.days))
        return min(len(self._problem.workers), max(2, count))

    def learn(self, is_solved: bool) -> None:
        """Take larger parts after one that was solved, smaller ones after one that was not."""
        self.size = min(LARGEST, max(SMALLEST, self.size * (GROW if is_solved else SHRINK)))

    def _around_trouble(self, grid: Grid, days: range) -> Floats | None:
        """Weigh workers by whether they could mend what is short or over on some days."""
        hurts = self._trouble(grid)
        hurts[[day for day in range(self._problem.days) if day not in days]] = 0.0
        total = hurts.sum()
        if total <= 0:
            return None
        weights = np.full(len(self._problem.workers), 0.2)
        for cell in self._rng.choice(hurts.size, 3, p=(hurts / total).ravel()):
            day, slot = divmod(int(cell), hurts.shape[1])
            weights += self._allowed[:, day, slot] * 1.0
            weights += (grid[:, day] == slot) * 1.0
            weights += (grid[:, day] != OFF) * 0.3
        shares: Floats = weights / weights.sum()
        return shares

    def _trouble(self, grid: Grid) -> Floats:
        """Give what each day and slot costs now."""
        tables = self._problem.tables
        filled = staffed(tables, grid)
        below = np.where(tables.minimum_weight < 0, HARD_WEIGHT, tables.minimum_weight)
        hurts: Floats = (
            np.maximum(0, tables.optimum - filled) * tables.under_weight
            + np.maximum(0, filled - tables.optimum) * tables.over_weight
            + np.maximum(0, tables.minimum - filled) * below
        ).astype(np.float64)
        return hurts
