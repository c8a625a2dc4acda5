"""The cheapest ends of a row, told apart by what was worked in all."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    BEGUN,
    HIGHEST,
    LOWEST,
    STATES,
    TRACKED,
    WEEKENDS,
    Floats,
    Ints,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules


@compiled
def cheapest_ends(worker: int, rules: Rules, cost: Floats, at: Ints) -> None:
    """Find the cheapest ends; the tables are filled.

    Parameters
    ----------
    worker, rules
        Whose row, and by what rules.
    cost, at
        The answer, cheapest first: the price, infinite where there is none; state, total, units.
    """
    group, end, last = rules.terms.group[worker], rules.terms.end[worker], rules.room.value[-1]
    sizes, span = rules.automaton.sizes[group], rules.automaton.span[group, -1]
    cost[:] = np.inf
    for tracked in range(sizes[TRACKED] + 1):
        for weekends in range(span[BEGUN] + 1):
            total = tracked * (sizes[WEEKENDS] + 1) + weekends
            for units in range(span[LOWEST], span[HIGHEST] + 1):
                if not end[total, units] < np.inf:
                    continue
                best, found = np.inf, 0
                for state in range(sizes[STATES]):
                    one = last[state, total, units] + rules.terms.tail[worker, state]
                    if one < best:
                        best, found = one, state
                _enter(best + end[total, units], (found, total, units), cost, at)


@compiled
def _enter(price: float, end: tuple[int, int, int], cost: Floats, at: Ints) -> None:
    """Put an end in its place among the cheapest."""
    place = cost.shape[0]
    while place and price < cost[place - 1]:
        place -= 1
        if place + 1 < cost.shape[0]:
            cost[place + 1], at[place + 1] = cost[place], at[place]
    if place < cost.shape[0]:
        cost[place], at[place, 0], at[place, 1], at[place, 2] = price, end[0], end[1], end[2]
