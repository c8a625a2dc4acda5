"""From the cheapest end back to the row that led there: which way costs just that?

The sums are made in the same order as on the way out, so the costs are the same to the last bit.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.regions.rows.automaton import (
    FIRST_OFF,
    MOST_UNITS,
    MOST_WEEKENDS,
    STATES,
    UNKNOWN,
    Automaton,
    Floats,
    Ints,
    Terms,
)
from flexpool.planning.solvers.row_descent.compiled import compiled

Stand = tuple[int, int, int, int]
"""What was worked, -1 for nothing; and state, weekends and units before it."""
At = tuple[int, int, int]
"""State, weekends and units."""
NOTHING, NOWHERE = -1, -2


@compiled
def walk_back(
    price: Floats, worker: int, automaton: Automaton, terms: Terms, value: Floats, row: Ints
) -> float:
    """Fill in the row that ends cheapest; give its price, infinite when there is none.

    Parameters
    ----------
    price, worker, automaton, terms, row
        As `cheapest` takes them.
    value
        Day + 1 × state × weekends × units, filled in.
    """
    best, state, weekends, units = _cheapest_end(value[row.shape[0]], terms.end[worker])
    if not best < np.inf:
        return np.inf
    first = automaton.sizes[terms.group[worker], FIRST_OFF]
    for day in range(row.shape[0] - 1, -1, -1):
        if state >= first:
            stand = _before_off(day, state, weekends, units, worker, automaton, terms, value)
        else:
            at = state, weekends, units
            stand = _before_work(price, day, at, worker, automaton, terms, value)
        row[day], state, weekends, units = stand
    return float(best)


@compiled
def _cheapest_end(last: Floats, end: Floats) -> tuple[float, int, int, int]:
    """Give the price of the cheapest end, with its state, weekends and units."""
    best, found = np.inf, (0, 0, 0)
    for state in range(last.shape[0]):
        for weekends in range(last.shape[1]):
            for units in range(last.shape[2]):
                cost = last[state, weekends, units] + end[weekends, units]
                if cost < best:
                    best, found = cost, (state, weekends, units)
    return best, found[0], found[1], found[2]


@compiled
def _before_off(
    day: int,
    state: int,
    weekends: int,
    units: int,
    worker: int,
    automaton: Automaton,
    terms: Terms,
    value: Floats,
) -> Stand:
    """Find from where a day off led to a state."""
    group, here = terms.group[worker], value[day + 1, state, weekends, units]
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    first, before = automaton.sizes[group, FIRST_OFF], value[day]
    for other in range(automaton.sizes[group, STATES]):
        more = terms.leaves[worker, day, other] + half if other < first else 0.0
        more += terms.each[worker, state] + terms.off[worker, day]
        is_way = automaton.then[group, 1 + other, 0] == state
        if is_way and before[other, weekends, units] + more == here:
            return NOTHING, other, weekends, units
    return NOTHING, state, 0, 0  # the first day, nothing known before


@compiled
def _before_work(
    price: Floats, day: int, at: At, worker: int, automaton: Automaton, terms: Terms, value: Floats
) -> Stand:
    """Find from where work led to a state, within the tables or from what they end before."""
    state, weekends, units = at
    sizes = automaton.sizes[terms.group[worker]]
    for one in range(price.shape[1]):
        for beyond in range(4):
            more_weekends, more_units = beyond % 2, beyond // 2
            cost = price[day, one] + terms.each[worker, state]
            if more_weekends:
                is_end = weekends == sizes[MOST_WEEKENDS]
                cost = cost + terms.more_weekends[worker] if is_end else np.inf
            extra, total = 0.0, units - automaton.units[terms.group[worker], one]
            if more_units:
                extra, total = terms.more_units[worker], units
                cost = cost if units == sizes[MOST_UNITS] else np.inf
            if total < 0 or not cost + extra < np.inf:
                continue
            costs = cost, extra, value[day + 1, state, weekends, units]
            found, worked = _source(
                day, (state, weekends, total), more_weekends, one, costs,
                worker, automaton, terms, value[day],
            )  # fmt: skip
            if found != NOWHERE:
                return one, found, worked, total
    return NOTHING, state, weekends, units  # never: every cost has a way that led to it


@compiled
def _source(
    day: int, here: At, beyond: int, one: int, costs: tuple[float, float, float],
    worker: int, automaton: Automaton, terms: Terms, before: Floats,
) -> tuple[int, int]:  # fmt: skip
    """Find the state, and its weekends, from which one class led here."""
    (state, weekends, units), (more, extra, cost), group = here, costs, terms.group[worker]
    adds, first = automaton.adds[day], automaton.sizes[group, FIRST_OFF]
    fresh, half = 1 if automaton.is_second[day] or adds else 0, 0.0
    if automaton.is_second[day]:
        half = automaton.half[group]
    is_start = day == 0 and terms.start[worker] == UNKNOWN and units == 0
    is_start = is_start and weekends == (0 if beyond else fresh)
    if is_start and automaton.then[group, 0, 1 + one] == state and 0.0 + more + extra == cost:
        return 0, 0
    for other in range(automaton.sizes[group, STATES]):
        counted = adds if other < first else fresh
        worked = weekends if beyond else weekends - counted
        is_way = automaton.then[group, 1 + other, 1 + one] == state
        if not is_way or worked < 0 or (beyond and not counted):
            continue
        source = before[other, worked, units]
        if other >= first:
            source += terms.leaves[worker, day, other] + half
        if source + more + extra == cost:
            return other, worked
    return NOWHERE, 0
