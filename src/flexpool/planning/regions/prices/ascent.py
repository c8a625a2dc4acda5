"""Raises the bound of a region: the volume algorithm on the prices of cover.

Every price of cover gives a bound: what the cheapest roster of each worker costs at these prices,
plus the least that the cover can cost. Workers do not meet in it, so it is computed in batches. The
volume algorithm (Barahona, Anbil 2000, doi:10.1007/s101070050002) moves the prices along a mean of
what the best rosters of past rounds staffed, which settles far better than the last of them alone.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from flexpool.planning.regions.cover import Floats, Ints

Value = tuple[float, Ints]
"""A bound, and what is asked above what is staffed in each cell: the way up."""
FIRST_SPEED, SLOWER, FASTER, PATIENCE = 0.3, 0.67, 1.1, 8
LARGEST_SHARE, SMALLEST_SHARE, CALMER, CALMER_EVERY = 0.15, 0.015, 0.7, 50
AMBITION = 0.02


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
    """

    def __init__(self, duals: Floats, evaluate: Evaluate, clip: Clip) -> None:
        self.evaluate, self.clip = evaluate, clip
        self.duals = clip(duals)
        self.value, way = evaluate(self.duals)
        self.mean = way.astype(float)
        self.shares: list[float] = []  # by how much each further round moved the mean
        self.speed, self.fails, self.largest = FIRST_SPEED, 0, LARGEST_SHARE

    def climb(self, rounds: int, stop: Callable[[], bool]) -> None:
        """Raise the bound for a number of rounds, or until told to stop."""
        for number in range(rounds):
            if stop():
                return
            self._step()
            if number % CALMER_EVERY == CALMER_EVERY - 1:
                self.largest = max(SMALLEST_SHARE, self.largest * CALMER)

    def _step(self) -> None:
        uphill = _inside(self.duals, self.mean, self.clip)
        aim = AMBITION * max(1.0, abs(self.value))
        length = max(1.0, float((uphill**2).sum()))
        tried = self.clip(self.duals + self.speed * aim / length * uphill)
        value, way = self.evaluate(tried)
        self.mean, share = _mixed(self.mean, way, self.largest)
        self.shares.append(share)
        if value > self.value:
            self.duals, self.value, self.fails = tried, value, 0
            self.speed *= FASTER
            return
        self.fails += 1
        if self.fails >= PATIENCE:
            self.speed, self.fails = self.speed * SLOWER, 0


def _inside(duals: Floats, way: Floats, clip: Clip) -> Floats:
    """Leave out of the way up what would only leave the bounds of the prices."""
    return np.where(clip(duals + np.sign(way)) != duals, way, 0.0)


def _mixed(mean: Floats, way: Ints, largest: float) -> tuple[Floats, float]:
    """Take in the last way up by the share that makes the mean shortest, within bounds."""
    difference = way - mean
    length = max(1e-9, float((difference**2).sum()))
    share = float(np.clip(-(mean * difference).sum() / length, largest / 10, largest))
    return mean + share * difference, share
