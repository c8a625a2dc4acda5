"""What may not be touched while a roster is changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.problem.tables import Bools


@dataclass(frozen=True, slots=True)
class Locks:
    """Days, people and single cells that stay as they are; nothing locked when left out.

    Parameters
    ----------
    days
        Days on which nothing changes: what has been worked, what was promised.
    workers
        People whose roster stays.
    cells
        (worker, day) pairs that stay.
    """

    days: frozenset[int] = frozenset()
    workers: frozenset[str] = frozenset()
    cells: frozenset[tuple[str, int]] = frozenset()

    def mask(self, problem: Problem) -> Bools:
        """Give worker × day: True where nothing may change. What is fixed is locked as well."""
        locked = np.zeros((len(problem.workers), problem.days), dtype=bool)
        locked[:, sorted(self.days)] = True
        row_of = {worker.id: row for row, worker in enumerate(problem.workers)}
        for row, worker in enumerate(problem.workers):
            locked[row, sorted(worker.fixed)] = True
        for who in self.workers & row_of.keys():
            locked[row_of[who]] = True
        for who, day in self.cells:
            if who in row_of:
                locked[row_of[who], day] = True
        return locked
