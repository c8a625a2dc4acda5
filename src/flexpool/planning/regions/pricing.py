"""The cheapest roster of each worker of a part at prices of cover: column generation's pricing."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.regions.cover import Floats, Ints
from flexpool.planning.regions.parts import Part
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals


class Prices:
    """The workers of a part, ready to be priced again and again.

    Parameters
    ----------
    part
        The workers.
    fast
        Whether single precision will do.
    """

    def __init__(self, part: Part, fast: bool) -> None:
        self.part = part
        self.columns = Columns(part.problem, precision=np.float32 if fast else np.float64)
        self.no_caps = np.zeros((len(part.rows), len(part.slots)))

    def least(self, duals: Floats, staffed: Ints) -> float:
        """Give the sum of the cheapest rosters, and add whom they staff to day × slot.

        Parameters
        ----------
        duals
            Prices of the region's day × slot: what one more at work is worth.
        staffed
            Is added to.
        """
        found = self.columns.price(Duals(duals[:, self.part.slots], self.no_caps), 1)
        grid = self.part.outward(found.cells)
        rows, days = np.nonzero(grid != OFF)
        np.add.at(staffed, (days, grid[rows, days]), 1)
        return float(found.least.sum())
