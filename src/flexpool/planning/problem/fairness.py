"""Everybody's share of evening, night and weekend work, by contract hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flexpool.planning.problem.contract import Limit
from flexpool.planning.problem.problem import Problem


def share_fairly(
    problem: Problem, contract_minutes: Mapping[str, int], slack: int, weight: int | None
) -> Problem:
    """Give the problem in which nobody carries much more than a share of the unsocial work.

    All unsocial minutes, those asked for in the horizon and those worked in the period before it,
    are divided by contract minutes. A share is fixed before planning, so it is the same in every
    part of the problem, and can be told to the worker.

    Parameters
    ----------
    problem
        What is planned; histories hold the unsocial minutes of the period before.
    contract_minutes
        Contract minutes per worker id; who is not named, such as somebody on call, has no share.
    slack
        Minutes above the share that are free.
    weight
        Price of each minute above that; None when it may not be.
    """
    sharing = [worker for worker in problem.workers if contract_minutes.get(worker.id)]
    hours = sum(contract_minutes[worker.id] for worker in sharing)
    total = _asked(problem) + sum(
        worker.history.unsocial_minutes for worker in sharing if worker.history
    )
    shares = {one.id: total * contract_minutes[one.id] // hours + slack for one in sharing}
    limits = {who: Limit(maximum=share, over_weight=weight) for who, share in shares.items()}
    workers = (replace(one, unsocial=limits.get(one.id, one.unsocial)) for one in problem.workers)
    return replace(problem, workers=tuple(workers))


def _asked(problem: Problem) -> int:
    """Give the unsocial minutes that are asked for in the horizon."""
    tables = problem.tables
    return sum(
        int(tables.unsocial[demand.day, tables.kind_number[demand.kind]])
        * max(demand.minimum, demand.optimum)
        for demand in problem.demands
    )
