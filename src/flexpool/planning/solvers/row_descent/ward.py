"""A problem as arrays for rows, and whether rows can be planned this way at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import Contract, Limit, Problem
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


@dataclass(frozen=True)
class Ward:
    """Everything that planning rows needs.

    Parameters
    ----------
    alone
        Worker × day × slot: the price beside that of a day off, infinite where not allowed.
    off_price
        What everybody's days off would cost together.
    slots, terms
        What holds for everybody, and for each.
    scale
        What one place is worth, about.
    """

    alone: Floats
    off_price: int
    slots: Slots
    terms: tuple[Terms, ...]
    scale: float

    @property
    def room(self) -> tuple[int, int, int]:
        """Days and the eve of the first, states and weekends of the largest program."""
        types = len(self.slots.type_follows)
        limits = np.array([one.limits for one in self.terms])
        states = limits[:, MOST_WORK] * types + limits[:, LEAST_OFF]
        return (
            len(self.slots.weekend) + 1,
            int(states.max()),
            int(limits[:, MOST_WEEKENDS].max()) + 1,
        )


def suits(problem: Problem) -> bool:
    """Say whether every limit holds hard and nothing came before the first day."""
    return not problem.tables.cover_must_hold and all(
        worker.history is None and not _soft(worker.contract) for worker in problem.workers
    )


def _soft(contract: Contract) -> bool:
    """Say whether a limit has a price, or is one that a row cannot be held to."""
    minima = [contract.weekends, contract.weekend_days, *contract.per_kind.values()]
    limits = [contract.minutes, contract.work_run, contract.off_run, *minima]
    return (
        any(one and _priced(one) for one in limits)
        or any(one and one.minimum for one in minima)
        or bool(contract.off_run and contract.off_run.maximum is not None)
    )


def _priced(limit: Limit) -> bool:
    return (limit.minimum is not None and limit.under_weight is not None) or (
        limit.maximum is not None and limit.over_weight is not None
    )


def ward_of(problem: Problem) -> Ward:
    """Turn a problem that suits into arrays."""
    tables = problem.tables
    alone = (tables.cost - tables.off_cost[:, :, None]).astype(np.float64)
    alone[~tables.allowed] = np.inf
    follows = tables.may_follow[np.ix_(tables.slot_kind, tables.slot_kind)]
    types, type_follows = _types(follows)
    weight = tables.under_weight[tables.under_weight > 0]
    order = np.argsort(type_follows.sum(axis=0))
    slots = Slots(
        minutes=tables.slot_minutes,
        types=types,
        kinds=tables.slot_kind,
        type_follows=type_follows,
        follows=follows,
        order=order,
        bases=_bases(type_follows, order),
        weekend=_weekend_days(problem),
    )
    return Ward(
        alone=alone,
        off_price=int(tables.off_cost.sum()),
        slots=slots,
        terms=tuple(_terms(one.contract, problem, len(type_follows)) for one in problem.workers),
        scale=float(np.median(weight)) if len(weight) else 1.0,
    )


def _terms(contract: Contract, problem: Problem, types: int) -> Terms:
    """Give what holds for a worker, with nothing before the first day and after the last."""
    limits, window = _limits(contract, problem), _window(contract)
    most = [_most(contract.per_kind.get(kind.id), problem.days) for kind in problem.kinds]
    states = limits[MOST_WORK] * types + limits[LEAST_OFF]
    nothing = np.array([-1, -1]), np.array([0, 0])
    edges = Edges(states - 1, np.zeros(states), *nothing)
    return Terms(np.array(limits), np.array(window), np.array(most, dtype=np.int64), edges)


def _types(follows: Bools) -> tuple[Ints, Bools]:
    """Give the type of each slot, and which type may follow which."""
    both = np.concatenate([follows, follows.T], axis=1)
    _, first, types = np.unique(both, axis=0, return_index=True, return_inverse=True)
    return types.reshape(-1).astype(np.int64), follows[np.ix_(first, first)]


def _bases(follows: Bools, order: Ints) -> Ints:
    found = np.full(len(order), -1, dtype=np.int64)
    for place, then in enumerate(order):
        for one in order[:place]:
            if not (follows[:, one] & ~follows[:, then]).any():
                found[then] = one
    return found


def _weekend_days(problem: Problem) -> Ints:
    found = np.zeros(problem.days, dtype=np.int64)
    for weekend in problem.tables.weekends:
        found[weekend[0]] = BEGINS_WEEKEND
        found[list(weekend[1:])] = ENDS_WEEKEND
    return found


def _limits(contract: Contract, problem: Problem) -> list[int]:
    found = [0, 0, 0, 0]
    found[LEAST_WORK] = max(1, (contract.work_run and contract.work_run.minimum) or 1)
    found[MOST_WORK] = _most(contract.work_run, problem.days)
    found[LEAST_OFF] = max(1, (contract.off_run and contract.off_run.minimum) or 1)
    found[MOST_WEEKENDS] = _most(contract.weekends, len(problem.tables.weekends))
    return found


def _most(limit: Limit | None, otherwise: int) -> int:
    return min(otherwise, limit.maximum) if limit and limit.maximum is not None else otherwise


def _window(contract: Contract) -> list[int]:
    limit = contract.minutes or Limit()
    most = np.iinfo(np.int64).max if limit.maximum is None else limit.maximum
    return [limit.minimum or 0, int(most)]
