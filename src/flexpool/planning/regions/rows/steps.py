"""What each day adds to a row, laid out once per worker: what somebody else does hangs on it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled
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

BROKEN = -2
"""The state after what is not allowed."""


class Steps(NamedTuple):
    """The steps of all workers; a state and a class count from 1, as eve and day off come first.

    Parameters
    ----------
    group, start
        Of each worker: the group, and the state on the eve.
    then, begun, worked
        Group (× day) × state × class: the state after it, the weekends it begins and, per class,
        the units it counts for.
    price
        Worker × day × state × class: of that day, infinite when not allowed.
    most
        Group × weekends and units that the table of ends knows.
    end, more
        Worker × weekends × units: price of ending so; and of each weekend and unit beyond.
    """

    group: Ints
    start: Ints
    then: Ints
    begun: Ints
    worked: Ints
    price: Floats
    most: Ints
    end: Floats
    more: Floats


def steps_of(automaton: Automaton, terms: Terms) -> Steps:
    """Lay out the steps of all workers."""
    groups, states, classes = automaton.then.shape
    days, workers = len(automaton.adds), len(terms.group)
    begun = np.zeros((groups, days, states, classes), dtype=np.int64)
    price = np.full((workers, days, states, classes), np.inf)
    for group in range(groups):
        first = 1 + int(automaton.sizes[group, FIRST_OFF])
        fresh = np.ones(states, dtype=np.int64)  # a weekend whose first day was off
        fresh[1:first] = 0
        second = automaton.is_second.astype(np.int64)
        per_day = automaton.adds[:, None] + second[:, None] * fresh[None]
        begun[group, :, :, 1:] = per_day[:, :, None]
    _fill(automaton, terms, price)
    worked = np.concatenate([np.zeros((groups, 1), dtype=np.int64), automaton.units], axis=1)
    return Steps(
        group=terms.group,
        start=terms.start,
        then=np.where(automaton.then < 0, BROKEN, automaton.then),
        begun=begun,
        worked=worked,
        price=price,
        most=np.ascontiguousarray(automaton.sizes[:, [WEEKENDS, UNITS]]),
        end=np.ascontiguousarray(terms.end[:, 0]),
        more=np.column_stack([terms.more_weekends, terms.more_units]),
    )


@compiled
def _fill(automaton: Automaton, terms: Terms, price: Floats) -> None:
    """Fill in what each day costs in each state."""
    then, second = automaton.then, automaton.is_second
    for worker in range(price.shape[0]):
        group, each, off = terms.group[worker], terms.each[worker], terms.off[worker]
        leaves, half = terms.leaves[worker], automaton.half[group]
        first = automaton.sizes[group, FIRST_OFF]
        for day in range(price.shape[1]):
            for state in range(UNKNOWN, price.shape[2] - 1):
                for one in range(-1, price.shape[3] - 1):
                    after = then[group, 1 + state, 1 + one]
                    if after < 0:
                        continue
                    cost = each[after] + (off[day] if one < 0 else 0.0)
                    if state != UNKNOWN and (state < first) != (one >= 0):
                        cost += leaves[day, state] + (half if second[day] else 0.0)
                    price[worker, day, 1 + state, 1 + one] = cost
