"""Columns by all rules: at prices of one's own for totals, branched on where they clash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.beside.branches import Branch, Row, Tree
from flexpool.planning.solvers.column_generation.beside.clash import Bools, Clash
from flexpool.planning.solvers.column_generation.beside.mending import mended
from flexpool.planning.solvers.column_generation.beside.priced import Priced, by_rules
from flexpool.planning.solvers.column_generation.beside.rules import Rules
from flexpool.planning.solvers.column_generation.beside.steering import Steering
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Columns,
    Duals,
    Found,
    Part,
    price_rows,
)
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.runs import Cells

MOST_MENDED = 10
"""Tries to find a row for those of whom none was found that breaks nothing."""
MOST_BRANCHED = 6
"""Rows of a worker that are branched on in one round of pricing."""
SMALL, MOST_TIMES = 200_000, 20
"""Where the tables hold less than so many numbers: as many times more, but at most so many."""
STEPS, HASTY_STEPS = 3, 1
"""Of prices of one's own, in one round of pricing."""


class _Task(NamedTuple):
    """At which prices, how many rows of each, of which part, and whether to take the time."""

    duals: Duals
    most: int
    only: Part | None
    thorough: bool


class RuledColumns(Columns):
    """Prices all workers of a problem by all rules.

    Parameters
    ----------
    problem, rules
        What to plan, and the rules beside the tables.
    tracks
        Whether rosters keep the tightest maximum of their worker exactly.
    """

    thinks_twice = True

    def __init__(self, problem: Problem, rules: Rules, tracks: bool = True) -> None:
        super().__init__(problem, tracks)
        self.rules, self._steering = rules, Steering(rules.totals)
        self._no_more = np.zeros((problem.days, len(problem.tables.slots)))
        for pricing in self.pricings:
            pricing.beside = rules.price

    def rough(self) -> RuledColumns:
        """Give the same without the maximum."""
        return RuledColumns(self.problem, self.rules, tracks=False)

    def allows(self, workers: Ints, cells: Cells) -> npt.NDArray[np.bool_]:
        """Tell which rosters the law allows, and learn from those that it does not."""
        rows = zip(workers.tolist(), cells, strict=True)
        return np.array([self.rules.allows(worker, row) for worker, row in rows], dtype=np.bool_)

    @property
    def further_prices(self) -> list[float]:
        """The prices of the rules."""
        return self.rules.prices

    def tables_alone(self) -> Columns:
        """Give the same without the rules."""
        return Columns(self.problem)

    def price(
        self, duals: Duals, most: int, only: Part | None = None, thorough: bool = True
    ) -> Found:
        """Find up to `most` cheapest rosters of each worker, or more, that break nothing known.

        In haste nobody is branched on.
        """
        is_open = np.ones(self.problem.days, dtype=np.bool_)
        if only is not None and only.cells is not None and only.open_days is not None:
            is_open = only.open_days
        task, tree = _Task(duals, most, only, thorough), Tree(is_open, self._clashes)
        for part in self._parts(only):
            self._begin(part, task, tree)
        self._mend(task, tree, is_open)
        times = min(MOST_TIMES, max(1, SMALL // max(1, self.cells)))
        for _ in range(MOST_BRANCHED * times if thorough else 0):
            branches = tree.expand()
            for row in self._grown(branches, task, tree):
                tree.add(row)
            if not branches:
                break
        return tree.found(len(self.problem.workers))

    def _mend(self, task: _Task, tree: Tree, is_open: Bools) -> None:
        """Look for a row of those of whom none was found that breaks nothing."""
        rows, cover = tree.wanting(), task.duals.cover
        for _ in range(MOST_MENDED):
            broken = [
                (row, [clash for clash in self._clashes(row) if np.isinf(clash.cost)])
                for row in rows
            ]
            tried = [mended(row.branch, row.cells, why, cover, is_open) for row, why in broken]
            rows = self._grown([branch for branch in tried if branch], task, tree)
            for row in rows:
                tree.keep(row.branch.worker, row.cells, row.price)
            rows = [row for row in rows if not np.isfinite(row.price)]
            if not rows:
                break

    def _parts(self, only: Part | None) -> list[Pricing]:
        """Give what is to be priced."""
        if only is None:
            return self.pricings
        return [part for pricing in self.pricings if (part := only.of(pricing)) is not None]

    def _begin(self, part: Pricing, task: _Task, tree: Tree) -> None:
        """Price at prices of one's own, and again at better ones where these are not right yet."""
        places = np.arange(len(part.group.workers))
        own = self._steering.own[part.group.workers]
        for _ in range(1 + (STEPS if task.thorough else HASTY_STEPS)):
            chosen = part if len(places) == len(part.group.workers) else part.of(places)
            more = self.rules.totals.toll(own)
            rows = price_rows(chosen, task.duals, task.most, more)
            priced = by_rules(self.rules, chosen, rows, own[rows.at])
            tree.doubt += rows.doubt
            heads = priced.heads()
            self._take(tree, priced, heads, more)
            best = np.array([tree.best(one) for one in priced.workers[heads].tolist()])
            off, gap = self._steering.off(priced, heads, best, task.duals.cover)
            if not len(off):
                break
            places = places[priced.at[off]]
            workers, counted = priced.workers[off], priced.counted[off]
            own = self._steering.next(workers, priced.own[off], counted, gap)

    def _take(self, tree: Tree, priced: Priced, heads: Ints, more: Floats | None) -> None:
        """Keep what is of use, and the prices of one's own at which the least is dearest."""
        is_head = np.zeros(len(priced.at), dtype=np.bool_)
        is_head[heads] = True
        for row, (worker, cells) in enumerate(
            zip(priced.workers.tolist(), priced.cells, strict=True)
        ):
            price, least = float(priced.price[row]), float(priced.least[row])
            if is_head[row]:
                toll = self._no_more if more is None else more[priced.at[row]]
                branch = Branch(worker, priced.own[row], toll)
                if tree.note(tree.row(least, price, cells, priced.by_total[row], branch)):
                    self._steering.own[worker] = branch.own
            tree.keep(worker, cells, price)

    def _grown(self, branches: list[Branch], task: _Task, tree: Tree) -> list[Row]:
        """Give the cheapest row of each branch that has one."""
        parts = self._parts(task.only) if branches else []
        return [row for part in parts for row in self._grown_in(part, branches, task, tree)]

    def _grown_in(
        self, part: Pricing, branches: list[Branch], task: _Task, tree: Tree
    ) -> Iterator[Row]:
        place = {int(worker): row for row, worker in enumerate(part.group.workers)}
        mine = [one for one in branches if one.worker in place]
        if not mine:
            return
        chosen = part.of(np.array([place[one.worker] for one in mine]))
        rows = price_rows(chosen, task.duals, 1, np.array([one.more for one in mine]))
        tree.doubt += rows.doubt
        own, paid = np.array([one.own for one in mine]), np.array([one.paid for one in mine])
        priced = by_rules(self.rules, chosen, rows, own[rows.at], paid[rows.at])
        for row, (at, cells) in enumerate(zip(rows.at.tolist(), rows.cells, strict=True)):
            if mine[at].is_kept(cells):
                least, price = float(priced.least[row]), float(priced.price[row])
                yield tree.row(least, price, cells, priced.by_total[row], mine[at])

    def _clashes(self, row: Row) -> tuple[Clash, ...]:
        return self.rules.clashes(row.branch.worker, row.cells, row.by_total, row.branch.own)


def columns_of(problem: Problem) -> Columns:
    """Give what prices the workers of a problem, by the rules beside the tables as well."""
    rules = Rules(problem)
    return RuledColumns(problem, rules) if rules.is_needed else Columns(problem)
