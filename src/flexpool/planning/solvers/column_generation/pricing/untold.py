"""Long maxima of days on one kind, which the tables leave out and the price takes in afterwards.

Telling 28 days on a kind apart takes 29 states, for runs that hardly ever come up. Without them a
roster seems cheaper than it is at most, so the bound stays true; its real price is put right here.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from flexpool.planning.problem import Contract, Limit, Problem
from flexpool.planning.solvers.column_generation.pricing.runs import Cells, Floats, Ints

LONGEST_TOLD = 9


def told_part(limit: Limit | None) -> Limit | None:
    """Give the limit as the tables know it."""
    return replace(limit, maximum=None) if limit and _is_long(limit) else limit


def untold_price(problem: Problem, contract: Contract, workers: Ints, cells: Cells) -> Floats:
    """Give, per roster, the price of days beyond the maxima that the tables leave out."""
    price = np.zeros(len(cells))
    for kind_id, limit in contract.kind_run.items():
        if not _is_long(limit):
            continue
        slots = problem.tables.slot_kind == problem.tables.kind_number[kind_id]
        run = np.array([_before(problem, int(worker), kind_id) for worker in workers])
        for day in range(cells.shape[1]):
            works = (cells[:, day] >= 0) & slots[np.maximum(cells[:, day], 0)]
            run = np.where(works, run + 1, 0)
            price += (run > (limit.maximum or 0)) * (limit.over_weight or 0)
    return price


def _is_long(limit: Limit) -> bool:
    return limit.over_weight is not None and (limit.maximum or 0) > LONGEST_TOLD


def _before(problem: Problem, worker: int, kind: str) -> int:
    history = problem.workers[worker].history
    return history.kind_run if history and history.kind == kind else 0
