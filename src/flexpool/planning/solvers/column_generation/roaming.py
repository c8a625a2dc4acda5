"""How much dearer than the best roster one may be that the search goes on from.

Weeks planned anew for the same price, but otherwise, change what other weeks can win: a roster that
no part can improve is left behind. A little dearer will do as well, the less the later it is
(record-to-record travel; Dueck 1993).
"""

from __future__ import annotations

import math

from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.column_generation.incumbent import Excess, Incumbent

OF_COST, OF_EXCESS = 0.02, 0.5  # the most that a roster may be dearer: of cost, and of excess


class Roaming:
    """What the cheapest roster cost so far, and what others may.

    Parameters
    ----------
    referee
        Tells the time.
    """

    def __init__(self, referee: Referee) -> None:
        self.referee = referee
        self.lowest = math.inf
        self._seconds = referee.seconds_left

    def learn(self, incumbent: Incumbent) -> float:
        """Take in what the search came to; give what that is cheaper than all before."""
        gain = max(0.0, self.lowest - incumbent.cost) if math.isfinite(self.lowest) else 0.0
        keeps = not incumbent.is_short  # the price of what is missing changes on the way
        self.lowest = min(self.lowest, incumbent.cost) if keeps else incumbent.cost
        return gain

    def most(self, excess: Excess) -> float:
        """Give what a roster may cost now that has so much too much in it."""
        gap = float(excess.workers.sum() + excess.cover.sum())
        left = self.referee.seconds_left / self._seconds if math.isfinite(self._seconds) else 1.0
        room = min(OF_COST * abs(self.lowest), OF_EXCESS * gap)
        return self.lowest + room * max(0.0, left)
