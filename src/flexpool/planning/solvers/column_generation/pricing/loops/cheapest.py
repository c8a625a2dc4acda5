"""The cheapest rows at given prices: of one worker, or several of each."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.loops.backward import walk_back
from flexpool.planning.solvers.column_generation.pricing.loops.ends import cheapest_ends
from flexpool.planning.solvers.column_generation.pricing.loops.forward import fill
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules


@compiled
def cheapest(price: Floats, worker: int, rules: Rules, row: Ints) -> float:
    """Fill in the cheapest row of classes, -1 for off; give its price, infinite for none.

    Parameters
    ----------
    price
        Day × class, infinite where not allowed.
    worker, rules
        Whose row, and by what rules.
    row
        The answer.
    """
    cost, at, rows = np.empty(1), np.empty((1, 4), dtype=np.int64), row.reshape(1, -1)
    _rows_of(price, worker, rules, cost, at, rows)
    return float(cost[0])


@compiled
def several(price: Floats, rules: Rules, cost: Floats, rows: Ints) -> None:
    """Fill in the cheapest rows of everybody, told apart by totals, cheapest first.

    Parameters
    ----------
    price
        Worker × day × class, infinite where not allowed.
    rules
        By what rules.
    cost, rows
        The answer: worker × number (× day). Where there is no row the cost is infinite.
    """
    at = np.empty((cost.shape[1], 4), dtype=np.int64)
    for worker in range(price.shape[0]):
        _rows_of(price[worker], worker, rules, cost[worker], at, rows[worker])


@inlined
def _rows_of(price: Floats, worker: int, rules: Rules, cost: Floats, at: Ints, rows: Ints) -> None:
    fill(price, worker, rules)
    cheapest_ends(worker, rules, cost, at)
    for number in range(cost.shape[0]):
        if cost[number] < np.inf:
            walk_back(price, worker, rules, at[number], rows[number])
