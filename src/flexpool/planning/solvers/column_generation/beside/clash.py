"""Why a row costs more than the tables say, and in which ways another row could cost less."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.solvers.column_generation.pricing.automaton import Ints

Bools = npt.NDArray[np.bool_]


class Way(NamedTuple):
    """One way out.

    Parameters
    ----------
    barred
        Days, each with the slots that may not be worked on it.
    must
        Whether there has to be work on these days.
    """

    barred: tuple[tuple[int, Bools], ...]
    must: bool = False

    @property
    def days(self) -> list[int]:
        """The days that it is about."""
        return [day for day, _ in self.barred]


class Clash(NamedTuple):
    """A rule that a row breaks or pays for; every row that goes none of the ways pays as much.

    Parameters
    ----------
    cost
        What it costs at least beside the tables; infinite where it may not be.
    ways
        Gives all ways out; of most clashes they are never asked for.
    """

    cost: float
    ways: Callable[[], Iterator[Way]]


def without(day: int, slots: Bools) -> Way:
    """Give the way of not working these slots on a day."""
    return Way(((day, slots),))


def at_work(day: int, slots: int) -> Way:
    """Give the way of working something on a day, of so many slots."""
    return Way(((day, np.zeros(slots, dtype=np.bool_)),), must=True)


def less(day: int, amount: Ints, held: int) -> Way:
    """Give the way of less than is held on a day, by the amount of each slot; off is nothing."""
    return without(day, amount >= held)


def more(day: int, amount: Ints, held: int) -> Way:
    """Give the way of more than is held on a day."""
    return Way(((day, amount <= held),), must=True)
