"""What holds for everybody and for each worker, as compiled loops take it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

NOT_WEEKEND, BEGINS_WEEKEND, ENDS_WEEKEND = 0, 1, 2
LEAST_WORK, MOST_WORK, LEAST_OFF, MOST_WEEKENDS = 0, 1, 2, 3
"""Places of the limits in the array of a worker's limits."""


class Slots(NamedTuple):
    """What holds for everybody, as compiled loops take it.

    Parameters
    ----------
    minutes, types, kinds
        Of each slot. A type is a set of slots that follow and are followed by the same others.
    type_follows, follows
        Which type, and which slot, may be worked on the day after which.
    order, bases
        The types, those that follow fewest first; and for each an earlier one of which it follows
        all and more, -1 for none.
    weekend
        Whether each day is none of a weekend, its first in the horizon, or its second.
    """

    minutes: Ints
    types: Ints
    kinds: Ints
    type_follows: Bools
    follows: Bools
    order: Ints
    bases: Ints
    weekend: Ints


class Edges(NamedTuple):
    """What lies before and after the days that are planned.

    Parameters
    ----------
    start
        The state before the first of them, as `program` numbers states.
    tail
        What it costs to end in each state: nothing, or infinite where the days after forbid it.
    slots
        What is worked on the day before and on the day after, -1 for off or no such day.
    runs
        Days of work in a row that end on the day before, and that begin on the day after.
    """

    start: int
    tail: Floats
    slots: Ints
    runs: Ints


class Terms(NamedTuple):
    """What holds for one worker.

    Parameters
    ----------
    limits
        Least and most days of work in a row, least off, most weekends.
    window
        Least and most minutes.
    most_of_kind
        Most shifts of each kind.
    edges
        What lies around the days.
    """

    limits: Ints
    window: Ints
    most_of_kind: Ints
    edges: Edges
