"""What one worker's roster may look like, as states and steps for the dynamic program.

A state is either work, as (memory of the last kind, days on that kind, days at work), or off, as
days off in a row. Counted besides are units of working time, weekends and shifts of one kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

import numpy as np

from flexpool.planning.problem import Limit, Problem
from flexpool.planning.solvers.column_generation.pricing.beyond import Beyond
from flexpool.planning.solvers.column_generation.pricing.classes import Classes, classes_of
from flexpool.planning.solvers.column_generation.pricing.ends import ends_of
from flexpool.planning.solvers.column_generation.pricing.runs import (
    Floats,
    Ints,
    Run,
    Unit,
    run_of,
    side_by_side,
    tracked_kind,
    unit_of,
)

__all__ = ["Floats", "Group", "Ints", "groups_of"]


@dataclass(frozen=True)
class Group:
    """Workers whose rosters have the same states, with what the dynamic program needs of them.

    Parameters
    ----------
    workers
        Rows of the problem.
    classes
        What there is to work, and what a state remembers of it.
    units
        Units of working time that each class counts for.
    work, off
        Days in a row at work, and off; prices are length × worker.
    half_weekend
        Price of working one day of a weekend; 0 when it is free.
    tracked, most_tracked
        The class whose shifts are counted, -1 for none, and the most that is allowed of them.
    most_units, most_weekends
        Highest counts worth telling apart.
    beyond
        What each further one of these costs, where there may be more.
    end
        tracked × weekends × units × worker: price of ending with these totals; infinite when
        not allowed.
    knows_history
        Whether it is known what they did before the horizon.
    """

    workers: Ints
    classes: Classes
    units: tuple[int, ...]
    work: Run
    off: Run
    half_weekend: float
    tracked: int
    most_tracked: int
    most_units: int
    most_weekends: int
    beyond: Beyond
    end: Floats
    knows_history: bool

    def only(self, chosen: Ints) -> Group:
        """Give the group of some of its workers."""
        return replace(
            self,
            workers=self.workers[chosen],
            work=self.work.only(chosen),
            off=self.off.only(chosen),
            beyond=self.beyond.only(chosen),
            end=self.end[..., chosen],
        )


def groups_of(problem: Problem, tracks: bool = True) -> list[Group]:
    """Divide the workers into groups whose states are the same.

    Parameters
    ----------
    problem
        What to plan.
    tracks
        Whether to keep the tightest maximum of each worker exactly; without it the tables are
        smaller, and rosters may exceed it.
    """
    found: dict[object, list[int]] = {}
    for row in range(len(problem.workers)):
        tracked = tracked_kind(problem, row) if tracks else None
        found.setdefault((_states(problem, row), tracked), []).append(row)
    unit = unit_of(problem)
    return [_group(problem, np.array(rows), unit, tracks) for rows in found.values()]


def _states(problem: Problem, row: int) -> str:
    """Give what the states of a worker depend on: equal texts, equal states."""
    worker = problem.workers[row]
    contract, limit = worker.contract, worker.contract.weekends
    return repr(
        (
            run_of(contract.work_run).loops,
            run_of(contract.off_run).loops,
            sorted(contract.kind_run.items(), key=lambda item: item[0]),
            contract.weekend_days,
            limit and (limit.maximum, limit.over_weight is None),
            worker.history is None,
        )
    )


def _group(problem: Problem, rows: Ints, unit: Unit, tracks: bool) -> Group:
    tables = problem.tables
    contracts = [problem.workers[row].contract for row in rows]
    first = problem.workers[rows[0]]
    tracked, most_tracked = tracked_kind(problem, int(rows[0])) if tracks else (-1, 0)
    classes = classes_of(problem, first.contract, tracked)
    heads = [int(members[0]) for members in classes.slots]
    minutes = [int(tables.slot_minutes[head]) for head in heads]
    units = tuple(length // unit.minutes if unit.minutes else 1 for length in minutes)
    end, beyond = ends_of(problem, rows, unit, max(units))
    kinds = [int(tables.slot_kind[head]) for head in heads]
    return Group(
        workers=rows,
        classes=classes,
        units=units,
        work=side_by_side([run_of(contract.work_run, at_least=2) for contract in contracts]),
        off=side_by_side([run_of(contract.off_run) for contract in contracts]),
        half_weekend=_half_weekend(first.contract.weekend_days),
        tracked=kinds.index(tracked) if tracked >= 0 else -1,
        most_tracked=most_tracked,
        most_units=end.shape[2] - 1,
        most_weekends=end.shape[1] - 1,
        beyond=beyond,
        end=np.repeat(end, most_tracked + 1, axis=0),
        knows_history=first.history is not None,
    )


def _half_weekend(limit: Limit | None) -> float:
    if limit is None or not limit.short(1):
        return 0.0
    return inf if limit.under_weight is None else float(limit.under_weight)
