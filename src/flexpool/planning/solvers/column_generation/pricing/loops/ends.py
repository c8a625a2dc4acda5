"""The cheapest ends of a row, told apart by what was worked in all."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    BEGUN,
    HIGHEST,
    LOWEST,
    STATES,
    TRACKED,
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
        The answer, cheapest first: the price, infinite where there is none; state, shifts of
        the kind that is counted, weekends and units.
    """
    group, end, last = rules.terms.group[worker], rules.terms.end[worker], rules.room.value[-1]
    sizes, span, room = rules.automaton.sizes[group], rules.automaton.span[group, -1], rules.room
    cost[:] = np.inf
    for tracked in range(sizes[TRACKED] + 1):
        for weekends in range(span[BEGUN] + 1):
            for units in range(span[LOWEST], span[HIGHEST] + 1):
                place = (tracked * room.weekends + weekends) * room.width + units
                best, found = np.inf, 0
                for state in range(sizes[STATES]):
                    one = last[state, place] + rules.terms.tail[worker, state]
                    if one < best:
                        best, found = one, state
                best += end[tracked, weekends, units]
                _enter(best, (found, tracked, weekends, units), cost, at)


@inlined
def _enter(price: float, end: tuple[int, int, int, int], cost: Floats, at: Ints) -> None:
    """Put an end in its place among the cheapest."""
    place = cost.shape[0]
    while place and price < cost[place - 1]:
        place -= 1
        if place + 1 < cost.shape[0]:
            cost[place + 1], at[place + 1] = cost[place], at[place]
    if place < cost.shape[0]:
        cost[place] = price
        for number in range(4):
            at[place, number] = end[number]
