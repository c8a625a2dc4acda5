"""The best rosters so far: a row and its price per worker, and what the cover costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells


@dataclass(frozen=True)
class Excess:
    """What a roster costs more than it might: for each worker, and for each day × slot."""

    workers: Floats
    cover: Floats


class Incumbent:
    """A whole roster under improvement; cover that must hold may still be short, at a high price.

    Parameters
    ----------
    no_roster
        Price of each one short or over where the cover must hold.
    """

    def __init__(self, problem: Problem, cells: Cells, prices: Floats, no_roster: float) -> None:
        self.problem, self.no_roster = problem, no_roster
        self.cells, self.prices = cells, prices

    @classmethod
    def of(cls, problem: Problem, roster: Roster, no_roster: float) -> Incumbent:
        """Give a roster that is already there, with its prices."""
        rows = enumerate(roster.grid.tolist())
        prices = [float(judge_worker(problem, worker, row).objective) for worker, row in rows]
        return cls(problem, roster.grid.copy(), np.array(prices), no_roster)

    @property
    def cost(self) -> float:
        """The whole price."""
        return float(self.prices.sum() + self.cover_prices().sum())

    @property
    def excess(self) -> Excess:
        """All that it costs: where no prices are known, nobody can say how much of it has to be."""
        return Excess(np.maximum(0.0, self.prices), self.cover_prices())

    @property
    def is_short(self) -> bool:
        """Whether there are too few, or too many, where that may not be."""
        tables, counts = self.problem.tables, self.staffed()
        few = (counts < tables.minimum) & (tables.minimum_weight < 0)
        return bool((few | (counts > tables.maximum)).any())

    def staffed(self, workers: Ints | None = None) -> Ints:
        """Count day × slot, of all workers or of some."""
        cells = self.cells if workers is None else self.cells[workers]
        counts = np.zeros((self.problem.days, len(self.problem.tables.slots)), dtype=np.int64)
        rows, days = np.nonzero(cells != OFF)
        np.add.at(counts, (days, cells[rows, days]), 1)
        return counts

    def cover_prices(self, counts: Ints | None = None) -> Floats:
        """Give the price of each day × slot, with those who work there now or with so many."""
        tables, counts = self.problem.tables, self.staffed() if counts is None else counts
        below = np.where(tables.minimum_weight < 0, self.no_roster, tables.minimum_weight)
        prices: Floats = (
            np.maximum(0, tables.optimum - counts) * tables.under_weight
            + np.maximum(0, counts - tables.optimum) * tables.over_weight
            + np.maximum(0, tables.minimum - counts) * below
            + np.maximum(0, counts - tables.maximum) * self.no_roster
        )
        return prices

    def take(self, workers: Ints, cells: Cells, prices: Floats) -> Incumbent:
        """Give the incumbent in which these workers have other rosters."""
        new_cells, new_prices = self.cells.copy(), self.prices.copy()
        new_cells[workers], new_prices[workers] = cells, prices
        return Incumbent(self.problem, new_cells, new_prices, self.no_roster)
