"""The cheapest roster of each worker of a part at prices of cover: column generation's pricing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.prices.cover import Floats, Ints
from flexpool.planning.problem import OFF
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.rows.answers import Answers
from flexpool.planning.regions.rows.places import pricings_of
from flexpool.planning.solution import Grid
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals


@dataclass(frozen=True)
class Cheapest:
    """The cheapest rosters of a part at some prices, a row each.

    Parameters
    ----------
    least
        What they come to together, the prices of cover taken off.
    cells
        In slots of the part.
    costs
        What each costs by itself.
    """

    least: float
    cells: Grid
    costs: Floats


class Prices:
    """The workers of a part, ready to be priced again and again.

    Parameters
    ----------
    part
        The workers.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        pricings = pricings_of(part.problem)
        self.answers = Answers(part.problem, pricings) if pricings else None
        if not self.answers:
            self.columns = Columns(part.problem)
            self.no_caps = np.zeros((len(part.rows), len(part.slots)))

    def cheapest(self, duals: Floats) -> Cheapest:
        """Give the cheapest rosters.

        Parameters
        ----------
        duals
            Prices of the region's day × slot: what one more at work is worth.
        """
        least, cells, costs = self._answers(duals[:, self.part.slots])
        return Cheapest(float(least.sum()), cells, costs)

    def count(self, found: Cheapest, staffed: Ints) -> None:
        """Add whom the rosters staff to the region's day × slot."""
        grid = self.part.outward(found.cells)
        rows, days = np.nonzero(grid != OFF)
        np.add.at(staffed, (days, grid[rows, days]), 1)

    def _answers(self, duals: Floats) -> tuple[Floats, Grid, Floats]:
        """Give, per worker, the least price, the roster, and what it costs by itself."""
        if self.answers:
            return self.answers.at(duals)
        at = Duals(duals, self.no_caps)
        found = self.columns.price(at, 1)
        in_order = np.argsort(found.workers, kind="stable")
        return found.least, found.cells[in_order], found.costs(at)[in_order]
