"""Prices that lead all workers towards what is asked, and the bound they prove."""

from __future__ import annotations

import numpy as np

from flexpool.planning.prices.steps import Steps
from flexpool.planning.solvers.row_descent.board import Scene, cover_cost
from flexpool.planning.solvers.row_descent.lagrangian.answers import Prices, answer
from flexpool.planning.solvers.row_descent.terms import Floats
from flexpool.planning.solvers.row_descent.ward import Ward

A_SHIFT = 480.0
"""Minutes, about: what turns a price of a minute into one of a shift."""
KEEPS_SIZE, LEAST_SIZE = 0.99, 0.1
"""How much is kept of the sizes of slopes from step to step, and the least they count for."""
FIRST_STEP, LAST_STEP = 0.3, 0.001
"""Of what one place is worth."""
ROUNDING = 1e-6


class Market:
    """Prices of a problem, moved by what those workers would take who are out of the roster.

    Parameters
    ----------
    ward, scene
        What is planned; whom the board counts stands where they do, all others answer.
    """

    def __init__(self, ward: Ward, scene: Scene) -> None:
        longest = len(ward.slots.weekend) * int(ward.slots.minutes.max(initial=0))
        bounds = scene.bounds
        bounds = bounds._replace(window=np.minimum(bounds.window, longest))
        self._ward, self._scene = ward, scene._replace(bounds=bounds)
        cover, workers = scene.cover, len(bounds.limits)
        self._lowest, self._highest = -cover.over, cover.under + cover.below
        self._most = np.minimum(cover.maximum, workers)
        self._room = np.empty((ward.room[0], ward.room[1]))
        self.prices = Prices(
            np.zeros(cover.under.shape),
            np.zeros(workers),
            np.zeros(bounds.most_of_kind.shape),
            np.zeros(workers),
        )
        self._slope = self._nothing()
        self._steps = [Steps(one.shape, KEEPS_SIZE, LEAST_SIZE) for one in self.prices]

    def bound(self) -> float:
        """Ask everybody who is out; give what no roster with the rows of the others is below.

        What those others cost themselves is not in it: with everybody out it is a bound on the
        whole problem.
        """
        self._slope = self._nothing()
        out = np.flatnonzero(self._scene.board.out)
        found = answer(out, self._scene, self.prices, self._room, self._slope)
        wanted, cost = self._wanted()
        self._slope.place[:] = wanted - self._slope.place
        found += cost + self._ward.off_price
        return float(found - ROUNDING * (1.0 + abs(found)))

    def move(self, share: float) -> None:
        """Move the prices by what was found last.

        Parameters
        ----------
        share
            How much of the search is over, 0 to 1: the steps become smaller.
        """
        length = self._ward.scale * FIRST_STEP * (LAST_STEP / FIRST_STEP) ** share
        unit = (1.0, 1 / A_SHIFT, 1.0, 1.0)
        for price, slope, steps, one in zip(
            self.prices, self._slope, self._steps, unit, strict=True
        ):
            price += steps.along(slope * one, one * length)
        np.clip(self.prices.place, self._lowest, self._highest, out=self.prices.place)
        np.maximum(self.prices.kind, 0, out=self.prices.kind)
        np.maximum(self.prices.weekend, 0, out=self.prices.weekend)

    def _wanted(self) -> tuple[Floats, float]:
        """Give how many more are best to have at each place at its price, and what that costs."""
        cover, staffed = self._scene.cover, self._scene.board.staffed
        most, wanted = np.maximum(self._most, staffed), np.zeros(staffed.shape)
        least = np.full(staffed.shape, np.inf)
        for number in (cover.optimum, cover.minimum, np.zeros_like(staffed), most):
            there = np.clip(number, staffed, most)
            asked = self.prices.place * (there - staffed) + cover_cost(cover, there)
            wanted = np.where(asked < least, there - staffed, wanted)
            least = np.minimum(asked, least)
        return wanted, float(least.sum())

    def _nothing(self) -> Prices:
        return Prices._make(np.zeros(one.shape) for one in self.prices)
