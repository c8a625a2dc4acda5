"""Columns without what is known to break the law: the cheapest row that holds no such pattern.

A row without the pattern misses one of its shifts, or works on a day that must be free for it. So
the worker is priced again for each of these, and again where the cheapest of the rows that come of
it holds another pattern: branching on conflicts (Sharon, Stern, Felner, Sturtevant 2015). What was
not branched on yet holds no row cheaper than its own, so the bound stays a true one.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.column_generation.law.lawyer import Lawyer
from flexpool.planning.solvers.column_generation.law.patterns import Clash
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Columns,
    Duals,
    Found,
    Part,
    price_rows,
)
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.window import Cells

MOST_BRANCHED = 6
"""Rows of a worker that are branched on in one round of pricing."""
MUST = 1e7
"""What is paid for work on a day on which there must be some: above all that it may cost."""


class _Branch(NamedTuple):
    """Whose row, what it costs more, day × slot, and on which days there must be work."""

    worker: int
    more: Floats
    forced: tuple[int, ...]


class _Row(NamedTuple):
    """The cheapest row of a branch, and a known pattern that it holds.

    Its price at the duals, and `least`, that without what the tables leave out: nothing in the
    branch is below it. The number tells rows of one price apart.
    """

    least: float
    number: int
    price: float
    cells: Cells
    clash: Clash | None
    branch: _Branch


class LawfulColumns(Columns):
    """Prices all workers of a problem, within what the law is known to allow.

    Parameters
    ----------
    problem, lawyer
        What to plan, and who knows the law.
    tracks
        Whether rosters keep the tightest maximum of their worker exactly.
    """

    def __init__(self, problem: Problem, lawyer: Lawyer, tracks: bool = True) -> None:
        super().__init__(problem, tracks)
        self._lawyer, self._number = lawyer, count()
        times = lawyer.times_of_slot[:-1]
        self._alike = times[:, None] == times[None]

    def rough(self) -> LawfulColumns:
        """Give the same without the maximum."""
        return LawfulColumns(self.problem, self._lawyer, tracks=False)

    def allows(self, workers: Ints, cells: Cells) -> npt.NDArray[np.bool_]:
        """Tell which rosters the law allows, and learn from those that it does not."""
        rows = zip(workers.tolist(), cells, strict=True)
        return np.array([self._lawyer.allows(worker, row) for worker, row in rows], dtype=np.bool_)

    def price(self, duals: Duals, most: int, only: Part | None = None) -> Found:
        """Find up to `most` cheapest rosters of each worker, or more, without a known pattern."""
        found = super().price(duals, most, only)
        queues: dict[int, list[_Row]] = {}
        kept: list[_Row] = []
        nothing = np.zeros((self.problem.days, len(self._alike)))
        for worker, cells, price in zip(found.workers, found.cells, found.prices, strict=True):
            branch = _Branch(int(worker), nothing, ())
            row = self._row(branch, cells, float(found.least[worker]), float(price))
            if branch.worker not in queues:  # its cheapest row: all that there is branches off it
                queues[branch.worker] = [row]
            elif row.clash is None:
                kept.append(row)
        doubt = found.doubt + self._settle(queues, duals, only)
        least = found.least.copy()
        for worker, queue in queues.items():
            least[worker] = queue[0].least if queue else least[worker]
            kept += [row for row in queue if row.clash is None]
        return Found(
            np.array([row.branch.worker for row in kept], dtype=np.int64),
            np.array([row.cells for row in kept], np.int32).reshape(-1, self.problem.days),
            np.array([row.price for row in kept], dtype=np.float64),
            least,
            doubt,
        )

    def _row(self, branch: _Branch, cells: Cells, least: float, price: float) -> _Row:
        clash = self._lawyer.seen(branch.worker, cells)
        return _Row(least, next(self._number), price, cells, clash, branch)

    def _settle(self, queues: dict[int, list[_Row]], duals: Duals, only: Part | None) -> float:
        """Branch until the cheapest row of each worker holds no pattern, or too often.

        Gives what rounding may have added.
        """
        doubt = 0.0
        for _ in range(MOST_BRANCHED):
            heads = [heappop(one) for one in queues.values() if one and one[0].clash]
            branches = [branch for row in heads for branch in self._branches(row, only)]
            for pricing in self.pricings if branches else ():
                part = only.of(pricing) if only else pricing
                if part is not None:
                    doubt += self._price_all(pricing, part, branches, duals, queues)
            if not branches:
                break
        return doubt

    def _branches(self, row: _Row, only: Part | None) -> Iterator[_Branch]:
        """Give what every row without the pattern is in: one shift missing, or a day not free."""
        worker, more, forced = row.branch
        worked, free = row.clash or ((), ())
        is_open = np.ones(len(more), dtype=bool)
        if only is not None and only.cells is not None and only.open_days is not None:
            is_open = only.open_days
        for day in worked:
            if is_open[day]:
                less = more.copy()
                less[day, self._alike[row.cells[day]]] = np.inf
                yield _Branch(worker, less, forced)
        for day in free:
            if is_open[day]:
                less = more.copy()
                less[day] -= MUST
                yield _Branch(worker, less, (*forced, day))

    def _price_all(
        self,
        pricing: Pricing,
        part: Pricing,
        branches: list[_Branch],
        duals: Duals,
        queues: dict[int, list[_Row]],
    ) -> float:
        """Put the cheapest row of each branch into the queue of its worker, where there is one."""
        place = {int(worker): row for row, worker in enumerate(part.group.workers)}
        mine = [one for one in branches if one.worker in place]
        if not mine:
            return 0.0
        chosen = part.of(np.array([place[one.worker] for one in mine]))
        rows = price_rows(chosen, duals, 1, np.array([one.more for one in mine]))
        untold = self.untold(pricing, chosen.group.workers[rows.at], rows.cells)
        for at, cells, least, further in zip(*rows[:3], untold, strict=True):
            branch = mine[at]
            if all(cells[day] != OFF for day in branch.forced):
                cost = float(least) + MUST * len(branch.forced)
                row = self._row(branch, cells, cost, cost + float(further))
                heappush(queues[branch.worker], row)
        return rows.doubt


def columns_of(problem: Problem) -> Columns:
    """Give what prices the workers of a problem: within the law where it asks for that."""
    return LawfulColumns(problem, Lawyer(problem)) if problem.lawful else Columns(problem)
