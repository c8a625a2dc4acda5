"""Branching on what a row clashes with: the cheapest row of each worker that clashes no more.

A row that does not clash goes one of the ways out. So the worker is priced again for each of these,
and again where the cheapest of the rows that come of it clashes (branching on conflicts; Sharon,
Stern, Felner, Sturtevant 2015). What goes none of the ways costs as much as the clash at least.
What was not branched on yet holds no row cheaper than its own, so the bound stays a true one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.column_generation.beside.clash import Bools, Clash, Way
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats
from flexpool.planning.solvers.column_generation.pricing.columns import Found
from flexpool.planning.solvers.column_generation.pricing.runs import Cells

MUST = 1e7
"""What is paid for work on a day on which there must be some: above all that it may cost."""
CLOSE = 1e-6
"""As a price; less is rounding."""


class Branch(NamedTuple):
    """Whose row, the prices of one's own, what work costs more, and where there must be some."""

    worker: int
    own: Floats
    more: Floats  # day × slot
    forced: tuple[int, ...] = ()

    @property
    def paid(self) -> float:
        """What was paid for work where there must be some."""
        return MUST * len(self.forced)

    def is_kept(self, cells: Cells) -> bool:
        """Whether there is work wherever there must be some."""
        return all(cells[day] != OFF for day in self.forced)

    def by(self, ways: Iterable[Way], is_open: Bools) -> Iterator[Branch]:
        """Give a branch for each way that the open days leave."""
        return (self.going([way]) for way in ways if is_open[way.days].all())

    def going(self, ways: Iterable[Way]) -> Branch:
        """Give the branch that goes all these ways."""
        more, forced = self.more.copy(), self.forced
        for way in ways:
            for day, slots in way.barred:
                more[day, slots] = np.inf
                more[day] -= MUST * way.must
            forced += tuple(way.days) * way.must
        return self._replace(more=more, forced=forced)


class Row(NamedTuple):
    """The cheapest row of a branch, with what it clashes with.

    `least` is its price at the duals without its clashes, which nothing in the branch is below, and
    `price` that with all that it costs; infinite where it breaks something. By total, what it costs
    more than at prices of one's own. The number tells rows of one price apart. Its clashes are
    looked for when it is branched on: None before that.
    """

    least: float
    number: int
    price: float
    cells: Cells
    by_total: Floats
    branch: Branch
    clashes: tuple[Clash, ...] | None = None


class Tree:
    """The branches of all workers that are open, cheapest first, and the rows that were found.

    Parameters
    ----------
    is_open
        Marks the days that are planned.
    clashes_of
        Tells why a row costs more than the tables say.
    """

    def __init__(self, is_open: Bools, clashes_of: Callable[[Row], tuple[Clash, ...]]) -> None:
        self._is_open, self._clashes_of = is_open, clashes_of
        self._queues: dict[int, list[Row]] = {}
        self._floor: dict[int, float] = {}
        self._best: dict[int, float] = {}
        self._kept: list[tuple[int, Cells, float]] = []
        self._number = count()
        self.doubt = 0.0

    def row(
        self, least: float, price: float, cells: Cells, by_total: Floats, branch: Branch
    ) -> Row:
        """Give the cheapest row of a branch."""
        clashes = () if price <= least + CLOSE else None
        return Row(least, next(self._number), price, cells, by_total, branch, clashes)

    def best(self, worker: int) -> float:
        """Give the price of the cheapest row found; infinite when there is none."""
        return self._best.get(worker, np.inf)

    def floor(self, worker: int) -> float:
        """Give what no row of a worker was below before branching."""
        return self._floor.get(worker, -np.inf)

    def keep(self, worker: int, cells: Cells, price: float) -> None:
        """Keep a row that may be of use."""
        if np.isfinite(price):
            self._kept.append((worker, cells, price))
            self._best[worker] = min(price, self.best(worker))

    def note(self, row: Row) -> bool:
        """Take in the cheapest row of all of a worker, at some prices of one's own.

        Where it seems dearest the worker is branched on; tells whether it does so far.
        """
        worker = row.branch.worker
        if row.least <= self.floor(worker):
            return False
        self._queues[worker], self._floor[worker] = [row], row.least
        return True

    def add(self, row: Row) -> None:
        """Add the cheapest row of a branch."""
        heappush(self._queues[row.branch.worker], row)
        self.keep(row.branch.worker, row.cells, row.price)

    def wanting(self) -> list[Row]:
        """Give the cheapest rows of those of whom none was found that breaks nothing."""
        return [
            queue[0] for worker, queue in self._queues.items() if queue and worker not in self._best
        ]

    def expand(self) -> list[Branch]:
        """Give the branches of each worker's cheapest row, where that clashes with something."""
        return [
            branch for worker, queue in self._queues.items() for branch in self._of(worker, queue)
        ]

    def _of(self, worker: int, queue: list[Row]) -> list[Branch]:
        """Give the branches of a worker: of the first clash that has any."""
        enough, found = self.best(worker) - CLOSE, list[Branch]()
        while not found and queue and queue[0].least < enough:
            clashes = queue[0].clashes
            if clashes is None:
                clashes = self._clashes_of(queue[0])
            if not clashes:
                break
            row, (clash, *others) = heappop(queue), clashes
            if np.isfinite(clash.cost):
                held = row.least + clash.cost
                heappush(queue, row._replace(least=held, clashes=tuple(others)))
            found = list(row.branch.by(clash.ways(), self._is_open))
        return found

    def found(self, workers: int) -> Found:
        """Give the rows, and what no row of each of so many workers is below."""
        least = np.full(workers, np.inf)
        for worker, queue in self._queues.items():
            least[worker] = queue[0].least if queue else self._floor[worker]
        days = len(self._is_open)
        return Found(
            np.array([worker for worker, _, _ in self._kept], dtype=np.int64),
            np.array([cells for _, cells, _ in self._kept], np.int32).reshape(-1, days),
            np.array([price for _, _, price in self._kept], dtype=np.float64),
            least,
            self.doubt,
        )
