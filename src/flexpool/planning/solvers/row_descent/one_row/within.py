"""The cheapest row that also keeps to totals: minutes within a window, and most shifts per kind.

The program of days does not know totals. Each total gets a price, searched by halving for minutes
and stepwise for kinds; what is still a little over is repaired. The prices are kept per worker:
the next search begins where the last one ended.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.one_row.program import cheapest
from flexpool.planning.solvers.row_descent.one_row.repair import relabel, trim
from flexpool.planning.solvers.row_descent.terms import (
    Floats,
    Ints,
    Slots,
    Terms,
)

TRIES = 8
A_SHIFT = 480.0
"""Minutes, about: what a first step of the price of a minute goes by."""


@compiled
def row_within(
    price: Floats, slots: Slots, terms: Terms, rates: Floats, scale: float, room: Floats, row: Ints
) -> float:
    """Fill in a cheap row within all totals; give its price, infinite when none was found.

    Parameters
    ----------
    price
        Day × slot, infinite where not allowed.
    slots, terms, scale
        As a `Ward` has them.
    rates
        Prices of a minute, and of a shift of each kind; changed in place.
    room, row
        Day × state × weekends, to work in; and the answer: a slot per day, -1 for off.
    """
    low, high = -np.inf, np.inf
    best, best_rate = np.inf, rates[0]
    for turn in range(TRIES):
        rate = rates[0]
        cost, total, is_done = _attempt(price, slots, terms, rates, scale, room, best, row)
        if cost < best:
            best, best_rate = cost, rate
        if is_done:
            break
        step = scale / A_SHIFT * 2.0**turn
        low, high, rates[0] = _next_rate(rate, total, terms.window, low, high, step)
    rates[0] = best_rate
    return best


@compiled
def _attempt(
    price: Floats,
    slots: Slots,
    terms: Terms,
    rates: Floats,
    scale: float,
    room: Floats,
    best: float,
    row: Ints,
) -> tuple[float, int, bool]:
    """Plan and repair a row at these prices of totals; keep it when it beats the best.

    Returns
    -------
    tuple
        What the row costs, its minutes before repair, and whether no other prices can do better.
    """
    shape = price.shape[0], slots.type_follows.shape[0]
    by_type, choice = np.empty(shape), np.empty(shape, dtype=np.int64)
    used, found = np.empty(rates.shape[0] - 1, dtype=np.int64), np.empty_like(row)
    _by_type(price, slots, rates, by_type, choice)
    if cheapest(by_type, slots, terms, room, found) == np.inf:
        return np.inf, 0, True
    total = _told(found, choice, slots, used)
    fits_kinds = _dearer(used, terms.most_of_kind, rates, scale)
    cost = _repaired(found, price, slots, terms, used, total)
    if cost < best:
        for day in range(row.shape[0]):
            row[day] = found[day]
    return cost, total, fits_kinds and _is_done(rates[0], total, terms.window)


@compiled
def _is_done(rate: float, total: int, window: Ints) -> bool:
    """Say whether no other price of a minute can give a better row."""
    if rate == 0:
        return bool(window[0] <= total <= window[1])
    return bool(total == window[1] if rate > 0 else total == window[0])


@compiled
def _next_rate(
    rate: float, total: int, window: Ints, low: float, high: float, step: float
) -> tuple[float, float, float]:
    """Give what the price of a minute lies between, and the one to try next."""
    fits = window[0] <= total <= window[1]
    if fits and rate == 0:
        return low, high, rate  # only kinds are over
    if total > window[1] or (fits and rate < 0):
        low = rate
        if high == np.inf:
            return low, high, max(rate + step, 0.0) if rate < 0 else rate + step
    else:
        high = rate
        if low == -np.inf:
            return low, high, min(rate - step, 0.0) if rate > 0 else rate - step
    return low, high, (low + high) / 2


@compiled
def _by_type(price: Floats, slots: Slots, rates: Floats, by_type: Floats, choice: Ints) -> None:
    """Fill in the cheapest slot of each type on each day, totals priced in."""
    minutes, kinds = slots.minutes, slots.kinds
    extra = np.empty(minutes.shape[0])
    for slot in range(minutes.shape[0]):
        extra[slot] = rates[0] * minutes[slot] + rates[1 + kinds[slot]]
    for day in range(price.shape[0]):
        for one in range(by_type.shape[1]):
            by_type[day, one] = np.inf
        for slot in range(minutes.shape[0]):
            one = slots.types[slot]
            asked = price[day, slot] + extra[slot]
            if asked < by_type[day, one]:
                by_type[day, one] = asked
                choice[day, one] = slot


@compiled
def _told(found: Ints, choice: Ints, slots: Slots, used: Ints) -> int:
    """Turn types into slots; count shifts per kind, and give the minutes."""
    for day in range(found.shape[0]):
        if found[day] >= 0:
            found[day] = choice[day, found[day]]
    return _counted(found, slots, used)


@compiled
def _counted(row: Ints, slots: Slots, used: Ints) -> int:
    """Count shifts per kind, and give the minutes."""
    total = 0
    for kind in range(used.shape[0]):
        used[kind] = 0
    for slot in row:
        if slot >= 0:
            total += slots.minutes[slot]
            used[slots.kinds[slot]] += 1
    return total


@compiled
def _dearer(used: Ints, most_of_kind: Ints, rates: Floats, scale: float) -> bool:
    """Make kinds worked too often dearer, others cheaper again; say if none was."""
    fits = True
    for kind in range(used.shape[0]):
        over = used[kind] - most_of_kind[kind]
        if over > 0:
            fits = False
        elif rates[1 + kind] == 0:
            continue
        change = scale * over / (10.0 + most_of_kind[kind])
        rates[1 + kind] = max(0.0, rates[1 + kind] + change)
    return fits


@compiled
def _repaired(
    row: Ints, price: Floats, slots: Slots, terms: Terms, used: Ints, total: int
) -> float:
    """Repair a row that is over its totals; give its price, infinite when it stays outside."""
    total = trim(row, price, slots, terms, total)
    if total < terms.window[0] or total > terms.window[1]:
        return np.inf
    _counted(row, slots, used)
    if not relabel(row, price, slots, terms, used, total):
        return np.inf
    cost = 0.0
    for day in range(row.shape[0]):
        if row[day] >= 0:
            cost += price[day, row[day]]
    return cost
