"""What one row may look like and cost, as arrays for compiled loops.

The states are those of the pricing of column generation: at work with days in a row, on a kind and
altogether, or off with days in a row; beside them weekends and units of working time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

FIRST_OFF, STATES, MOST_WEEKENDS, MOST_UNITS = range(4)
"""Places in the sizes of a group."""
LOWEST, HIGHEST, WEEKENDS = range(3)
"""Places in the span of a day: units that can stand at its end, and most weekends."""
UNKNOWN = -1
"""The state on the eve when nothing is known of it."""


class Automaton(NamedTuple):
    """What holds for groups of workers; the group comes first where there is one.

    Parameters
    ----------
    then
        1 + state × 1 + class: the state after a day off (first) or of the class, -1 when not
        allowed. The states of work come before those of days off; before all, the unknown eve.
    units
        Per class: what it counts for.
    sizes, span
        Numbers of states and totals; day × what can stand at its end.
    half
        Price of working one day of a weekend.
    adds, is_second
        Per day: weekends that begin with work; whether it is the second of a weekend.
    """

    then: Ints
    units: Ints
    sizes: Ints
    span: Ints
    half: Floats
    adds: Ints
    is_second: Bools


class Terms(NamedTuple):
    """What holds for each worker.

    Parameters
    ----------
    group, start
        The group; the state on the eve.
    leaves
        Day × state: price of ending days in a row, at work or off, on this day.
    each
        State: price of the day that leads there.
    off
        Price of each day off.
    end
        Weekends × units: price of ending so.
    more_weekends, more_units
        Price of each one beyond that table.
    """

    group: Ints
    start: Ints
    leaves: Floats
    each: Floats
    off: Floats
    end: Floats
    more_weekends: Floats
    more_units: Floats
