"""Totals beyond which each further one costs the same: tables need not tell those apart.

Where a maximum may be exceeded at a price, the table ends there. What comes on top stays in
its last state and is paid for at once. A month of assignments of which 15 are free takes 16 states
instead of 29, four weekends of which two are free take three instead of five.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.runs import Floats, Ints

FIRST = 1  # a table always tells one from none: the last state is then never the one to begin in


@dataclass(frozen=True)
class Beyond:
    """The price, per worker, of each further weekend or unit than a table knows; None for never."""

    weekends: Floats | None = None
    units: Floats | None = None

    def only(self, chosen: Ints) -> Beyond:
        """Give the prices of some workers."""
        return Beyond(*(None if one is None else one[chosen] for one in self.prices))

    @property
    def prices(self) -> tuple[Floats | None, Floats | None]:
        """The prices of weekends and of units."""
        return self.weekends, self.units


def shortened(end: Floats, axis: int) -> tuple[Floats, Floats | None]:
    """Cut a table of totals after the last that must be told apart.

    Parameters
    ----------
    end
        Tracked × weekends × units × worker: price of ending with these totals, all that can be.
    axis
        Which total.

    Returns
    -------
    The table, and the price per worker of each further one; None where nothing could be cut.
    """
    with np.errstate(invalid="ignore"):  # infinite less infinite is no step, and is not steady
        steps = np.moveaxis(np.diff(end, axis=axis), axis, 0)
    if len(steps) <= FIRST:
        return end, None
    last = steps[-1]
    is_same = (last == last[0, 0]).all() and np.isfinite(last).all()
    unsteady = np.flatnonzero((steps != last).reshape(len(steps), -1).any(axis=1))
    most = max(FIRST, int(unsteady.max(initial=-1)) + 1)
    if not is_same or most >= len(steps):
        return end, None
    return np.take(end, np.arange(most + 1), axis=axis), last[0, 0]


def carried_on(end: Floats, axis: int, begun: Ints, most: int, further: Floats | None) -> Floats:
    """Give the prices of ending from what was begun on, up to so much more.

    Beyond the table each further one costs as given, or may not be.
    """
    size = end.shape[axis]
    shape = [1] * (end.ndim - 1) + [len(begun)]
    shape[axis] = most + 1
    places = (np.arange(most + 1)[:, None] + begun[None]).reshape(shape)
    wide = tuple(most + 1 if number == axis else one for number, one in enumerate(end.shape))
    index = np.broadcast_to(np.minimum(places, size - 1), wide)
    found = np.take_along_axis(end, index, axis=axis)
    over = np.maximum(0, places - size + 1)
    priced = np.inf if further is None else found + over * further
    return np.where(over > 0, priced, found).astype(end.dtype)
