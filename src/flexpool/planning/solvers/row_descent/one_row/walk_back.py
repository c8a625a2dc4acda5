"""From the cheapest last state back to the row that led there."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.terms import (
    BEGINS_WEEKEND,
    LEAST_OFF,
    LEAST_WORK,
    MOST_WORK,
    NOT_WEEKEND,
    Bools,
    Floats,
    Ints,
    Slots,
)


@compiled
def walk_back(
    slots: Slots,
    limits: Ints,
    value: Floats,
    row: Ints,
    weekends: int,
    state: int,
) -> None:
    """Fill in the row that ends in a state, over states whose prices explain each other.

    Parameters
    ----------
    slots, limits, value, row
        As `program.cheapest` takes them; `value` filled in.
    weekends, state
        Where the row ends.
    """
    types = slots.type_follows.shape[0]
    off = limits[MOST_WORK] * types
    for day in range(slots.weekend.shape[0] - 1, -1, -1):
        row[day] = state % types if state < off else -1
        if day == 0:
            return
        weekends, state = _yesterday(slots, limits, value, day, weekends, state)


@compiled
def _yesterday(
    slots: Slots, limits: Ints, value: Floats, day: int, weekends: int, state: int
) -> tuple[int, int]:
    """Give the weekends and the state of the day before."""
    types, place, before = slots.type_follows.shape[0], slots.weekend[day], value[day - 1]
    off = limits[MOST_WORK] * types
    longest = off + limits[LEAST_OFF] - 1
    if state < types:
        return weekends - (0 if place == NOT_WEEKEND else 1), longest
    if state < off:
        earlier = weekends - (1 if place == BEGINS_WEEKEND else 0)
        return earlier, _before_work(before, slots.type_follows, state, types, earlier)
    if state == longest and before[longest, weekends] <= value[day, state, weekends]:
        return weekends, longest
    if state > off:
        return weekends, state - 1
    return weekends, _least(before, (limits[LEAST_WORK] - 1) * types, off, weekends)


@compiled
def _before_work(before: Floats, follows: Bools, state: int, types: int, weekends: int) -> int:
    """Give yesterday's state of who works today as well."""
    start, then = state - state % types - types, state % types
    best, least = start, np.inf
    for first in range(types):
        if follows[first, then] and before[start + first, weekends] < least:
            best, least = start + first, before[start + first, weekends]
    return best


@compiled
def _least(before: Floats, start: int, end: int, weekends: int) -> int:
    best, least = start, np.inf
    for one in range(start, end):
        if before[one, weekends] < least:
            best, least = one, before[one, weekends]
    return best
