"""What one row may look like and cost, as arrays for compiled loops.

The states are those of the pricing: at work with days in a row, on a kind and altogether, or off
with days in a row; beside them shifts of one kind, weekends and units of working time.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

FIRST_OFF, STATES, LONGEST, WORK_LOOPS, REST_LOOPS, TRACKED, WEEKENDS, UNITS = range(8)
"""Places in the sizes of a group: states at work, all states, days in a row told apart and whether
more may follow, at work and off; and the most shifts of one kind, weekends and units."""
LOWEST, HIGHEST, BEGUN = range(3)
"""Places in the span of a day: units that can stand at its end, and most weekends."""
FIRST, COUNT = range(2)
"""Places in a memory: its first block, and how many there are."""
BLOCK, BLOCKS, SOURCE, LENGTHENS, GOES_ON = range(5)
"""Places in the links of a class: the block where it begins and how many follow of its memory, the
ways that lead there, whether it may go on with days on its kind, and from the last block too."""
UNKNOWN = -1
"""The state on the eve when nothing is known of it."""


class Automaton(NamedTuple):
    """What holds for groups of workers; the group comes first where there is one.

    Parameters
    ----------
    then, turns
        1 + state × 1 + class: the state after a day off (first) or of the class, -1 when not
        allowed; and whether that ends days on a kind. The states of work come before those of days
        off; before all, the unknown eve. A state of work is a block and the days at work.
    turn
        Day × block: price of ending days on its kind.
    memories
        Memory × first block and number of blocks.
    sets, links
        Ways into a class: set × ways to be joined, -1 after the last; a way is a memory, or beyond
        those an earlier set. And what each class leads to and comes from.
    units, tracks
        Per class: what it counts for, in working time and of the kind that is counted.
    sizes, span
        Numbers of states and totals; day × what can stand at its end.
    half
        Price of working one day of a weekend.
    adds, is_second
        Per day: weekends that begin with work; whether it is the second of a weekend.
    """

    then: Ints
    turns: Bools
    turn: Floats
    memories: Ints
    sets: Ints
    links: Ints
    units: Ints
    tracks: Ints
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
    tail
        State: price of what follows the last day.
    end
        Shifts of the kind that is counted × weekends × units: price of ending so.
    more_weekends, more_units
        Price of each one beyond that table.
    """

    group: Ints
    start: Ints
    leaves: Floats
    each: Floats
    off: Floats
    tail: Floats
    end: Floats
    more_weekends: Floats
    more_units: Floats
