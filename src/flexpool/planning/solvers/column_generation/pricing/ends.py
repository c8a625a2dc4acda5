"""What it costs to end with so many weekends and so much work: the last table of the program."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.pricing.beyond import Beyond, shortened
from flexpool.planning.solvers.column_generation.pricing.runs import (
    Floats,
    Ints,
    Unit,
    most_units_of,
    outside,
    totals_of,
)

WEEKENDS, UNITS = 1, 2


def ends_of(problem: Problem, rows: Ints, unit: Unit, longest: int) -> tuple[Floats, Beyond]:
    """Give 1 × weekends × units × worker: the price of ending so, and what is beyond the table.

    Parameters
    ----------
    problem, rows
        What to plan, and the workers.
    unit, longest
        In what work is counted, and units of the longest kind. Only where each kind is one unit
        the table may end before what can be worked.
    """
    most_weekends = _most_weekends(problem, rows)
    most_units = _most_units(problem, rows, unit, longest)
    end = np.zeros((1, most_weekends + 1, most_units + 1, len(rows)))
    for number, row in enumerate(rows):
        contract, history = problem.workers[row].contract, problem.workers[row].history
        for limit, before, size in totals_of(problem.workers[row], unit):
            amounts = np.arange(most_units + 1) * size + before
            end[..., number] += outside(limit, amounts)
        if contract.weekends:
            weekends = np.arange(most_weekends + 1) + (history.weekends if history else 0)
            end[..., number] += outside(contract.weekends, weekends)[:, None]
    further_weekends = further_units = None
    if most_weekends == len(problem.tables.weekends):
        end, further_weekends = shortened(end, WEEKENDS)
    if longest == 1 and most_units >= problem.days:
        end, further_units = shortened(end, UNITS)
    return end, Beyond(further_weekends, further_units)


def _most_weekends(problem: Problem, rows: Ints) -> int:
    """Give the most weekends that these workers, who have the same limit, may work."""
    most: int = len(problem.tables.weekends)
    limit = problem.workers[rows[0]].contract.weekends
    if limit and limit.maximum is not None and limit.over_weight is None:
        most = min(most, limit.maximum)
    return most


def _most_units(problem: Problem, rows: Ints, unit: Unit, longest: int) -> int:
    """Give the highest total that any of these workers may reach."""
    free = problem.days * longest
    return max(0, max(most_units_of(problem.workers[row], unit, free) for row in rows))
