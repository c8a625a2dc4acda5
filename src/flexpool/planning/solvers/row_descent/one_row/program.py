"""The cheapest row of one worker at given prices, by a dynamic program over the days.

A state is the number of weekends worked so far together with either the type of today's work and
the length of the run of work, or the length of the run of days off, no longer than it must be.
A type is a set of slots that follow and are followed by the same others: of those only the
cheapest matters. A run that touches the first day is held to its minimum like any other, which
costs little over a long horizon and keeps the states few.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.one_row.walk_back import walk_back
from flexpool.planning.solvers.row_descent.terms import (
    BEGINS_WEEKEND,
    LEAST_OFF,
    LEAST_WORK,
    MOST_WEEKENDS,
    MOST_WORK,
    NOT_WEEKEND,
    Edges,
    Floats,
    Ints,
    Slots,
    Terms,
)


@compiled
def cheapest(price: Floats, slots: Slots, terms: Terms, value: Floats, row: Ints) -> float:
    """Fill in the cheapest row of types; give its price, infinite when there is none.

    Parameters
    ----------
    price
        Day × type, infinite where not allowed; a day off costs nothing.
    slots, terms
        What holds for everybody, and for the worker.
    value
        Room for day × state × weekends; its last layer is the eve of the first day.
    row
        The answer: a type per day, -1 for off.
    """
    days, types = price.shape
    limits, edges, worked = terms.limits, terms.edges, 1
    off = limits[MOST_WORK] * types  # the first state of days off
    states, counts = off + limits[LEAST_OFF], limits[MOST_WEEKENDS] + 1
    value[-1, :states, 0] = np.inf
    value[-1, edges.start, 0] = 0.0
    reached = np.empty((types, counts))
    for day in range(days):
        place, before, now = slots.weekend[day], value[day - 1], value[day]
        if place == BEGINS_WEEKEND and worked < counts:
            before[:states, worked] = np.inf
            worked += 1  # numbers of weekends that can be reached by now
        _rest(before, now, limits, types, worked)
        _begin(price[day], before[states - 1], now, place, worked)
        _go_on(price[day], slots, before, now, place, off, worked, reached)
    return _end(slots, limits, edges, value, row, worked)


@compiled
def _end(slots: Slots, limits: Ints, edges: Edges, value: Floats, row: Ints, worked: int) -> float:
    """Fill in the row that ends in the cheapest state of the last day; give its price."""
    last, tail = value[slots.weekend.shape[0] - 1], edges.tail
    best, weekends, state = np.inf, 0, 0
    for one in range(tail.shape[0]):
        for number in range(worked):
            if last[one, number] + tail[one] < best:
                best, weekends, state = last[one, number], number, one
    if best < np.inf:
        walk_back(slots, limits, value, row, weekends, state)
    return best


@compiled
def _rest(before: Floats, now: Floats, limits: Ints, types: int, counts: int) -> None:
    """Give the states of a day off."""
    off = limits[MOST_WORK] * types
    longest = off + limits[LEAST_OFF] - 1
    for number in range(counts):
        ended = before[longest, number] if longest == off else np.inf
        for one in range((limits[LEAST_WORK] - 1) * types, off):
            ended = min(ended, before[one, number])
        now[off, number] = ended
    for one in range(off + 1, longest + 1):
        for number in range(counts):
            now[one, number] = before[one - 1, number]
            if one == longest:
                now[one, number] = min(now[one, number], before[one, number])


@compiled
def _begin(price: Floats, rested: Floats, now: Floats, place: int, counts: int) -> None:
    """Give the states of a first day of work, after enough days off."""
    shift = 0 if place == NOT_WEEKEND else 1
    for one in range(price.shape[0]):
        now[one, 0] = np.inf
        for number in range(shift, counts):
            now[one, number] = rested[number - shift] + price[one]


@compiled
def _go_on(
    price: Floats,
    slots: Slots,
    before: Floats,
    now: Floats,
    place: int,
    off: int,
    counts: int,
    reached: Floats,
) -> None:
    """Give the states of a further day of work; what one type is reached from helps the next."""
    types, follows = price.shape[0], slots.type_follows
    shift = 1 if place == BEGINS_WEEKEND else 0
    for start in range(types, off, types):
        for then in slots.order:
            base, least = slots.bases[then], reached[then]
            for number in range(counts):
                least[number] = np.inf if base < 0 else reached[base, number]
            for first in range(types):
                if follows[first, then] and (base < 0 or not follows[first, base]):
                    earlier = before[start - types + first]
                    for number in range(shift, counts):
                        least[number] = min(least[number], earlier[number - shift])
            for number in range(counts):
                now[start + then, number] = least[number] + price[then]
