"""Rows are planned one by one; then a few at a time are taken out and planned anew.

Each row is the best there is for its worker beside the others. What a roster may cost to be gone
on from, so that the search can leave a valley, is said in `acceptance.py`.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.acceptance import Acceptance, Cooling, Late
from flexpool.planning.solvers.row_descent.first_rows import PASSES, SHARE, lead, plan_in_turn
from flexpool.planning.solvers.row_descent.lagrangian.market import Market
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.stretches import Stretches
from flexpool.planning.solvers.row_descent.telling import Telling
from flexpool.planning.solvers.row_descent.ward import ward_of

MOST_AT_ONCE = 2
UNREST = 0.03
"""Of what one place is worth; moves rows that are nearly as good."""
ATTEMPTS = 8
LEAST_SECONDS, WATCHED, LEAST_GAIN = 10.0, 0.3, 0.01
"""It stands still when a share of the time has gone by without gaining as much as this."""


class Descent:
    """A search over rows that tells the referee what it finds.

    Parameters
    ----------
    referee
        Judges; stops.
    seed
        Of what is drawn.
    lasts
        Whether it searches for all the time, colder and colder; otherwise until little is gained.
    """

    def __init__(self, referee: Referee, seed: int, lasts: bool = False) -> None:
        self._referee = referee
        self._rows = Rows(referee.problem, ward_of(referee.problem))
        self._random = np.random.default_rng(seed)
        self._workers = len(referee.problem.workers)
        self._stretches = Stretches(self._rows.ward.slots.weekend, self._random)
        self._telling, self._lasts = Telling(referee), lasts
        self._watched: tuple[float, float] = (0.0, float("inf"))

    def begin(self, start: Roster | None) -> bool:
        """Take a roster to start from or plan everybody; say whether everybody has a row."""
        if start is not None:
            self._adopt(start)
            return True
        market = Market(self._rows.ward, self._rows.scene)
        lead(market, self._referee, PASSES, SHARE)
        order = self._random.permutation(self._workers)
        for worker in plan_in_turn(self._rows, market, self._referee, order):
            if self._referee.should_stop() or not self._plan_first(worker):
                return False
        self._rows.untangle(np.ones(self._rows.grid.shape[1], dtype=np.bool_))
        self._telling.keep(self._rows.grid, self._rows.cost)
        return True

    def improve(self) -> None:
        """Plan rows anew until the referee says stop, or hardly anything is gained."""
        current = best = self._rows.cost
        acceptance, step = self._acceptance(), 0
        while not self._referee.should_stop() and not self._stands_still(best):
            known = self._referee.best
            if known is not None and known[1] < best:
                self._adopt(known[0])
                current = best = float(known[1])
            changed = self._step(acceptance.most(current))
            current = current if changed is None else changed
            acceptance.learn(current)
            if current < best:
                best = current
                self._telling.keep(self._rows.grid, best)
            self._telling.tell_in_time()
            step += 1
        self._telling.tell()
        self._referee.count("row_steps", step)

    def _acceptance(self) -> Acceptance:
        if self._lasts:
            return Cooling(self._referee, self._rows.ward.scale, self._random)
        return Late(self._rows.cost)

    def _plan_first(self, worker: int) -> bool:
        """Plan a first row; with some unrest when the plain search finds none."""
        if self._rows.plan(worker):
            return True
        for _ in range(ATTEMPTS):
            self._rows.forget(worker)
            if self._rows.plan(worker, unrest=self._unrest(0.1)):
                return True
        return False

    def _step(self, most: float) -> float | None:
        """Plan a few rows anew; give the new cost, None when nothing was changed."""
        rows = self._rows
        amount = min(self._workers, int(self._random.integers(1, MOST_AT_ONCE + 1)))
        chosen = [int(one) for one in self._random.choice(self._workers, amount, replace=False)]
        before, days = rows.snapshot(), self._stretches.draw()
        within = np.zeros(rows.grid.shape[1], dtype=np.bool_)
        within[days] = True
        touched = within & (rows.grid[chosen] != OFF).any(axis=0)
        for one in chosen:
            rows.take_out(one, days)
        for one in chosen:
            worth = rows.untangle(touched, days)
            is_last = one == chosen[-1]
            restless = not is_last and self._random.random() < 1 / 2
            if not rows.plan(one, worth, self._unrest(UNREST) if restless else None, days):
                rows.restore(before)
                return None
            touched = within & (rows.grid[one] != OFF)
        rows.untangle(touched)
        cost = rows.cost
        if cost <= most:
            return cost
        rows.restore(before)
        return None

    def _unrest(self, share: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        shape = self._rows.ward.alone.shape[1:]
        return share * self._rows.ward.scale * self._random.normal(size=shape)

    def _adopt(self, roster: Roster) -> None:
        for worker in range(self._workers):
            self._rows.take_out(worker)
            self._rows.put_in(worker, roster.grid[worker].astype(np.int64))

    def _stands_still(self, best: float) -> bool:
        """Say whether the last part of the time gained too little; never when it should last."""
        if self._lasts:
            return False
        seconds = self._referee.seconds
        since, cost = self._watched
        if seconds - since < max(LEAST_SECONDS, WATCHED * seconds):
            return False
        stands = best > (1 - LEAST_GAIN) * cost
        self._watched = (seconds, best)
        return stands
