"""Raises a bound: prices of cover follow the slope of the bound.

Every price of cover gives a bound: what the cheapest roster of each worker costs at these prices,
plus the least that the cover can cost. Workers do not meet in it, so it is computed in batches. The
steps along its slope become smaller. Prices go to and fro over the top, whose bound is concave, so
a mean of the last ones lies higher than most of them: at the end it is tried too.
"""

from __future__ import annotations

from collections.abc import Callable

from flexpool.planning.prices.cover import Floats, Ints
from flexpool.planning.prices.steps import Steps

Value = tuple[float, Ints]
"""A bound, and what is asked above what is staffed in each cell: the way up."""
KEEPS_SIZE, KEEPS_PRICES = 0.8, 0.9
"""How much is kept of the sizes of slopes and of the mean of prices, from step to step."""
LEAST_SIZE = 1e-8
"""What a slope counts for at least: nothing is divided by nothing."""
FIRST_STEP, LAST_STEP = 0.08, 0.0002
"""Of what one place is worth."""
SMALLER = 3
"""The power of the time left with which steps become smaller."""
MIXED_IN = 0.05
"""Share of each further round in the mean of what was seen."""

Evaluate = Callable[[Floats], Value]
Clip = Callable[[Floats], Floats]


class Ascent:
    """The best prices so far, and how to go on from them.

    Parameters
    ----------
    duals
        Prices to start from, day × slot.
    evaluate
        Gives bound and way up at prices.
    clip
        Brings prices within what they can be.
    scale
        What one place is worth, about.
    """

    def __init__(self, duals: Floats, evaluate: Evaluate, clip: Clip, scale: float) -> None:
        self.evaluate, self.clip, self.scale = evaluate, clip, scale
        self.duals = clip(duals)
        self.value, way = evaluate(self.duals)
        self.shares: list[float] = []  # by how much each further round moves a mean of all
        self._at, self._way, self._mean = self.duals, way, self.duals
        self._steps = Steps(way.shape, KEEPS_SIZE, LEAST_SIZE)

    def climb(
        self, rounds: int, spent: Callable[[], float], first_step: float = FIRST_STEP
    ) -> None:
        """Raise the bound for a number of rounds, or until all of the time is spent.

        Parameters
        ----------
        rounds, spent
            Most rounds; and what gives the share of the time that is spent, 1 at the end.
        first_step
            Of what one place is worth; smaller where the prices are good already.
        """
        for number in range(rounds):
            left = 1 - max(number / rounds, spent())
            if left <= 0:
                break
            self._step(self.scale * (first_step * left**SMALLER + LAST_STEP))
        self._try(self._mean)

    def _step(self, length: float) -> None:
        self._at = self.clip(self._at + self._steps.along(self._way, length))
        self._mean = KEEPS_PRICES * self._mean + (1 - KEEPS_PRICES) * self._at
        self._way = self._try(self._at)

    def _try(self, prices: Floats) -> Ints:
        """Keep prices when they are the best so far; give the way up from them."""
        value, way = self.evaluate(prices)
        self.shares.append(MIXED_IN)
        if value > self.value:
            self.duals, self.value = prices, value
        return way
