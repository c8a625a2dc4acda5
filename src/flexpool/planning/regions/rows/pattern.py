"""What a row of classes costs by itself, and what it would with something else on one day."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.regions.rows.steps import BROKEN, Steps
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Floats, Ints


@compiled
def alternatives(row: Ints, worker: int, steps: Steps, instead: Floats) -> None:
    """Fill in, per day, the price of the row with each class there, and last with a day off.

    A row is classes per day, -1 for off; the answer is day × worker × class and off. Some days on
    the row is in the same state again, and costs from there what it does now.
    """
    group, days = steps.group[worker], row.shape[0]
    then, begins, works = steps.then[group], steps.begun[group], steps.worked[group]
    price, end, most, more = steps.price[worker], steps.end[worker], steps.most, steps.more
    states, costs, begun, worked = _along(row, worker, steps)
    for day in range(days):
        for one in range(-1, instead.shape[2] - 1):
            state, now, at = states[day], one, day
            cost, weekends, units = costs[day], begun[day], worked[day]
            while at < days and state != BROKEN and (at == day or state != states[at]):
                cost += price[at, 1 + state, 1 + now]
                weekends += begins[at, 1 + state, 1 + now]
                units += works[1 + now]
                state, at = then[1 + state, 1 + now], at + 1
                now = row[at] if at < days else 0
            if cost < np.inf and at < days:
                cost += costs[days] - costs[at]
                weekends += begun[days] - begun[at]
                units += worked[days] - worked[at]
            beyond = max(0, weekends - most[group, 0]), max(0, units - most[group, 1])
            cost += beyond[0] * more[worker, 0] if beyond[0] else 0.0
            cost += beyond[1] * more[worker, 1] if beyond[1] else 0.0
            instead[day, worker, one] = cost + end[weekends - beyond[0], units - beyond[1]]


@compiled
def _along(row: Ints, worker: int, steps: Steps) -> tuple[Ints, Floats, Ints, Ints]:
    """Give state, price, weekends and units before each day, and after the last."""
    days, group = row.shape[0], steps.group[worker]
    then, begins, works = steps.then[group], steps.begun[group], steps.worked[group]
    states, costs = np.full(days + 1, BROKEN), np.full(days + 1, np.inf)
    begun, worked = np.zeros(days + 1, dtype=np.int64), np.zeros(days + 1, dtype=np.int64)
    states[0], costs[0] = steps.start[worker], 0.0
    for day in range(days):
        place, one = 1 + states[day], 1 + row[day]
        if states[day] == BROKEN:
            break
        states[day + 1] = then[place, one]
        costs[day + 1] = costs[day] + steps.price[worker, day, place, one]
        begun[day + 1] = begun[day] + begins[day, place, one]
        worked[day + 1] = worked[day] + works[one]
    return states, costs, begun, worked
