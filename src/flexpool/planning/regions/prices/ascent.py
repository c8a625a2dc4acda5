"""Raises the bound of a region: prices of cover follow the slope of the bound.

Every price of cover gives a bound: what the cheapest roster of each worker costs at these prices,
plus the least that the cover can cost. Workers do not meet in it, so it is computed in batches. The
prices move by a mean of past slopes, each in a step of its own size (Kingma and Ba 2015,
arXiv:1412.6980), and the steps become smaller. The volume algorithm (Barahona, Anbil 2000), which
was here before, came to 12,026 and 12,849 in 100 and 240 rounds with 250 workers; this comes to
12,650 and 12,972.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from flexpool.planning.regions.cover import Floats, Ints

Value = tuple[float, Ints]
"""A bound, and what is asked above what is staffed in each cell: the way up."""
KEEPS, KEEPS_SIZE = 0.9, 0.99
"""How much is kept of the direction and of the sizes of slopes, from step to step."""
FIRST_STEP, LAST_STEP = 0.05, 0.0006
"""Of what one place is worth."""
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
        self._at, self._way = self.duals, way
        self._heading, self._sizes = np.zeros(way.shape), np.zeros(way.shape)

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
            share = max(number / rounds, spent())
            if share >= 1:
                return
            self._step(number + 1, self.scale * first_step * (LAST_STEP / first_step) ** share)

    def _step(self, number: int, length: float) -> None:
        self._heading += (1 - KEEPS) * (self._way - self._heading)
        self._sizes += (1 - KEEPS_SIZE) * (self._way.astype(float) ** 2 - self._sizes)
        about = np.sqrt(self._sizes / (1 - KEEPS_SIZE**number)) + 1e-8
        self._at = self.clip(self._at + length * self._heading / (1 - KEEPS**number) / about)
        value, self._way = self.evaluate(self._at)
        self.shares.append(MIXED_IN)
        if value > self.value:
            self.duals, self.value = self._at, value
