"""Which days of a long horizon to plan anew at a time."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.row_descent.terms import ENDS_WEEKEND, Ints

WEEK = 7
LONG = 8 * WEEK
"""Days up to which a horizon is planned whole."""
WEEKS, WHOLE = (9, 13, 26), 0.02
"""How long stretches are (measured on a year), and the share of steps that plan all days."""


class Stretches:
    """Draws stretches of days that split no weekend; the whole horizon where that is short.

    Parameters
    ----------
    weekend
        Per day what `Slots` says of it.
    random
        Of what is drawn.
    """

    def __init__(self, weekend: Ints, random: np.random.Generator) -> None:
        self._random, self._days, self._weekend = random, len(weekend), weekend

    def draw(self) -> slice:
        """Give the days of a stretch."""
        if self._days <= LONG or self._random.random() < WHOLE:
            return slice(0, self._days)
        length = WEEK * int(self._random.choice(WEEKS))
        first = int(self._random.integers(WEEK - length, self._days - WEEK + 1))
        return slice(self._edge(first), self._edge(first + length))

    def _edge(self, day: int) -> int:
        """Give the day, within the horizon, or the next when it is the second of a weekend."""
        day = min(max(0, day), self._days)
        return day + int(day < self._days and self._weekend[day] == ENDS_WEEKEND)
