"""Takes out of a roster what breaks a hard constraint, the cheapest shifts first."""

from __future__ import annotations

from collections.abc import Callable

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.scoring import judge, judge_worker
from flexpool.planning.solution import Roster

Row = tuple[int, ...]
MOST_KEPT = 50_000
"""Rows of which the mended one is remembered: most rows stay the same from roster to roster."""
MOST_ROUNDS = 5
"""Times that shifts which break something together with those of others are taken out."""


class Mender:
    """Mends rosters of one problem.

    Parameters
    ----------
    problem
        What must hold.
    stop
        Asked between rows: whether it is over.
    """

    def __init__(self, problem: Problem, stop: Callable[[], bool]) -> None:
        self.problem, self.stop = problem, stop
        self._known: dict[tuple[int, Row], Row | None] = {}

    def mended(self, roster: Roster) -> tuple[Roster, int] | None:
        """Give the roster without what breaks something, and its cost.

        None when it cannot be mended by leaving shifts out, or when it is over.
        """
        grid = roster.grid.copy()
        for worker, cells in enumerate(roster.grid.tolist()):
            row = None if self.stop() else self.row(worker, tuple(cells))
            if row is None:
                return None
            grid[worker] = row
        for _ in range(MOST_ROUNDS):
            score = judge(self.problem, Roster(grid))
            if score.is_feasible:
                return Roster(grid), score.objective
            for one in score.breaches:
                if one.worker is None or one.day is None:
                    return None
                if one.day in self.problem.workers[one.worker].fixed:
                    return None
                grid[one.worker, one.day] = OFF
        return None

    def row(self, worker: int, row: Row) -> Row | None:
        """Give a worker's row without the shifts that break something; None when that is not it."""
        key = worker, row
        if key not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[key] = self._mended(worker, row)
        return self._known[key]

    def _mended(self, worker: int, row: Row) -> Row | None:
        """Leave out one shift after the other, each time the one that helps most."""
        fixed = self.problem.workers[worker].fixed
        broken, _ = self._judged(worker, row)
        while broken:
            loose = [day for day, slot in enumerate(row) if slot != OFF and day not in fixed]
            tried = [(*row[:day], OFF, *row[day + 1 :]) for day in loose]
            if not tried:
                return None
            judged = {one: self._judged(worker, one) for one in tried}
            row = min(tried, key=lambda one: judged[one])
            broken = judged[row][0]
        return row

    def _judged(self, worker: int, row: Row) -> tuple[int, int]:
        """Give how much a row breaks, and what it costs."""
        score = judge_worker(self.problem, worker, list(row))
        return sum(one.amount for one in score.breaches), score.objective
