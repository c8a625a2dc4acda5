"""The cheapest row of one worker at given prices: dynamic programming over days, compiled.

The tables hold costs only, so that the inner loops run over units side by side; how a row got
where it ends is found again on the way back (`back.py`), by the same sums.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.regions.rows.automaton import (
    FIRST_OFF,
    HIGHEST,
    LOWEST,
    MOST_UNITS,
    MOST_WEEKENDS,
    STATES,
    UNKNOWN,
    WEEKENDS,
    Automaton,
    Floats,
    Ints,
    Terms,
)
from flexpool.planning.regions.rows.back import walk_back
from flexpool.planning.regions.rows.rules import Rules
from flexpool.planning.solvers.row_descent.compiled import compiled, inlined


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
    automaton, terms, room = rules.automaton, rules.terms, rules.room
    group, start, value = terms.group[worker], terms.start[worker], room.value
    low, high, most = 0, 0, 0
    value[0] = np.inf
    if start >= 0:
        value[0, start, 0, 0] = 0.0
    for day in range(price.shape[0]):
        bounds = low, high, most
        _end_rest(worker, day, bounds, automaton, terms, value, room.rested)
        _be_off(worker, day, bounds, automaton, terms, value)
        _work(price, worker, day, bounds, automaton, terms, value, room.rested)
        low, high = automaton.span[group, day, LOWEST], automaton.span[group, day, HIGHEST]
        most = automaton.span[group, day, WEEKENDS]
    return walk_back(price, worker, automaton, terms, value, row)


@compiled
def _end_rest(
    worker: int,
    day: int,
    bounds: tuple[int, int, int],
    automaton: Automaton,
    terms: Terms,
    value: Floats,
    rested: Floats,
) -> None:
    """Find the cheapest way to end days off; nothing known before the first day is one."""
    group, (low, high, most), before = terms.group[worker], bounds, value[day]
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    rested[0, : most + 1, low : high + 1] = np.inf
    for state in range(automaton.sizes[group, FIRST_OFF], automaton.sizes[group, STATES]):
        more = terms.leaves[worker, day, state] + half
        for weekends in range(most + 1):
            _lower(rested, 0, weekends, before, state, weekends, more, low, high, 0)
    if day == 0 and terms.start[worker] == UNKNOWN:
        rested[0, 0, 0] = 0.0


@compiled
def _be_off(
    worker: int,
    day: int,
    bounds: tuple[int, int, int],
    automaton: Automaton,
    terms: Terms,
    value: Floats,
) -> None:
    """Fill in the states of a day off; no other state can be there yet."""
    group, (low, high, most) = terms.group[worker], bounds
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    first, off = automaton.sizes[group, FIRST_OFF], terms.off[worker, day]
    before, now = value[day], value[day + 1]
    now[:] = np.inf
    if day == 0 and terms.start[worker] == UNKNOWN:
        now[first, 0, 0] = terms.each[worker, first] + off
    for state in range(automaton.sizes[group, STATES]):
        then = automaton.then[group, 1 + state, 0]
        if then < 0:
            continue
        more = terms.leaves[worker, day, state] + half if state < first else 0.0
        more += terms.each[worker, then] + off
        for weekends in range(most + 1):
            _lower(now, then, weekends, before, state, weekends, more, low, high, 0)


@compiled
def _work(
    price: Floats,
    worker: int,
    day: int,
    bounds: tuple[int, int, int],
    automaton: Automaton,
    terms: Terms,
    value: Floats,
    rested: Floats,
) -> None:
    """Fill in the states of a day of work, class by class."""
    group = terms.group[worker]
    adds, before, now = automaton.adds[day], value[day], value[day + 1]
    fresh, first = 1 if automaton.is_second[day] or adds else 0, automaton.sizes[group, FIRST_OFF]
    for one in range(price.shape[1]):
        if not price[day, one] < np.inf:
            continue
        to = automaton.then[group, 1 + first, 1 + one]
        more = price[day, one] + terms.each[worker, to]
        _add(rested, 0, now, to, more, fresh, one, worker, day, bounds, automaton, terms)
        for state in range(first):
            to = automaton.then[group, 1 + state, 1 + one]
            if to >= 0:
                more = price[day, one] + terms.each[worker, to]
                _add(before, state, now, to, more, adds, one, worker, day, bounds, automaton, terms)


@inlined
def _add(
    before: Floats,
    state: int,
    now: Floats,
    to: int,
    more: float,
    adds: int,
    one: int,
    worker: int,
    day: int,
    bounds: tuple[int, int, int],
    automaton: Automaton,
    terms: Terms,
) -> None:
    """Go on from a state by working one class; beyond the tables one stays and pays."""
    group, (low, high, most) = terms.group[worker], bounds
    most_weekends = automaton.sizes[group, MOST_WEEKENDS]
    most_units, added = automaton.sizes[group, MOST_UNITS], automaton.units[group, one]
    lowest, highest = automaton.span[group, day, LOWEST], automaton.span[group, day, HIGHEST]
    beyond = terms.more_units[worker]
    for weekends in range(most + 1):
        then, dearer = weekends + adds, more
        if then > most_weekends:
            then, dearer = most_weekends, more + terms.more_weekends[worker]
        start, end = max(low, lowest - added), min(high, highest - added)
        _lower(now, to, then, before, state, weekends, dearer, start, end, added)
        if beyond < np.inf and high + added > most_units and highest == most_units:
            last = before[state, weekends, most_units] + dearer + beyond
            now[to, then, most_units] = min(now[to, then, most_units], last)


@inlined
def _lower(
    now: Floats,
    then: int,
    weekends_then: int,
    before: Floats,
    state: int,
    weekends: int,
    more: float,
    low: int,
    high: int,
    added: int,
) -> None:
    """Lower the costs of a state to those of one before and more, moved up by the units added."""
    for units in range(low, high + 1):
        cost = before[state, weekends, units] + more
        least = now[then, weekends_then, units + added]
        now[then, weekends_then, units + added] = min(least, cost)
