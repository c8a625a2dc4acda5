"""The prices of runs of days and of totals, and which maximum is kept exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd, inf
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import History, Limit, Problem, Worker

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.int32]
"""Rosters: a slot a day, -1 for a day off."""

MOST_TRACKED = 8
LARGEST_SHARE = 3


@dataclass(frozen=True)
class Run:
    """The price of a run of days, by its length 1 … `cap`; the last stands for all longer ones.

    Parameters
    ----------
    ending
        Price of ending a run of each length: what is short of the minimum; infinite when hard.
    each_day
        Price of the day that brings a run to each length: what exceeds the maximum.
    loops
        Whether a run of length `cap` may go on.
    """

    ending: Floats
    each_day: Floats
    loops: bool

    @property
    def cap(self) -> int:
        """The longest length told apart."""
        return len(self.ending)

    def only(self, chosen: Ints) -> Run:
        """Give the prices of some workers, where they are length × worker."""
        return Run(self.ending[:, chosen], self.each_day[:, chosen], self.loops)


def side_by_side(runs: Sequence[Run]) -> Run:
    """Put the runs of several workers, that all loop or all do not, in one length × worker table.

    A longer table changes nothing: lengths that loop cost what the last one does, and where runs
    end at a maximum no longer one can be reached.
    """
    cap, loops = max(run.cap for run in runs), runs[0].loops
    ending = np.zeros((cap, len(runs)))
    each_day = np.zeros((cap, len(runs)))
    for number, run in enumerate(runs):
        ending[: run.cap, number], each_day[: run.cap, number] = run.ending, run.each_day
        ending[run.cap :, number] = run.ending[-1] if loops else 0.0
        each_day[run.cap :, number] = run.each_day[-1] if loops else inf
    return Run(ending, each_day, loops)


def run_of(limit: Limit | None, at_least: int = 1) -> Run:
    """Turn a limit on days in a row into the prices of a run."""
    low = (limit and limit.minimum) or 0
    high = limit.maximum if limit else None
    is_hard = limit is not None and limit.over_weight is None
    cap = max(at_least, low, 1)
    if high is not None:
        cap = max(high, 1) if is_hard else max(cap, high + 1)
    lengths = np.arange(1, cap + 1)
    short = np.maximum(0, low - lengths)
    weight = inf if limit is None or limit.under_weight is None else limit.under_weight
    ending = np.where(short > 0, np.where(short > 0, short, 1) * weight, 0.0)
    each_day = np.zeros(cap)
    if limit and high is not None and limit.over_weight is not None:
        each_day[lengths > high] = limit.over_weight
    return Run(ending, each_day, loops=high is None or not is_hard)


def outside(limit: Limit, amounts: Ints) -> Floats:
    """Give the price of each amount."""
    price = np.zeros(len(amounts))
    for outside, weight in (
        (np.array([limit.short(int(amount)) for amount in amounts]), limit.under_weight),
        (np.array([limit.excess(int(amount)) for amount in amounts]), limit.over_weight),
    ):
        price[outside > 0] += inf if weight is None else weight * outside[outside > 0]
    return price


class Unit(NamedTuple):
    """In what the tables count work.

    Parameters
    ----------
    minutes
        Of one unit of working time; 0 when assignments are counted.
    is_assignment
        Whether an assignment is one unit: not where kinds of unequal length are counted.
    """

    minutes: int
    is_assignment: bool = True


def unit_of(problem: Problem) -> Unit:
    """Give the largest unit in which all work of a problem can be counted."""
    contracts = [worker.contract for worker in problem.workers]
    if not any(contract.minutes or contract.balance for contract in contracts):
        return Unit(0)
    lengths = {int(length) for length in problem.tables.slot_minutes}
    return Unit(gcd(*lengths), len(lengths) == 1)


def totals_of(worker: Worker, unit: Unit) -> list[tuple[Limit, int, int]]:
    """Give the limits on a worker's total: each with the amount before and that of one unit."""
    contract, history = worker.contract, worker.history or History()
    found = [
        (contract.minutes, history.minutes, unit.minutes),
        (contract.balance, history.balance - contract.owed_minutes, unit.minutes),
    ]
    if unit.is_assignment:
        found.append((contract.assignments, history.assignments, 1))
    return [(limit, before, size) for limit, before, size in found if limit]


def most_units_of(worker: Worker, unit: Unit, free: int) -> int:
    """Give the highest total that a worker may reach, `free` where nothing bounds it."""
    hard = [
        (limit.maximum - before) // size
        for limit, before, size in totals_of(worker, unit)
        if limit.maximum is not None and limit.over_weight is None
    ]
    return min([free, *hard])


def cap_of(limit: Limit) -> Limit | None:
    """Give what of a limit on shifts of a kind is a maximum that holds; None when nothing is."""
    if limit.maximum is None or limit.over_weight is not None:
        return None
    return Limit(maximum=limit.maximum)


def tracked_kind(problem: Problem, row: int) -> tuple[int, int]:
    """Give the kind whose maximum binds a worker most, and that maximum; (-1, 0) when none does.

    One maximum is kept exactly; the others are priced by the master.
    """
    caps = [
        (cap.maximum, problem.tables.kind_number[kind])
        for kind, limit in problem.workers[row].contract.per_kind.items()
        if (cap := cap_of(limit)) and cap.maximum is not None and 0 < cap.maximum <= MOST_TRACKED
    ]
    if not caps:
        return -1, 0
    most, kind = min(caps)
    return (kind, most) if most < problem.days // LARGEST_SHARE else (-1, 0)
