"""The master program: which mix of columns gives every worker one roster and covers best.

Rows: one per worker (exactly one roster), one per day and slot whose cover matters, and one per
worker and kind whose maximum some column exceeds. Solved by HiGHS, warm from the last solution.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.column_generation.mix.frame import Around, Frame, everybody
from flexpool.planning.solvers.column_generation.mix.rows import (
    INFINITE,
    capped_by,
    caps_of,
    compressed,
    keep_columns,
    key_of,
    kinds_used,
    worth_keeping,
)
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Duals, at_duals
from flexpool.planning.solvers.column_generation.pricing.runs import Cells


class Master:
    """The linear program over columns; grows and never shrinks.

    Parameters
    ----------
    problem
        What to plan.
    no_roster
        Price of a worker without roster, and of one missing where the cover must hold.
    around
        Whom to plan, around what the others do; everybody when None.
    """

    def __init__(self, problem: Problem, no_roster: float, around: Around | None = None) -> None:
        self.problem, self.tables = problem, problem.tables
        self.days, self.slots = problem.days, len(problem.tables.slots)
        around = around or everybody(problem)
        self.workers = around.workers
        self.row_of = {int(worker): row for row, worker in enumerate(self.workers)}
        self.worker = np.empty(0, dtype=np.int64)
        self.cells: Cells = np.empty((0, self.days), dtype=np.int32)
        self.cost, self.fits = np.empty(0), np.empty(0, dtype=bool)
        self.objective, self.known = np.inf, set[bytes]()
        frame = Frame(problem, around, no_roster)
        self.highs, self.first_column = frame.highs, frame.highs.getNumCol()
        self.cover_row, self.level, self.bounded = frame.cover_row, frame.level, frame.bounded
        self.over, self.paid = frame.over, frame.paid
        self.cap_row: dict[tuple[int, int], int] = {}
        self.caps = caps_of(problem)
        self.slot_of_kind = {int(kind): slot for slot, kind in enumerate(self.tables.slot_kind)}
        self.fixed: dict[int, int] = {}

    def add(self, workers: Ints, cells: Cells, costs: Floats) -> int:
        """Add the columns that are new; give how many."""
        fresh = []
        for number in range(len(workers)):
            key = key_of(workers[number], cells[number])
            if key not in self.known:
                self.known.add(key)
                fresh.append(number)
        if not fresh:
            return 0
        chosen = np.array(fresh)
        workers, cells, costs = workers[chosen], cells[chosen], costs[chosen]
        self._cap(workers, cells)
        own_rows = [self.row_of[int(worker)] for worker in workers]
        caps = capped_by(self.cap_row, workers, kinds_used(self.tables, cells))
        starts, rows, values = compressed(cells, self.cover_row, own_rows, caps)
        count, over = len(chosen), self.over[np.arange(self.days), np.maximum(cells, 0)]
        paid = costs + np.where(cells != OFF, over, 0.0).sum(axis=1)
        self.highs.addCols(
            count, paid, np.zeros(count), np.full(count, INFINITE), len(rows), starts, rows, values
        )
        self.worker = np.concatenate([self.worker, workers])
        self.cells = np.concatenate([self.cells, cells])
        self.cost = np.concatenate([self.cost, costs])
        within = (kinds_used(self.tables, cells) <= self.caps[workers]).all(axis=1)
        self.fits = np.concatenate([self.fits, within])
        return count

    def _cap(self, workers: Ints, cells: Cells) -> None:
        """Add the rows of maxima that these columns exceed."""
        counts = kinds_used(self.tables, cells)
        for number, kind in np.argwhere(counts > self.caps[workers]):
            key = int(workers[number]), int(kind)
            if key in self.cap_row:
                continue
            self.cap_row[key] = self.highs.getNumRow()
            own = np.nonzero(self.worker == key[0])[0]
            used = kinds_used(self.tables, self.cells[own])[:, kind]
            own, used = own[used > 0], used[used > 0]
            places = (own + self.first_column).astype(np.int32)
            self.highs.addRow(
                -INFINITE, float(self.caps[key]), len(own), places, used.astype(float)
            )

    def shrink(self) -> bool:
        """Forget columns of workers whose roster is fixed, and, of too many, those least of use.

        Gives whether any went; the mix must then be solved again. Most of the time of a simplex
        goes to columns that never come in again. What is fixed or in use stays.
        """
        stays = worth_keeping(self.highs, self.first_column, self.free()[self.worker])
        if stays is None:
            return False
        stays[list(self.fixed.values())] = True
        self._keep_only(stays)
        return True

    def drop_unfit(self) -> None:
        """Forget the columns that exceed a maximum: a mix of them may seem cheaper than any fit."""
        self._keep_only(self.fits)

    def _keep_only(self, stays: npt.NDArray[np.bool_]) -> None:
        gone = np.nonzero(~stays)[0]
        if not len(gone):
            return
        self.known -= {key_of(self.worker[column], self.cells[column]) for column in gone}
        keep_columns(self.highs, self.first_column, stays)
        self.worker, self.cells = self.worker[stays], self.cells[stays]
        self.cost, self.fits = self.cost[stays], self.fits[stays]
        places = np.cumsum(stays) - 1
        self.fixed = {worker: int(places[column]) for worker, column in self.fixed.items()}

    def solve(self) -> float:
        """Solve; give the objective."""
        self.highs.run()
        self.objective = float(self.highs.getInfo().objective_function_value) + self.paid
        return self.objective

    def duals(self) -> tuple[Floats, Duals]:
        """Give the duals of the workers, and of cover and caps."""
        dual = np.array(self.highs.getSolution().row_dual)
        cover = np.where(self.cover_row >= 0, dual[np.maximum(self.cover_row, 0)], -self.over)
        capped = np.zeros((len(self.problem.workers), self.slots))
        for (worker, kind), row in self.cap_row.items():
            capped[worker, self.tables.slot_kind == kind] = dual[row]
        workers = np.zeros(len(self.problem.workers))
        workers[self.workers] = dual[: len(self.workers)]
        return workers, Duals(cover, capped)

    def worth(self, duals: Duals) -> float:
        """Give what all rows but the free workers' are worth at these prices."""
        total = self.paid + float((duals.cover * self.level).sum())
        by_row = np.zeros(self.first_column)
        by_row[self.cover_row[self.cover_row >= 0]] = duals.cover[self.cover_row >= 0]
        for row, sign, price, most in self.bounded:
            total += min(0.0, price - sign * by_row[row]) * most
        for worker, kind in self.cap_row:
            total += duals.capped[worker, self.slot_of_kind[kind]] * self.caps[worker, kind]
        if self.fixed:
            columns = np.array(list(self.fixed.values()))
            paid = at_duals(self.cells[columns], self.worker[columns], duals)
            total += float((self.cost[columns] - paid).sum())
        return total

    def fix(self, column: int) -> None:
        """Give a worker this column for good."""
        self.fixed[int(self.worker[column])] = column
        self.highs.changeColBounds(self.first_column + column, 1.0, 1.0)

    def bar(self, column: int) -> None:
        """Keep a column out of the mix, for now."""
        self.highs.changeColBounds(self.first_column + column, 0.0, 0.0)

    def refuse(self, columns: Ints) -> None:
        """Keep columns out for good."""
        self.fits[columns] = False
        for column in columns:
            self.bar(int(column))

    def allow(self, column: int) -> None:
        """Let a barred column in again, unless it is fixed."""
        if self.fixed.get(int(self.worker[column])) != column:
            self.highs.changeColBounds(self.first_column + column, 0.0, INFINITE)

    def free(self) -> npt.NDArray[np.bool_]:
        """Mark the workers to plan that have no fixed column yet."""
        free = np.zeros(len(self.problem.workers), dtype=bool)
        free[self.workers] = True
        free[list(self.fixed)] = False
        return free

    def release(self, worker: int) -> None:
        """Take back what was given to a worker."""
        column = self.fixed.pop(worker)
        self.highs.changeColBounds(self.first_column + column, 0.0, INFINITE)

    def shares(self) -> Floats:
        """Give the value of each column."""
        return np.array(self.highs.getSolution().col_value)[self.first_column :]
