"""Prices of one's own for the totals of each worker, and their next step towards a dearer least.

The least that a row costs at such prices is at most what the cheapest row costs by all rules. It
is raised along its slope by a step after how far it is below the cheapest row known (Polyak 1969).
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.beside.priced import Priced
from flexpool.planning.solvers.column_generation.beside.totals import Totals
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints

CLOSE = 1e-6
"""As a price; less is rounding."""


class Steering:
    """The prices of all workers, worker × total; they are kept from one pricing to the next.

    Parameters
    ----------
    totals
        The limits.
    """

    def __init__(self, totals: Totals) -> None:
        self._totals = totals
        self.own: Floats = np.zeros_like(totals.before)

    def off(self, priced: Priced, heads: Ints, best: Floats, paid: Floats) -> tuple[Ints, Floats]:
        """Give the cheapest rows whose totals cost more than they seem, and by how much.

        Where no row is known that breaks nothing, each day outside the limits is taken to be worth
        what the best day is.

        Parameters
        ----------
        priced, heads, best
            Rows, the cheapest of each worker, and the price of the cheapest known by all rules.
        paid
            Day × slot: what is paid for work.
        """
        outside = self._totals.outside(priced.workers[heads], priced.counted[heads]).sum(axis=1)
        unknown = np.abs(paid).max(initial=1.0) * np.maximum(1.0, outside)
        gap = np.where(np.isfinite(best), best - priced.least[heads], unknown)
        is_off = (priced.by_total[heads].sum(axis=1) > CLOSE) & (gap > CLOSE)
        return heads[is_off], gap[is_off]

    def next(self, workers: Ints, own: Floats, counted: Floats, gap: Floats) -> Floats:
        """Give the next prices of workers.

        Parameters
        ----------
        workers, own
            Whose prices, and what they were.
        counted
            What their cheapest rows at these count, worker × total.
        gap
            How far what these cost at their prices is below the cheapest row known.
        """
        totals = self._totals
        lowest, highest = totals.lowest[workers], totals.highest[workers]
        within = np.clip(counted, lowest, highest)
        aim = np.where(own > 0, highest, np.where(own < 0, lowest, within))
        slope = (counted - aim) / totals.size  # all totals in days
        square = np.maximum((slope**2).sum(axis=1), 1e-12)
        raised = own * totals.size + (gap / square)[:, None] * slope
        turned = (raised * own < 0) & (counted == within)
        least, most = -totals.under[workers] * totals.size, totals.over[workers] * totals.size
        found: Floats = np.where(turned, 0.0, np.clip(raised, least, most)) / totals.size
        return found
