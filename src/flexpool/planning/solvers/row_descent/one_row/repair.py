"""Makes a row lawful that works a little too much: in all, or on one kind of shift."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.terms import (
    LEAST_WORK,
    Floats,
    Ints,
    Slots,
    Terms,
)


@compiled
def trim(row: Ints, price: Floats, slots: Slots, terms: Terms, total: int) -> int:
    """Take the ends of runs away, or whole runs, worth least, until a row is not too long.

    Parameters
    ----------
    row
        A slot per day, -1 for off; changed in place.
    price
        Day × slot.
    slots, terms
        What holds for everybody, and for the worker.
    total
        Minutes that the row has.

    Returns
    -------
    int
        The minutes left; too many when no more can be taken away.
    """
    minutes = slots.minutes
    while total > terms.window[1]:
        room = total - terms.window[0]
        begin, end = _cheapest_piece(row, price, minutes, room, terms)
        if end == 0:
            return total
        for day in range(begin, end):
            total -= minutes[row[day]]
            row[day] = -1
    return total


@compiled
def _cheapest_piece(
    row: Ints, price: Floats, minutes: Ints, room: int, terms: Terms
) -> tuple[int, int]:
    """Give the days that may go at the least price per minute; (0, 0) for none.

    Of a run that goes on beyond the edge only the other end may go.
    """
    days, best, begin, end = row.shape[0], np.inf, 0, 0
    start = 0
    while start < days:
        if row[start] < 0:
            start += 1
            continue
        stop = start
        while stop < days and row[stop] >= 0:
            stop += 1
        for first, after in _pieces(start, stop, days, terms):
            lost, worth = 0, 0.0
            for day in range(first, after):
                lost += minutes[row[day]]
                worth -= price[day, row[day]]
            if lost <= room and lost > 0 and worth / lost < best:
                best, begin, end = worth / lost, first, after
        start = stop
    return begin, end


@compiled
def _pieces(start: int, stop: int, days: int, terms: Terms) -> tuple[tuple[int, int], ...]:
    """Give the two pieces of a run that may go, from day and before day; the same for none."""
    left = terms.edges.runs[0] if start == 0 else 0
    right = terms.edges.runs[1] if stop == days else 0
    if left + stop - start + right > terms.limits[LEAST_WORK]:
        return (start, start if left else start + 1), (stop if right else stop - 1, stop)
    whole = start, start if left or right else stop
    return whole, whole


@compiled
def relabel(row: Ints, price: Floats, slots: Slots, terms: Terms, used: Ints, total: int) -> bool:
    """Move work from kinds worked too often to others, at the least regret; say if that did it.

    Parameters
    ----------
    row, price, slots, terms
        As for `trim`.
    used
        Shifts per kind in the row; changed in place.
    total
        Minutes of the row.
    """
    while True:
        day, slot = _least_regret(row, price, slots, terms, used, total)
        if slot < 0:
            return day < 0
        used[slots.kinds[row[day]]] -= 1
        used[slots.kinds[slot]] += 1
        total += slots.minutes[slot] - slots.minutes[row[day]]
        row[day] = slot


@compiled
def _least_regret(
    row: Ints, price: Floats, slots: Slots, terms: Terms, used: Ints, total: int
) -> tuple[int, int]:
    """Give the day to change and the slot to change to.

    Without a slot: a day that must change and cannot; without a day: nothing must.
    """
    best, on, to = np.inf, -1, -1
    for day in range(row.shape[0]):
        slot = row[day]
        if slot < 0 or used[slots.kinds[slot]] <= terms.most_of_kind[slots.kinds[slot]]:
            continue
        if to < 0:
            on = day
        for other in range(slots.kinds.shape[0]):
            regret = price[day, other] - price[day, slot]
            if regret < best and _fits(row, day, other, slots, terms, used, total):
                best, on, to = regret, day, other
    return on, to


@compiled
def _fits(
    row: Ints, day: int, other: int, slots: Slots, terms: Terms, used: Ints, total: int
) -> bool:
    """Say whether another slot may stand on a day, given its neighbours and what is left."""
    kind, follows = slots.kinds[other], slots.follows
    if used[kind] >= terms.most_of_kind[kind]:
        return False
    then = total + slots.minutes[other] - slots.minutes[row[day]]
    if then < terms.window[0] or then > terms.window[1]:
        return False
    beside = terms.edges.slots
    before = row[day - 1] if day > 0 else beside[0]
    after = row[day + 1] if day + 1 < row.shape[0] else beside[1]
    if before >= 0 and not follows[before, other]:
        return False
    return not (after >= 0 and not follows[other, after])
