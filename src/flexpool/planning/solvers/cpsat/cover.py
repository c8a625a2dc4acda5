"""Cover in the model: bounds on how many fill a slot, and what is short or over."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import Limit
from flexpool.planning.problem.tables import NO_MAXIMUM
from flexpool.planning.solvers.cpsat.limits import bound_sum
from flexpool.planning.solvers.cpsat.variables import Sum, Variables


def _staffed(variables: Variables, day: int, slot: int) -> tuple[Sum, int]:
    found = [days[day][slot] for days in variables.slots_on if slot in days[day]]
    return sum(found), len(found)


def add_cover(variables: Variables) -> None:
    """Write minimum, maximum and optimum of every day and slot that is asked for."""
    tables = variables.problem.tables
    for day, slot in np.argwhere(tables.asked).tolist():
        total, most = _staffed(variables, day, slot)
        weight = int(tables.minimum_weight[day, slot])
        least = int(tables.minimum[day, slot])
        if least:
            limit = Limit(minimum=least, under_weight=None if weight < 0 else weight)
            bound_sum(variables, total, limit, most)
        if tables.maximum[day, slot] < NO_MAXIMUM:
            limit = Limit(maximum=int(tables.maximum[day, slot]))
            bound_sum(variables, total, limit, most)
        _optimum(variables, day, slot, total, most)


def _optimum(variables: Variables, day: int, slot: int, total: Sum, most: int) -> None:
    tables = variables.problem.tables
    wanted = int(tables.optimum[day, slot])
    under, over = int(tables.under_weight[day, slot]), int(tables.over_weight[day, slot])
    if not under and not over:
        return
    model = variables.model
    short = model.new_int_var(0, wanted, "")
    surplus = model.new_int_var(0, max(0, most - wanted), "")
    model.add(total + short - surplus == wanted)
    variables.price(under, short)
    variables.price(over, surplus)
