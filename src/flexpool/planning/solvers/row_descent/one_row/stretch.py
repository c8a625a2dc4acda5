"""Some days in a row of a worker's row, planned anew while all others stay as they are.

Over half a year or more a whole row takes long to plan, and most of it comes out as it was. What
holds for the days in between is what the contract leaves: totals, weekends, and the runs at both
edges.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.row_descent.terms import (
    BEGINS_WEEKEND,
    ENDS_WEEKEND,
    LEAST_OFF,
    LEAST_WORK,
    MOST_WEEKENDS,
    MOST_WORK,
    Bools,
    Edges,
    Floats,
    Ints,
    Slots,
    Terms,
)

LONG = 2**30
"""Of a run that touches the first or the last day, which is held to no minimum."""


def slots_within(slots: Slots, days: slice) -> Slots:
    """Give what holds for everybody on some days."""
    return slots._replace(weekend=slots.weekend[days])


def terms_within(terms: Terms, slots: Slots, row: Ints, days: slice) -> Terms:
    """Give what is left for the days of a stretch.

    Parameters
    ----------
    terms, slots
        What holds for the worker and for everybody.
    row
        The whole row, a slot per day.
    days
        The stretch; it splits no weekend.
    """
    outside = row.copy()
    outside[days] = OFF
    worked, weekend = outside[outside != OFF], slots.weekend
    limits = terms.limits.copy()
    left = limits[MOST_WEEKENDS] - weekends_of(outside != OFF, weekend)
    begun = int((weekend[days] == BEGINS_WEEKEND).sum())
    limits[MOST_WEEKENDS] = max(0, min(left, begun))
    used = np.bincount(slots.kinds[worked], minlength=len(terms.most_of_kind))
    return Terms(
        limits,
        terms.window - slots.minutes[worked].sum(),
        np.maximum(0, terms.most_of_kind - used),
        _edges(terms, slots, row, days),
    )


def weekends_of(works: Bools, weekend: Ints) -> int:
    """Count the weekends with work."""
    begun = works & (weekend == BEGINS_WEEKEND)
    ended = works & (weekend == ENDS_WEEKEND)
    return int(begun.sum() + (ended[1:] & ~begun[:-1]).sum())


def _edges(terms: Terms, slots: Slots, row: Ints, days: slice) -> Edges:
    before, after = row[: days.start][::-1], row[days.stop :]
    start, tail = terms.edges.start, terms.edges.tail
    if len(before):
        start = _state(terms, slots, before)
    if len(after):
        tail = _tail(terms, slots, after)
    sides = [side if len(side) else np.array([OFF]) for side in (before, after)]
    runs = [_run(side) if side[0] != OFF else 0 for side in sides]
    return Edges(start, tail, np.array([int(side[0]) for side in sides]), np.array(runs))


def _run(side: Ints) -> int:
    """Give how many days nearest to the stretch are worked in a row, or are off."""
    other = np.flatnonzero((side != OFF) != (side[0] != OFF))
    return int(other[0]) if len(other) else len(side)


def _is_open(side: Ints) -> bool:
    return _run(side) == len(side)


def _state(terms: Terms, slots: Slots, before: Ints) -> int:
    """Give the state on the eve of the stretch."""
    types, run = len(slots.type_follows), _run(before)
    if before[0] != OFF:
        return int((run - 1) * types + slots.types[before[0]])
    least = int(terms.limits[LEAST_OFF])
    length = least if _is_open(before) else min(run, least)
    return int(terms.limits[MOST_WORK]) * types + length - 1


def _tail(terms: Terms, slots: Slots, after: Ints) -> Floats:
    """Give nothing for each state that the days after allow, and infinite for all others."""
    types, run = len(slots.type_follows), _run(after)
    least_off, most = int(terms.limits[LEAST_OFF]), int(terms.limits[MOST_WORK])
    number = np.arange(most * types)
    worked, kind = number // types + 1, number % types
    rested = np.arange(least_off) + 1
    length = LONG if _is_open(after) else run
    least_work = int(terms.limits[LEAST_WORK])
    if after[0] == OFF:
        fits = (worked >= least_work) & (length >= least_off), rested + length >= least_off
    else:
        follows = slots.type_follows[kind, slots.types[after[0]]]
        goes_on = follows & (worked + run <= most) & (worked + length >= least_work)
        fits = goes_on, (rested == least_off) & (length >= least_work)
    return np.where(np.concatenate(fits), 0.0, np.inf)
