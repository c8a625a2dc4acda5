"""Where the planning of a region stands: the rosters, what they cost, and the proven bound."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from flexpool.planning.prices.cover import NEVER, Cover, Floats, Ints
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.tables import Bools
from flexpool.planning.regions.errands import Planned
from flexpool.planning.regions.parts import Cutter, Part
from flexpool.planning.regions.prices.seen import Rosters, together
from flexpool.planning.solve.easing import eased
from flexpool.planning.solvers import column_generation
from flexpool.planning.solvers.column_generation.beside.limits import only_in_tables

PASSES = 8
"""Times that everybody may choose anew; it ends when nobody wants to."""


def priced(problem: Problem) -> Problem:
    """Give a region without what its prices do not know: what the tables of columns leave out."""
    easier = eased(problem, column_generation.IN_TABLES)
    assert easier is not None  # what cannot be left out is refused before
    return only_in_tables(easier)


class State:
    """The rosters of a region; parts come back one by one and are taken when that is cheaper.

    Parameters
    ----------
    problem
        The region.
    easier
        The region as its prices know it; the region itself when they know all of it. Parts are cut
        out of it, and mended by the `whole` region.
    """

    def __init__(self, problem: Problem, easier: Problem | None = None) -> None:
        self.problem, easier = problem, easier or problem
        self.cover = Cover(problem)
        self.whole = Cutter(problem, self.cover)
        self.cutter = self.whole if easier is problem else Cutter(easier, self.cover)
        shape = len(problem.workers), problem.days
        self.grid = np.full(shape, OFF, dtype=np.int32)
        self.prices = np.full(len(problem.workers), NEVER, dtype=np.int64)  # not planned yet
        self.known: list[Rosters | None] = [None] * len(problem.workers)
        self.settled: list[Rosters | None] = [None] * len(problem.workers)
        self.raw = np.ones(len(problem.workers), dtype=bool)  # drawn, not planned yet
        self._mixes: Floats | None = None  # of all who are raw, added up
        self.staffed = self.cover.staffed(self.grid)
        self.cover_price = int(self.cover.prices(self.staffed).sum())

    @property
    def objective(self) -> int:
        """What all rosters and the cover cost now, by the books."""
        return int(self.prices.sum()) + self.cover_price

    @property
    def is_begun(self) -> bool:
        """Whether rosters to begin with are known of everybody."""
        return None not in self.known

    @property
    def is_planned(self) -> bool:
        """Whether everybody was planned at least once."""
        return bool((self.prices < NEVER).all())

    def learn(self, rosters: Rosters, settled: bool = False) -> None:
        """Keep rosters that seem good, instead of those known before of the same sort.

        Those of the way to the bound make up the mix of a worker. Those that a zone was settled
        through are kept beside them.
        """
        kept = self.settled if settled else self.known
        if not settled:
            self._mixes = None
        order = np.argsort(rosters.rows, kind="stable")
        rows, first = np.unique(rosters.rows[order], return_index=True)
        for row, own in zip(rows.tolist(), np.split(order, first[1:]), strict=True):
            kept[row] = rosters.of(own)

    def draw(self, rng: np.random.Generator) -> None:
        """Give each worker one of the known rosters, by their shares in the mix; then, in turn, the
        best of them beside what the others have.

        Not where rosters are of an easier region: nobody knows yet what of them may be.
        """
        if self.cutter is not self.whole:
            return
        for row, own in enumerate(self.known):
            if own is not None:
                chosen = int(rng.choice(len(own.rows), p=own.weights / own.weights.sum()))
                self.grid[row], self.prices[row] = own.cells[chosen], own.costs[chosen]
        self.staffed = self.cover.staffed(self.grid)
        for _ in range(PASSES):
            if not sum(self._settle(int(row)) for row in rng.permutation(len(self.known))):
                break
        self.cover_price = int(self.cover.prices(self.staffed).sum())

    def _settle(self, row: int) -> bool:
        """Give a worker the best known roster beside the others; tell whether it changed."""
        own = self.known[row]
        if own is None:
            return False
        self.staffed -= self.cover.staffed(self.grid[[row]])
        days, slots = np.arange(self.grid.shape[1])[None], np.maximum(own.cells, 0)
        there = self.staffed[days, slots]
        more = self.cover.prices(there + 1, (days, slots)) - self.cover.prices(there, (days, slots))
        chosen = int(np.argmin(own.costs + np.where(own.cells != OFF, more, 0).sum(axis=1)))
        changed = bool((self.grid[row] != own.cells[chosen]).any())
        self.grid[row], self.prices[row] = own.cells[chosen], own.costs[chosen]
        self.staffed += self.cover.staffed(self.grid[[row]])
        return changed

    def known_of(self, part: Part) -> Rosters:
        """Give the rosters known of the workers of a part, in its rows and slots."""
        found = [kept[row] for row in part.rows for kept in (self.known, self.settled)]
        own = together([one for one in found if one is not None])
        number = {row: place for place, row in enumerate(part.rows.tolist())}
        rows = np.array([number[row] for row in own.rows.tolist()], dtype=np.int64)
        return replace(own, rows=rows, cells=part.inside(own.cells))

    def whole_of(self, rows: list[int]) -> Problem | None:
        """Give all that must hold for workers; None when every part has it already."""
        return None if self.cutter is self.whole else self.whole.cut(rows).problem

    def part_of(self, rows: list[int]) -> Part:
        """Cut out workers around what all others do now."""
        inside = np.zeros(len(self.known), dtype=bool)
        inside[rows] = True
        sure = np.nonzero(~self.raw & ~inside)[0]
        others = self.cover.staffed(self.grid[sure]) + self._expected(inside)
        return self.cutter.cut(rows, others)

    def _expected(self, inside: Bools) -> Ints:
        """Count whom the mixes of raw workers staff who are not inside, in whole people.

        Day by day that adds up.
        """
        if self._mixes is None:
            self._mixes = self._mixed(self.raw)
        share = np.maximum(0.0, self._mixes - self._mixed(self.raw & inside))
        total = np.rint(np.cumsum(share, axis=0)).astype(np.int64)
        expected: Ints = np.diff(total, axis=0, prepend=0)
        return expected

    def _mixed(self, chosen: Bools) -> Floats:
        """Add up the mixes of workers."""
        share = np.zeros(self.staffed.shape)
        for own in (self.known[row] for row in np.flatnonzero(chosen)):
            if own is not None:
                which, days = np.nonzero(own.cells != OFF)
                weight = own.weights[which] / own.weights.sum()
                np.add.at(share, (days, own.cells[which, days]), weight)
        return share

    def take(self, found: Planned) -> bool:
        """Take new rosters when they are cheaper, as things are by now; tell whether."""
        rows = found.rows
        staffed = self.staffed - self.cover.staffed(self.grid[rows])
        staffed += self.cover.staffed(found.grid)
        cover_price = int(self.cover.prices(staffed).sum())
        gain = int(self.prices[rows].sum() - found.prices.sum()) + self.cover_price - cover_price
        if gain <= 0 and not self.raw[rows].any():
            return False
        if self._mixes is not None and self.raw[rows].any():
            planned = np.isin(np.arange(len(self.raw)), rows)
            self._mixes -= self._mixed(self.raw & planned)
        self.raw[rows] = False
        self.grid[rows], self.prices[rows] = found.grid, found.prices
        self.staffed, self.cover_price = staffed, cover_price
        return True
