"""A roster made day after day; each day is filled at once, knowing what each row has come to."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.scoring import Referee, judge, judge_worker
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.day_by_day.one_day import Floats, Ints, cheapest_day

BREACH, SHORT = 100.0, 1000.0
"""Prices in the largest weight: of a breach in a row, and of one missing where cover must hold."""
PATIENCE = 6
"""Passes without fewer missing after which others may try."""
FIRST, SWEEPING = 0.5, 0.4
"""Shares of the time in which there must be a first roster, and for sweeps after it."""


class Days:
    """A roster in the making.

    Parameters
    ----------
    referee
        Judges; stops.
    """

    def __init__(self, referee: Referee) -> None:
        self._referee, self._problem = referee, referee.problem
        tables = self._problem.tables
        self._tables, self._allowed = tables, tables.allowed
        self.grid: Ints = np.full((len(tables.workers), self._problem.days), OFF, dtype=np.int64)
        self._weight = float(max(1, tables.under_weight.max(initial=0), tables.cost.max(initial=0)))
        self._until = self._in(FIRST)
        self._barred = np.zeros((self._problem.days, len(tables.slots), len(tables.slots)))

    def sweep(self, rng: np.random.Generator) -> bool:
        """Fill each day once more, knowing the days after as well; say if there was time for it."""
        return all(self.fill(int(day)) for day in rng.permutation(self._problem.days))

    def _in(self, share: float) -> float:
        return self._referee.seconds + share * self._referee.seconds_left

    def forward(self) -> bool:
        """Fill each day after the one before; again, wiser, while cover is missing; say if it is.

        Where somebody is missing, what keeps people from coming the day after gets a price.
        """
        fewest, since = np.inf, 0
        while since < PATIENCE:
            self.grid[:] = OFF
            if not all(self.fill(day) for day in range(self._problem.days)):
                return False
            missing = self._learn()
            if not missing:
                self._until = self._in(SWEEPING)
                return True
            since = 0 if missing < fewest else since + 1
            fewest = min(fewest, missing)
        return False

    def fill(self, day: int) -> bool:
        """Fill a day anew with all others as they are; say if there was time for it."""
        if self._referee.should_stop() or self._referee.seconds > self._until:
            return False
        self.grid[:, day] = OFF
        price = np.full(self._allowed.shape[::2], np.inf)
        for worker in range(len(price)):
            price[worker] = self._row_prices(worker, day)
        self.grid[:, day] = cheapest_day(self._tables, day, price, SHORT * self._weight)
        return True

    def propose(self) -> float:
        """Tell of the roster when nothing is broken; give its price, infinite otherwise."""
        roster = Roster(self.grid.astype(np.int32))
        score = judge(self._problem, roster)
        if not score.is_feasible:
            return np.inf
        self._referee.propose(roster, score.objective)
        return float(score.objective)

    def _row_prices(self, worker: int, day: int) -> Floats:
        """Give, per slot, what a row costs more with work on a day than with a day off."""
        tables, row = self._tables, [int(slot) for slot in self.grid[worker]]
        found = np.full(len(tables.slots), np.inf)
        now, known = self._price(worker, row), dict[int, float]()
        for slot in np.flatnonzero(self._allowed[worker, day] & self._follows(row, day)):
            kind = int(tables.slot_kind[slot])
            own = float(tables.cost[worker, day, slot])
            if kind not in known:
                row[day] = int(slot)
                known[kind] = self._price(worker, row) - now - own
            later = self._barred[day, slot] @ tables.eligible[worker]
            found[slot] = known[kind] + own + later
        return found

    def _price(self, worker: int, row: list[int]) -> float:
        score = judge_worker(self._problem, worker, row)
        return score.objective + BREACH * self._weight * len(score.breaches)

    def _follows(self, row: list[int], day: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Mark the slots that may stand between what is worked the day before and after."""
        tables = self._tables
        follows = tables.may_follow[np.ix_(tables.slot_kind, tables.slot_kind)]
        fits = np.ones(len(tables.slots), dtype=bool)
        if day > 0 and row[day - 1] != OFF:
            fits &= follows[row[day - 1]]
        if day + 1 < len(row) and row[day + 1] != OFF:
            fits &= follows[:, row[day + 1]]
        return fits

    def _learn(self) -> int:
        """Price what led to missing cover; give in how many places it is missing."""
        tables = self._tables
        staffed = np.zeros(tables.minimum.shape, dtype=np.int64)
        workers, days = np.nonzero(self.grid != OFF)
        np.add.at(staffed, (days, self.grid[workers, days]), 1)
        missing = (staffed < tables.minimum) & (tables.minimum_weight < 0)
        follows = tables.may_follow[np.ix_(tables.slot_kind, tables.slot_kind)]
        for day, slot in np.argwhere(missing):
            if day > 0:
                self._barred[day - 1, ~follows[:, slot], slot] += self._weight
        return int(missing.sum())
