"""The rows of all workers together: what they cost, and one row planned anew among the others."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.row_descent.board import Board, cover_cost, scene_of
from flexpool.planning.solvers.row_descent.moves.chains import untangle
from flexpool.planning.solvers.row_descent.moves.drawing import note
from flexpool.planning.solvers.row_descent.one_row.stretch import (
    slots_within,
    terms_within,
    weekends_of,
)
from flexpool.planning.solvers.row_descent.one_row.within import row_within
from flexpool.planning.solvers.row_descent.terms import Bools, Floats, Ints
from flexpool.planning.solvers.row_descent.ward import Ward

ALL_DAYS = slice(None)


class Rows:
    """A roster in the making: a row per worker, and how many work each day × slot.

    Parameters
    ----------
    problem, ward
        What is planned.
    """

    def __init__(self, problem: Problem, ward: Ward) -> None:
        self.ward = ward
        self.scene = scene_of(problem, ward)
        self.board, self.cover = self.scene.board, self.scene.cover
        self._days = np.arange(problem.days)
        workers = len(problem.workers)
        self.alone = np.zeros(workers)
        self._rates = np.zeros((workers, 1 + len(problem.kinds)))  # prices of totals, as searched
        self._room = np.empty(ward.room)

    @property
    def grid(self) -> Ints:
        """Worker × day: a slot, -1 for off."""
        return self.board.grid

    @property
    def cost(self) -> float:
        """What the roster costs, as the judge would say."""
        cover = cover_cost(self.cover, self.board.staffed)
        return float(cover.sum() + self.alone.sum()) + self.ward.off_price

    def snapshot(self) -> tuple[Board, Floats]:
        """Keep everything as it is now."""
        return Board._make(one.copy() for one in self.board), self.alone.copy()

    def restore(self, kept: tuple[Board, Floats]) -> None:
        """Make everything as it was kept."""
        changed = (self.board.grid != kept[0].grid).any(axis=1) | (self.board.out != kept[0].out)
        for worker in np.flatnonzero(changed):
            note(int(worker), self.scene.drawn)
        for own, was in zip(self.board, kept[0], strict=True):
            own[:] = was
        self.alone[:] = kept[1]

    def take_out(self, worker: int, days: slice = ALL_DAYS) -> None:
        """Let nobody be counted for a worker on these days; the row stays as it was."""
        if not self.board.out[worker]:
            self._count(worker, -1, days)
            self.board.out[worker] = True
            note(worker, self.scene.drawn)

    def put_in(self, worker: int, part: Ints, days: slice = ALL_DAYS) -> None:
        """Give a worker what to do on the days that were taken out, and count it."""
        board, slots = self.board, self.ward.slots
        board.grid[worker, days] = part
        board.out[worker] = False
        note(worker, self.scene.drawn)
        row = board.grid[worker]
        works = row != OFF
        worked = row[works]
        board.minutes[worker] = slots.minutes[worked].sum()
        kinds = slots.kinds[worked]
        board.used[worker] = np.bincount(kinds, minlength=board.used.shape[1])
        board.weekends[worker] = weekends_of(works, slots.weekend)
        self._price(worker)
        self._count(worker, 1, days)

    def plan(
        self,
        worker: int,
        worth: Floats | None = None,
        unrest: Floats | None = None,
        days: slice = ALL_DAYS,
    ) -> bool:
        """Plan and put in a row for a worker who is not counted; say if one was found.

        Parameters
        ----------
        worker, days
            Whose, and the days that were taken out.
        worth
            Day × slot: what one more there costs; when None, what it costs if nobody gives way.
        unrest
            Day × slot: added to the prices, so that not always the same row is best.
        """
        ward, slots, terms = self.ward, self.ward.slots, self.ward.terms[worker]
        price = ward.alone[worker, days] + (self._worth() if worth is None else worth)[days]
        price = price if unrest is None else price + unrest[days]
        if days != ALL_DAYS:
            terms = terms_within(terms, slots, self.board.grid[worker], days)
            slots = slots_within(slots, days)
        row = np.full(len(price), OFF, dtype=np.int64)
        cost = row_within(price, slots, terms, self._rates[worker], ward.scale, self._room, row)
        if cost == np.inf:
            return False
        self.put_in(worker, row, days)
        return True

    def untangle(self, days: Bools, told: slice | None = None) -> Floats:
        """Let workers change places on these days while that makes the roster cheaper.

        Parameters
        ----------
        days
            Which days.
        told
            The days for which to give, day × slot, what one more costs when others give way.
        """
        moved = np.zeros(len(self.alone), dtype=np.bool_)
        worth, is_told = np.empty(self.board.staffed.shape), np.zeros_like(days)
        is_told[told or slice(0)] = True
        untangle(days, is_told, self.scene, moved, worth)
        for worker in np.flatnonzero(moved):
            self._price(int(worker))
        return worth

    def expect(self, worker: int, minute: float, kinds: Floats) -> None:
        """Let the next search for a row begin with these prices of a minute and of each kind."""
        self._rates[worker, 0], self._rates[worker, 1:] = minute, kinds

    def forget(self, worker: int) -> None:
        """Let the next search for a row begin without prices of totals."""
        self._rates[worker] = 0

    def _worth(self) -> Floats:
        """Give day × slot: what one more there would cost."""
        cover, staffed = self.cover, self.board.staffed
        worth = np.where(staffed < cover.optimum, -cover.under, cover.over)
        worth -= np.where(staffed < cover.minimum, cover.below, 0)
        worth[staffed >= cover.maximum] = np.inf
        return worth

    def _price(self, worker: int) -> None:
        row = self.board.grid[worker]
        works = row != OFF
        self.alone[worker] = self.ward.alone[worker, self._days[works], row[works]].sum()

    def _count(self, worker: int, change: int, days: slice) -> None:
        row = self.board.grid[worker, days]
        works: Bools = row != OFF
        self.board.staffed[self._days[days][works], row[works]] += change
