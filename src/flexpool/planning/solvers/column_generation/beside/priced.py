"""Rows that were priced, and what they cost by all rules."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.solvers.column_generation.beside.rules import Rules
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Rows
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.runs import Cells


class Priced(NamedTuple):
    """Rows of workers.

    Parameters
    ----------
    workers, at, cells
        Whose, by row of the problem and by place in what was priced, and what is worked.
    least, price
        What nothing is below, and what the row costs by all rules, both at the duals.
    counted, by_total, own
        Row × total: what it counts, what it costs more than at prices of one's own, and these.
    """

    workers: Ints
    at: Ints
    cells: Cells
    least: Floats
    price: Floats
    counted: Floats
    by_total: Floats
    own: Floats

    def heads(self) -> Ints:
        """Give the cheapest row of each worker, in the order in which they were priced."""
        order = np.lexsort((self.least, self.at))
        found: Ints = order[np.unique(self.at[order], return_index=True)[1]]
        return found


def by_rules(
    rules: Rules, pricing: Pricing, rows: Rows, own: Floats, paid: Floats | float = 0.0
) -> Priced:
    """Give what rows cost by all rules.

    Parameters
    ----------
    rules, pricing, rows
        The rules beside the tables, what was priced, and what was found.
    own
        Per row the prices of one's own at which it was found.
    paid
        Per row what was paid for work where there must be some.
    """
    workers, totals = pricing.group.workers[rows.at], rules.totals
    counted, anchor = totals.counted(workers, rows.cells), totals.anchor(workers, own)
    before, prices = totals.before[workers], rows.prices + paid
    least = prices + (own * (before - anchor)).sum(axis=1)
    alone = prices - (own * (counted - before)).sum(axis=1)
    price = alone + pricing.untold(workers, rows.cells)
    price[rules.are_seen(workers, rows.cells)] = np.inf
    by_total = totals.price(workers, counted) - own * (counted - anchor)
    return Priced(workers, rows.at, rows.cells, least, price, counted, by_total, own)
