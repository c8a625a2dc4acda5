"""The frame of a master program before it has columns: a row per worker and per cell of cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.mix.rows import INFINITE, cover_slacks, simplex
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints

WORKERS_WORTH = 7.0  # a whole roster, in places that must be filled


@dataclass(frozen=True)
class Around:
    """A part of the problem: whom to plan, and what the others do.

    Parameters
    ----------
    workers
        The workers to plan.
    staffed, paid
        What the others cover, day × slot, and what their rosters cost.
    open_days
        The days whose cover is planned; all when None.
    """

    workers: Ints
    staffed: Ints
    paid: float
    open_days: npt.NDArray[np.bool_] | None = None


def everybody(problem: Problem) -> Around:
    """Give the whole problem as a part."""
    nothing = np.zeros((problem.days, len(problem.tables.slots)), dtype=np.int64)
    return Around(np.arange(len(problem.workers)), nothing, 0.0)


class Frame:
    """Rows and slacks.

    A cell that others fill already needs no row: each one more costs the same there, whoever it is,
    so that goes into the columns. In a neighbourhood or a part of a region that is most of them.

    Parameters
    ----------
    problem, around
        Whom to plan, around what the others do.
    no_roster
        Price of one missing where the cover must hold; a worker without roster costs a multiple.
    """

    def __init__(self, problem: Problem, around: Around, no_roster: float) -> None:
        shape = (problem.days, len(problem.tables.slots))
        self.highs = simplex()
        self.cover_row = np.full(shape, -1, dtype=np.int64)
        self.level = np.zeros(shape)
        self.over, self.paid = np.zeros(shape), around.paid
        self.bounded: list[tuple[int, float, float, float]] = []
        self._worker_rows(len(around.workers), WORKERS_WORTH * no_roster)
        self._cover_rows(problem, around, no_roster)

    def _worker_rows(self, count: int, no_roster: float) -> None:
        for worker in range(count):
            self.highs.addRow(1.0, 1.0, 0, np.empty(0, np.int32), np.empty(0))
            self._slack(worker, 1.0, no_roster, INFINITE)

    def _slack(self, row: int, sign: float, price: float, most: float) -> None:
        place = np.array([row], dtype=np.int32)
        self.highs.addCol(price, 0.0, most, 1, place, np.array([sign]))
        if most < INFINITE:
            self.bounded.append((row, sign, price, most))

    def _cover_rows(self, problem: Problem, around: Around, no_roster: float) -> None:
        """Make one row per cell whose cover may be short or is at a maximum."""
        is_open = around.open_days
        for day in range(problem.days):
            if is_open is not None and not is_open[day]:
                continue
            for slot in range(len(problem.tables.slots)):
                staffed = int(around.staffed[day, slot])
                asked = cover_slacks(problem.tables, day, slot, no_roster, staffed)
                if asked is None:
                    continue
                level, slacks = asked
                beyond = [price for sign, price, _ in slacks if sign < 0]
                if level <= 0 and len(beyond) == 1:
                    self.over[day, slot] = beyond[0]
                    self.paid -= level * beyond[0]
                    continue
                row = self.highs.getNumRow()
                self.cover_row[day, slot], self.level[day, slot] = row, level
                self.highs.addRow(level, level, 0, np.empty(0, np.int32), np.empty(0))
                for sign, price, most in slacks:
                    self._slack(row, sign, price, most)
