"""A roster: which slot each worker has on each day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem, Tables
from flexpool.planning.problem.slots import slots_of

Grid = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Roster:
    """Workers × days of slot numbers; `OFF` is a day off. The grid is never changed in place."""

    grid: Grid

    def __post_init__(self) -> None:
        grid = np.array(self.grid, dtype=np.int32)
        grid.setflags(write=False)
        object.__setattr__(self, "grid", grid)

    @classmethod
    def empty(cls, problem: Problem) -> Roster:
        """Give the roster in which nobody works."""
        return cls(np.full((len(problem.workers), problem.days), OFF, dtype=np.int32))

    @classmethod
    def from_cells(cls, problem: Problem, cells: dict[tuple[str, int], tuple[str, str]]) -> Roster:
        """Make a roster from (worker, day) → (kind, skill).

        Raises
        ------
        KeyError
            When a worker, kind or skill is not in the problem.
        """
        grid = np.full((len(problem.workers), problem.days), OFF, dtype=np.int32)
        row_of = {worker.id: row for row, worker in enumerate(problem.workers)}
        for (worker, day), slot in cells.items():
            grid[row_of[worker], day] = problem.tables.slot_number[slot]
        return cls(grid)

    def cells(self, problem: Problem) -> dict[tuple[str, int], tuple[str, str]]:
        """Give (worker, day) → (kind, skill) of every assignment."""
        slots = problem.tables.slots
        return {
            (worker.id, day): slots[self.grid[row, day]]
            for row, worker in enumerate(problem.workers)
            for day in range(problem.days)
            if self.grid[row, day] != OFF
        }

    def as_text(self, problem: Problem) -> str:
        """Write a line per worker, tab-separated: the id, then a cell per day, `-` for off."""
        slots = slots_of(problem.kinds, problem.workers, problem.demands, problem.compositions)
        names = ["/".join(part for part in slot if part) for slot in slots] + ["-"]
        lines = [
            "\t".join([worker.id, *(names[value] for value in self.grid[row])])
            for row, worker in enumerate(problem.workers)
        ]
        return "\n".join(lines) + "\n"


def staffed(tables: Tables, grid: Grid) -> npt.NDArray[np.int64]:
    """Count how many work each day × slot."""
    counts: npt.NDArray[np.int64] = np.zeros((tables.days, len(tables.slots)), dtype=np.int64)
    rows, days = np.nonzero(grid >= 0)
    np.add.at(counts, (days, grid[rows, days]), 1)
    return counts
