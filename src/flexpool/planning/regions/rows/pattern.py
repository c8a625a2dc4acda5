"""What a row of classes costs by itself, and what it would with something else on one day."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    FIRST_OFF,
    UNITS,
    UNKNOWN,
    WEEKENDS,
    Automaton,
    Floats,
    Ints,
    Terms,
)


@compiled
def alternatives(
    row: Ints, worker: int, automaton: Automaton, terms: Terms, instead: Floats
) -> None:
    """Fill in, per day, the price of the row with each class there, and last with a day off.

    Parameters
    ----------
    row
        Classes per day, -1 for off.
    worker, automaton, terms
        Whose row, by what rules.
    instead
        Day × worker × class and off; of this worker.
    """
    now, off = price_of(row, worker, automaton, terms), instead.shape[2] - 1
    for day in range(row.shape[0]):
        kept = row[day]
        for one in range(-1, off):
            place = one if one >= 0 else off
            if one == kept:
                instead[day, worker, place] = now
            else:
                row[day] = one
                instead[day, worker, place] = price_of(row, worker, automaton, terms)
        row[day] = kept


@inlined
def price_of(row: Ints, worker: int, automaton: Automaton, terms: Terms) -> float:
    """Give the price of a row but for what is paid per day and slot; infinite when not allowed.

    It is asked a hundred times per row that changes, so it takes no part of an array anywhere.
    """
    group, state, cost = terms.group[worker], terms.start[worker], 0.0
    first, weekends, units = automaton.sizes[group, FIRST_OFF], 0, 0
    for day in range(row.shape[0]):
        one = row[day]
        then = automaton.then[group, 1 + state, 1 + one]
        if then < 0:
            cost = np.inf
            break
        was_at_work = UNKNOWN < state < first
        if state != UNKNOWN and was_at_work != (one >= 0):
            cost += terms.leaves[worker, day, state]
            cost += automaton.half[group] if automaton.is_second[day] else 0.0
        if one >= 0:
            units += automaton.units[group, one]
            weekends += automaton.adds[day]
            weekends += 1 if automaton.is_second[day] and not was_at_work else 0
        else:
            cost += terms.off[worker, day]
        cost += terms.each[worker, then]
        state = then
    return cost + _ending(weekends, units, worker, group, automaton, terms)


@inlined
def _ending(
    weekends: int, units: int, worker: int, group: int, automaton: Automaton, terms: Terms
) -> float:
    """Give the price of ending with these totals."""
    cost = 0.0
    if weekends > automaton.sizes[group, WEEKENDS]:
        cost += (weekends - automaton.sizes[group, WEEKENDS]) * terms.more_weekends[worker]
        weekends = automaton.sizes[group, WEEKENDS]
    if units > automaton.sizes[group, UNITS]:
        cost += (units - automaton.sizes[group, UNITS]) * terms.more_units[worker]
        units = automaton.sizes[group, UNITS]
    return float(cost + terms.end[worker, 0, weekends, units])
