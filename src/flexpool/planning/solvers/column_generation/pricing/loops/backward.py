"""From the cheapest ends back to the rows that led there: which way costs least?"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    BLOCK,
    BLOCKS,
    FIRST_OFF,
    LONGEST,
    STATES,
    UNITS,
    UNKNOWN,
    WEEKENDS,
    WORK_LOOPS,
    Floats,
    Ints,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Room, Rules

At = tuple[int, int, int, int]
"""State, shifts of the kind that is counted, weekends and units."""
Way = tuple[float, At]
"""What a way costs, and from where it comes."""
NOTHING = -1


@compiled
def walk_back(price: Floats, worker: int, rules: Rules, end: Ints, row: Ints) -> None:
    """Fill in the row that ends so: its classes, -1 for a day off; the tables are filled.

    Parameters
    ----------
    price, worker, rules
        As `fill` takes them.
    end, row
        State, shifts of the kind that is counted, weekends and units; and the answer.
    """
    sizes = rules.automaton.sizes[rules.terms.group[worker]]
    at = end[0], end[1], end[2], end[3]
    for day in range(row.shape[0] - 1, -1, -1):
        if at[0] >= sizes[FIRST_OFF]:
            row[day], at = NOTHING, _before_off(day, at, worker, rules)
        else:
            row[day], at = _before_work(price, day, at, worker, rules)


@inlined
def _standing(day: int, at: At, room: Room) -> float:
    """Give the least cost of standing so before a day; infinite when nobody can."""
    state, tracked, weekends, units = at
    cost = np.inf
    if tracked >= 0 and weekends >= 0 and units >= 0:
        cost = room.value[day, state, (tracked * room.weekends + weekends) * room.width + units]
    return float(cost)


@inlined
def _before_off(day: int, at: At, worker: int, rules: Rules) -> At:
    """Find from where a day off led to a state."""
    automaton, group, (state, tracked, weekends, units) = (
        rules.automaton,
        rules.terms.group[worker],
        at,
    )
    sizes, best, found = automaton.sizes[group], np.inf, at
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    for other in range(sizes[STATES]):
        if automaton.then[group, 1 + other, 0] != state:
            continue
        before = other, tracked, weekends, units
        cost = _standing(day, before, rules.room)
        if other < sizes[FIRST_OFF]:
            cost += automaton.turn[group, day, other // sizes[LONGEST]]
            cost += rules.terms.leaves[worker, day, other] + half
        if cost < best:
            best, found = cost, before
    return found


@inlined
def _before_work(price: Floats, day: int, at: At, worker: int, rules: Rules) -> tuple[int, At]:
    """Find what was worked and from where."""
    automaton, group, best = rules.automaton, rules.terms.group[worker], np.inf
    block, worked, found = at[0] // automaton.sizes[group, LONGEST], NOTHING, at
    for one in range(price.shape[1]):
        link = automaton.links[group, one]
        if not link[BLOCK] <= block < link[BLOCK] + link[BLOCKS] or not price[day, one] < np.inf:
            continue
        for beyond in range(4):
            cost, way = _through(day, at, one, beyond, worker, rules)
            if cost + price[day, one] < best:
                best, worked, found = cost + price[day, one], one, way
    return worked, found


@inlined
def _through(day: int, at: At, one: int, beyond: int, worker: int, rules: Rules) -> Way:
    """Find the cheapest way in by a class, within the tables or from what they end before."""
    automaton, group, (state, tracked, weekends, units) = (
        rules.automaton,
        rules.terms.group[worker],
        at,
    )
    sizes, more, total = automaton.sizes[group], 0.0, units - automaton.units[group, one]
    more_weekends, more_units = beyond % 2, beyond // 2
    if more_weekends:
        more += rules.terms.more_weekends[worker] if weekends == sizes[WEEKENDS] else np.inf
    if more_units:
        total = units
        more += rules.terms.more_units[worker] if units == sizes[UNITS] else np.inf
    if not more < np.inf:
        return np.inf, at
    to = state, tracked - automaton.tracks[group, one], weekends, total
    cost, way = _way_in(day, to, more_weekends, one, worker, rules)
    return cost + more, way


@inlined
def _way_in(day: int, to: At, beyond: int, one: int, worker: int, rules: Rules) -> Way:
    """Find the cheapest state from which a class led to one; give the cost, and where that was."""
    automaton, group = rules.automaton, rules.terms.group[worker]
    state, tracked, weekends, units = to
    then, sizes = automaton.then[group, :, 1 + one], automaton.sizes[group]
    adds, is_second, best, found = automaton.adds[day], automaton.is_second[day], np.inf, to
    fresh, half = (1, automaton.half[group]) if is_second else (adds, 0.0)
    if day == 0 and rules.terms.start[worker] == UNKNOWN:
        is_so = then[0] == state and tracked == 0 and units == 0
        if is_so and weekends == (0 if beyond else fresh):
            return 0.0, (0, 0, 0, 0)
    run, longest, first = state % sizes[LONGEST], sizes[LONGEST], sizes[FIRST_OFF]
    begins = first if run == 0 else run - 1
    last, step = (sizes[STATES], 1) if run == 0 else (first, longest)
    for turn in range(2 if run and run == longest - 1 and sizes[WORK_LOOPS] else 1):
        for other in range(begins + turn, last, step):
            counted = adds if other < first else fresh
            if then[1 + other] != state or (beyond and not counted):
                continue
            before = other, tracked, weekends if beyond else weekends - counted, units
            cost = _standing(day, before, rules.room)
            if other >= first:
                cost += rules.terms.leaves[worker, day, other] + half
            elif automaton.turns[group, 1 + other, 1 + one]:
                cost += automaton.turn[group, day, other // longest]
            if cost < best:
                best, found = cost, before
    return best, found
