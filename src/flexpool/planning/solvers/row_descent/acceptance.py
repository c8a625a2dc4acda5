"""How much dearer a roster may be to be gone on from, so that a search can leave a valley."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np

from flexpool.planning.scoring import Referee

STEPS_BACK = 20
HOT, COLD = 0.05, 0.003
"""Of what one place is worth: how much dearer a step may end, about, at first and at last."""


class Acceptance(Protocol):
    """Decides what a search goes on from."""

    def most(self, current: float) -> float:
        """Give what the next roster may cost when this one costs `current`."""

    def learn(self, current: float) -> None:
        """Take in what the roster costs after a step."""


class Late:
    """As dear as the roster some steps ago, of which only lower costs are remembered.

    Burke and Bykov (2017), *The late acceptance hill-climbing heuristic*.

    Parameters
    ----------
    cost
        Of the first roster.
    """

    def __init__(self, cost: float) -> None:
        self._costs, self._step = [cost] * STEPS_BACK, 0

    def most(self, current: float) -> float:
        """Give the dearer of the roster now and the one some steps ago."""
        return max(self._costs[self._step % STEPS_BACK], current)

    def learn(self, current: float) -> None:
        """Remember a cost when it is lower than the one it takes the place of."""
        place = self._step % STEPS_BACK
        self._costs[place] = min(self._costs[place], current)
        self._step += 1


class Cooling:
    """Dearer by chance, by less and less until the time is over (simulated annealing).

    Kirkpatrick, Gelatt and Vecchi (1983), doi:10.1126/science.220.4598.671.

    Parameters
    ----------
    referee
        Knows the time; where it sets no end, the search is as cold as at the end.
    scale
        What one place is worth.
    random
        Of what is drawn.
    """

    def __init__(self, referee: Referee, scale: float, random: np.random.Generator) -> None:
        self._referee, self._scale, self._random = referee, scale, random
        self._began, left = referee.seconds, referee.seconds_left
        self._seconds = left if math.isfinite(left) else 0.0

    def most(self, current: float) -> float:
        """Give the cost now and a chance more."""
        return current - self.heat * math.log(1.0 - self._random.random())

    def learn(self, current: float) -> None:
        """Learn nothing: only the time counts."""

    @property
    def heat(self) -> float:
        """How much dearer the next roster may be on average."""
        spent = self._referee.seconds - self._began
        share = min(1.0, spent / self._seconds) if self._seconds > 0 else 1.0
        return float(self._scale * HOT * (COLD / HOT) ** share)
