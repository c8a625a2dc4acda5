"""The columns found so far, and which of them are likeliest to be of use again."""

from __future__ import annotations

import numpy as np

from flexpool.planning.prices.cover import Cover
from flexpool.planning.solvers.column_generation.incumbent import Excess, Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Duals, Found, at_duals
from flexpool.planning.solvers.column_generation.pricing.runs import Cells

TELLING = 0.1  # of the mix: the gap to its bound at which prices tell what a roster should cost


def tells(mix: float, bound: float) -> bool:
    """Say whether a mix is so near its bound that its prices tell what a roster should cost."""
    return mix - bound <= TELLING * max(1.0, abs(mix))


class Pool:
    """Columns with their reduced cost at the root's prices.

    Parameters
    ----------
    master, bound
        What the root came to: its mix, and what no mix is below.
    """

    def __init__(self, master: Master, bound: float) -> None:
        self._worker_duals, self._duals = master.duals()
        self.tells = tells(master.objective, bound)
        self._cover = Cover(master.problem)
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
        self._remember(worker, cells, cost)

    def _remember(self, worker: Ints, cells: Cells, cost: Floats) -> None:
        self.reduced = np.concatenate([self.reduced, self._reduced(worker, cells, cost)])
        self.worker = np.concatenate([self.worker, worker])
        self.cells = np.concatenate([self.cells, cells])
        self.cost = np.concatenate([self.cost, cost])

    def _reduced(self, worker: Ints, cells: Cells, cost: Floats) -> Floats:
        return cost - at_duals(cells, worker, self._duals) - self._worker_duals[worker]

    def heed(self, duals: Duals, found: Found) -> None:
        """Go by other prices, which tell, and remember what was found at them."""
        self._duals, self._worker_duals, self.tells = duals, found.least, True
        self.reduced = self._reduced(self.worker, self.cells, self.cost)
        self._remember(found.workers, found.cells, found.costs(duals))

    def excess(self, incumbent: Incumbent) -> Excess:
        """Tell apart what an incumbent costs above the mix that gave the root's prices.

        At these prices each worker has a cheapest roster, and each cell a cheapest cover. How much
        dearer theirs is than that adds up to what the incumbent costs above the mix. Prices of a
        root that was cut short say little; then it is all that the incumbent costs.
        """
        if not self.tells:
            return incumbent.excess
        paid = at_duals(incumbent.cells, np.arange(len(incumbent.prices)), self._duals)
        dearer = incumbent.prices - paid - self._worker_duals
        _, cheapest = self._cover.worth(self._duals.cover)
        now = incumbent.staffed()
        short = self._at_prices(incumbent, now) - self._at_prices(incumbent, cheapest)
        return Excess(np.maximum(0.0, dearer), np.maximum(0.0, short))

    def _at_prices(self, incumbent: Incumbent, counts: Ints) -> Floats:
        return incumbent.cover_prices(counts) + self._duals.cover * counts

    def best(self, chosen: Ints, most: int) -> Ints:
        """Give the columns of these workers with the lowest reduced costs."""
        found = []
        for worker in chosen:
            own = np.nonzero(self.worker == worker)[0]
            found.append(own[np.argsort(self.reduced[own], kind="stable")[:most]])
        return np.concatenate(found)
