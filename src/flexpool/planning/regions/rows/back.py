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
    last, end, best = value[row.shape[0]], terms.end[worker], np.inf
    state, weekends, units = 0, 0, 0
    for one in range(last.shape[0]):
        for worked in range(last.shape[1]):
            for total in range(last.shape[2]):
                if last[one, worked, total] + end[worked, total] < best:
                    best = last[one, worked, total] + end[worked, total]
                    state, weekends, units = one, worked, total
    if not best < np.inf:
        return np.inf
    first = automaton.sizes[terms.group[worker], FIRST_OFF]
    for day in range(row.shape[0] - 1, -1, -1):
        if state >= first:
            stand = _before_off(day, state, weekends, units, worker, automaton, terms, value)
        else:
            stand = _before_work(
                price, day, state, weekends, units, worker, automaton, terms, value
            )
        row[day], state, weekends, units = stand
    return float(best)


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
    price: Floats,
    day: int,
    state: int,
    weekends: int,
    units: int,
    worker: int,
    automaton: Automaton,
    terms: Terms,
    value: Floats,
) -> Stand:
    """Find from where work led to a state, within the tables or from what they end before."""
    group, here = terms.group[worker], value[day + 1, state, weekends, units]
    sizes = automaton.sizes[group]
    for one in range(price.shape[1]):
        more = price[day, one] + terms.each[worker, state]
        for beyond in range(4):
            more_weekends, more_units = beyond % 2, beyond // 2
            if not more < np.inf or (more_weekends and weekends < sizes[MOST_WEEKENDS]):
                continue
            if more_units and units < sizes[MOST_UNITS]:
                continue
            dearer = more + terms.more_weekends[worker] if more_weekends else more
            total = units if more_units else units - automaton.units[group, one]
            extra = terms.more_units[worker] if more_units else 0.0
            if total < 0 or not dearer + extra < np.inf:
                continue
            found, worked = _source(
                day, state, weekends, more_weekends, total, one, dearer, extra, here,
                worker, automaton, terms, value,
            )  # fmt: skip
            if found != NOWHERE:
                return one, found, worked, total
    return NOTHING, state, weekends, units  # never: every cost has a way that led to it


@compiled
def _source(
    day: int,
    state: int,
    weekends: int,
    is_beyond: int,
    units: int,
    one: int,
    dearer: float,
    extra: float,
    here: float,
    worker: int,
    automaton: Automaton,
    terms: Terms,
    value: Floats,
) -> tuple[int, int]:
    """Find the state, and its weekends, from which one class led here."""
    group, adds, before = terms.group[worker], automaton.adds[day], value[day]
    fresh, first = 1 if automaton.is_second[day] or adds else 0, automaton.sizes[group, FIRST_OFF]
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    is_start = day == 0 and terms.start[worker] == UNKNOWN and units == 0
    is_start = is_start and weekends == (0 if is_beyond else fresh)
    is_way = automaton.then[group, 0, 1 + one] == state
    if is_start and is_way and 0.0 + dearer + extra == here:
        return 0, 0
    for other in range(automaton.sizes[group, STATES]):
        counted = adds if other < first else fresh
        worked = weekends if is_beyond else weekends - counted
        is_way = automaton.then[group, 1 + other, 1 + one] == state
        if not is_way or worked < 0 or (is_beyond and not counted):
            continue
        cost = before[other, worked, units]
        if other >= first:
            cost += terms.leaves[worker, day, other] + half
        if cost + dearer + extra == here:
            return other, worked
    return NOWHERE, 0
