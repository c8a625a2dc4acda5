"""What the dynamic program stands on: prices by state, of ending runs, and what is kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints


@dataclass(frozen=True)
class Layer:
    """What the days after one cost, by the state at its end."""

    work: Floats  # block × run × worker
    off: Floats  # run × worker


@dataclass(frozen=True)
class Endings:
    """The prices of ending runs on a day: at work and off (length × worker), on a kind (block)."""

    work: Floats
    off: Floats
    kind: Floats


@dataclass(frozen=True)
class Surroundings:
    """What stays as it is around the days that are planned.

    Parameters
    ----------
    cells
        Whole rosters, with the planned days off.
    eve
        The state of each worker on the eve of the first planned day.
    tail
        Price of what follows the last planned day, by the state at its end: state × worker.
    price
        What each roster costs beside what the program counts.
    """

    cells: npt.NDArray[np.int32]
    eve: Ints
    tail: Floats
    price: Floats

    def only(self, chosen: Ints) -> Surroundings:
        """Give what is around some of the workers."""
        tail, price = self.tail[:, chosen], self.price[chosen]
        return Surroundings(self.cells[chosen], self.eve[chosen], tail, price)
