"""The cheapest row of one worker when weekends and totals have prices instead of limits.

A shortest path over the days. Its state is the length of the run of work with the type of today's
work, or the length of the run off: without the weekends worked so far it is as many times faster
as weekends are allowed. Every lawful row is such a path, so the cheapest one costs no more than
the cheapest row. A run that touches the first day is held to no minimum.
"""

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
def cheapest_path(
    price: Floats, slots: Slots, limits: Ints, weekend: float, value: Floats, row: Ints
) -> float:
    """Fill in the cheapest path of types; give its price, at most nothing: all days may be off.

    Parameters
    ----------
    price
        Day × type, infinite where not allowed; a day off costs nothing.
    slots, limits
        What holds for everybody, and for the worker; the most weekends are not looked at.
    weekend
        The price of a weekend with work.
    value
        Room for day × state.
    row
        The answer: a type per day, -1 for off.
    """
    days, types = price.shape
    off = limits[MOST_WORK] * types  # the first state of days off
    states, least = off + limits[LEAST_OFF], (limits[LEAST_WORK] - 1) * types
    _first_day(price[0], slots, weekend, value[0, :states], least, off)
    reached = np.empty(types)
    for day in range(1, days):
        before, now, place = value[day - 1], value[day], slots.weekend[day]
        _rest(before, now, least, off, states)
        begun = before[states - 1] + (weekend if place != NOT_WEEKEND else 0.0)
        extra = weekend if place == BEGINS_WEEKEND else 0.0
        _work(price[day], slots, before, now[:off], begun, extra, reached)
    return _walk_back(slots.type_follows, limits, value[:days], row)


@compiled
def _first_day(
    price: Floats, slots: Slots, weekend: float, now: Floats, least: int, off: int
) -> None:
    """Give the states of the first day; a run of work that touches it may end from `least` on."""
    types = price.shape[0]
    now[:] = np.inf
    now[-1] = 0.0
    now[:types] = price + (weekend if slots.weekend[0] != NOT_WEEKEND else 0.0)
    if least < off:  # the same work again, which may end at once but not last as long
        now[least : least + types] = now[:types]


@compiled
def _rest(before: Floats, now: Floats, least: int, off: int, states: int) -> None:
    """Give the states of a day off; a run of work may end from `least` on."""
    last = states - 1
    now[off] = np.inf
    for one in range(least, off):
        now[off] = min(now[off], before[one])
    for one in range(off + 1, states):
        now[one] = before[one - 1]
    now[last] = min(now[last], before[last])


@compiled
def _work(
    price: Floats,
    slots: Slots,
    before: Floats,
    now: Floats,
    begun: float,
    extra: float,
    reached: Floats,
) -> None:
    """Give the states of a first and of a further day of work.

    What one type is reached from helps the next.
    """
    types, follows = price.shape[0], slots.type_follows
    for one in range(types):
        now[one] = begun + price[one]
    for start in range(types, now.shape[0], types):
        for then in slots.order:
            base = slots.bases[then]
            least = np.inf if base < 0 else reached[base]
            for first in range(types):
                if follows[first, then] and (base < 0 or not follows[first, base]):
                    least = min(least, before[start - types + first])
            reached[then] = least
            now[start + then] = least + price[then] + extra


@compiled
def _walk_back(follows: Bools, limits: Ints, value: Floats, row: Ints) -> float:
    """Fill in the path that ends in the cheapest last state; give its price."""
    types = follows.shape[0]
    off = limits[MOST_WORK] * types
    last = off + limits[LEAST_OFF] - 1
    state = _cheapest_of(value[-1], 0, last + 1)
    best = value[-1, state]
    for day in range(row.shape[0] - 1, -1, -1):
        row[day] = state % types if state < off else -1
        before = value[day - 1]
        if day == 0:
            break
        if state < types:
            state = last
        elif state < off:
            state = _before_work(follows, before, state)
        elif state == last and before[last] <= value[day, last]:
            continue
        elif state > off:
            state -= 1
        else:
            state = _cheapest_of(before, (limits[LEAST_WORK] - 1) * types, off)
    return float(best)


@compiled
def _before_work(follows: Bools, before: Floats, state: int) -> int:
    """Give yesterday's state of who works today as well."""
    types, then = follows.shape[0], state % follows.shape[0]
    start = state - then - types
    best, least = int(start), np.inf
    for first in range(types):
        if follows[first, then] and before[start + first] < least:
            best, least = int(start + first), before[start + first]
    return best


@compiled
def _cheapest_of(before: Floats, start: int, end: int) -> int:
    """Give the cheapest of some states."""
    best = start
    for one in range(start, end):
        if before[one] < before[best]:
            best = one
    return best
