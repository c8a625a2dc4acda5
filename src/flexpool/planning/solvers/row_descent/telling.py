"""Tells the referee of better rosters, not so often that judging takes the time of the search."""

from __future__ import annotations

import time

import numpy as np

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.terms import Ints

SHARE = 0.05
"""Of the time, for the judge; here and at home each roster of a large problem takes a while."""
QUICK_SECONDS, LAST_SECONDS = 0.02, 1.0


class Telling:
    """Keeps the best roster until it is worth telling.

    Parameters
    ----------
    referee
        Who is told.
    """

    def __init__(self, referee: Referee) -> None:
        self._referee = referee
        self._kept: tuple[Roster, int] | None = None
        self._after = 0.0

    def keep(self, grid: Ints, cost: float) -> None:
        """Take in a roster better than those before, and tell of it when it is time."""
        self._kept = Roster(grid.astype(np.int32)), round(cost)
        self.tell_in_time()

    def tell_in_time(self) -> None:
        """Tell what is kept when the last telling was long enough ago, or the end is near."""
        is_late = self._referee.seconds_left < LAST_SECONDS
        if is_late or time.perf_counter() >= self._after:
            self.tell()

    def tell(self) -> None:
        """Tell what is kept."""
        if self._kept is None:
            return
        began = time.perf_counter()
        self._referee.propose(*self._kept)
        self._kept = None
        took = time.perf_counter() - began
        if took > QUICK_SECONDS:
            self._after = time.perf_counter() + took / SHARE
