"""The columns found so far, and which of them are likeliest to be of use again."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.master import Master
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Duals, at_duals
from flexpool.planning.solvers.column_generation.pricing.window import Cells


class Pool:
    """Columns with their reduced cost at the root's prices."""

    def __init__(self, master: Master) -> None:
        self._worker_duals, self._duals = master.duals()
        self.worker: Ints = np.empty(0, dtype=np.int64)
        self.cells: Cells = np.empty((0, master.days), dtype=np.int32)
        self.cost: Floats = np.empty(0)
        self.reduced: Floats = np.empty(0)
        self.keep(master, 0)

    @property
    def duals(self) -> Duals:
        """The root's prices."""
        return self._duals

    def keep(self, master: Master, first: int) -> None:
        """Remember the columns of a master from number `first` on."""
        worker, cells, cost = master.worker[first:], master.cells[first:], master.cost[first:]
        reduced = cost - at_duals(cells, worker, self._duals) - self._worker_duals[worker]
        self.worker = np.concatenate([self.worker, worker])
        self.cells = np.concatenate([self.cells, cells])
        self.cost = np.concatenate([self.cost, cost])
        self.reduced = np.concatenate([self.reduced, reduced])

    def best(self, chosen: Ints, most: int) -> Ints:
        """Give the columns of these workers with the lowest reduced costs."""
        found = []
        for worker in chosen:
            own = np.nonzero(self.worker == worker)[0]
            found.append(own[np.argsort(self.reduced[own], kind="stable")[:most]])
        return np.concatenate(found)
