"""The rows of all workers together: what they cost, and one row planned anew among the others."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.row_descent.ward import Bools, Floats, Ints, Ward
from flexpool.planning.solvers.row_descent.within import row_within


class Rows:
    """A roster in the making: a row per worker, and how many work each day × slot.

    Parameters
    ----------
    problem, ward
        What is planned.
    """

    def __init__(self, problem: Problem, ward: Ward) -> None:
        tables = problem.tables
        self.ward = ward
        self._minimum = np.where(tables.minimum_weight > 0, tables.minimum, 0)
        self._minimum_weight = np.maximum(tables.minimum_weight, 0)
        self._optimum, self._maximum = tables.optimum, tables.maximum
        self._under, self._over = tables.under_weight, tables.over_weight
        self._days = np.arange(problem.days)
        workers = len(problem.workers)
        self.grid = np.full((workers, problem.days), OFF, dtype=np.int64)
        self.alone = np.zeros(workers)
        self._staffed = np.zeros(tables.optimum.shape, dtype=np.int64)
        self._rates = np.zeros((workers, 1 + len(problem.kinds)))  # prices of totals, as searched
        self._room = np.empty(ward.room)

    @property
    def cost(self) -> float:
        """What the roster costs, as the judge would say."""
        short = np.maximum(self._optimum - self._staffed, 0) * self._under
        many = np.maximum(self._staffed - self._optimum, 0) * self._over
        least = np.maximum(self._minimum - self._staffed, 0) * self._minimum_weight
        return float((short + many + least).sum() + self.alone.sum()) + self.ward.off_price

    def take_out(self, worker: int) -> None:
        """Let nobody be counted for a worker; the row stays as it was."""
        self._count(worker, -1)

    def put_in(self, worker: int, row: Ints) -> None:
        """Give a worker a row, and count it."""
        self.grid[worker] = row
        works = row != OFF
        self.alone[worker] = self.ward.alone[worker, self._days[works], row[works]].sum()
        self._count(worker, 1)

    def plan(self, worker: int, unrest: Floats | None = None) -> bool:
        """Plan and put in a row for a worker who is not counted; say if one was found.

        Parameters
        ----------
        worker
            Number of the worker.
        unrest
            Day × slot: added to the prices, so that not always the same row is best.
        """
        ward = self.ward
        price = ward.alone[worker] + self._worth()
        if unrest is not None:
            price = price + unrest
        row = np.full(len(self._days), OFF, dtype=np.int64)
        terms, rates = ward.terms[worker], self._rates[worker]
        cost = row_within(price, ward.slots, terms, rates, ward.scale, self._room, row)
        if cost == np.inf:
            return False
        self.put_in(worker, row)
        return True

    def forget(self, worker: int) -> None:
        """Let the next search for a row begin without prices of totals."""
        self._rates[worker] = 0

    def _worth(self) -> Floats:
        """Give day × slot: what one more there would cost."""
        worth = np.where(self._staffed < self._optimum, -self._under, self._over).astype(np.float64)
        worth -= np.where(self._staffed < self._minimum, self._minimum_weight, 0)
        worth[self._staffed >= self._maximum] = np.inf
        return worth

    def _count(self, worker: int, change: int) -> None:
        row = self.grid[worker]
        works: Bools = row != OFF
        self._staffed[self._days[works], row[works]] += change
