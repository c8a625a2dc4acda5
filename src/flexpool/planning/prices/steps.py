"""Steps of prices along a slope that leaps: each price in a step of its own size.

Kingma and Ba 2015, arXiv:1412.6980: the direction is a mean of past slopes, divided by how large
the slope at that place usually is. Answers of workers change by leaps and places differ in how much
is taken of them, so one length for all would stand still here and overshoot there.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

KEEPS = 0.9
"""How much is kept of the direction, from step to step."""

Floats = NDArray[np.float64]


class Steps:
    """The direction and the usual size of slopes of the same shape.

    Parameters
    ----------
    shape
        Of the prices.
    keeps_size
        How much is kept of the sizes of slopes, from step to step; 0 to below 1.
    least_size
        What a slope counts for at least, in the unit of the slopes: below it steps become shorter.
    """

    def __init__(self, shape: tuple[int, ...], keeps_size: float, least_size: float) -> None:
        self._keeps_size, self._least_size = keeps_size, least_size
        self._heading, self._sizes, self._taken = np.zeros(shape), np.zeros(shape), 0

    def along(self, slope: NDArray[Any], length: float) -> Floats:
        """Take a slope into account and give what the prices should move by.

        Parameters
        ----------
        slope
            The way up at the present prices.
        length
            By how much a price moves whose slope never changes, about.
        """
        self._taken += 1
        self._heading += (1 - KEEPS) * (slope - self._heading)
        self._sizes += (1 - self._keeps_size) * (slope.astype(float) ** 2 - self._sizes)
        usual = np.sqrt(self._sizes / (1 - self._keeps_size**self._taken)) + self._least_size
        move: Floats = length * self._heading / (1 - KEEPS**self._taken) / usual
        return move
