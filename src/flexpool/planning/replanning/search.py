"""Who could take a place, and what would have to move: direct takers and chains of moves.

A taker who may not take the place as things are, may when one other shift of hers goes to somebody
else: an ejection chain (Glover 1996, doi:10.1016/0166-218X(94)00037-E; for rosters Burke, Curtois
et al. 2010, doi:10.1016/j.ejor.2009.07.036). Every row is judged as it would become.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.problem.tables import Bools
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.replanning.verdict import Effect, Row, Rows

MOVERS, FAR_MOVERS = 12, 3
"""How many takers who leave a shift are followed, at the last move and at one before it."""
NEAR_DAYS = 8
"""So many shifts, the nearest ones, are tried to leave for a place."""
LAST_TAKERS = 6
"""How many of the cheapest people are tried for the shift that comes free."""

Place = tuple[int, int]
"""Day and slot."""


@dataclass(frozen=True, slots=True)
class Taker:
    """A worker on a place; `freed` is the shift that must be left for it, if any."""

    worker: int
    row: Row
    cost: int
    freed: Place | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Rows that fill a place together, and what they cost; negative is better than before."""

    rows: Rows
    effect: Effect


class Search:
    """Looks for takers in one standing roster; what was looked up once is kept."""

    def __init__(self, standing: Standing, locked: Bools) -> None:
        self._standing, self._locked = standing, locked
        self._allowed = standing.problem.tables.allowed
        self._most_saved = int(standing.problem.tables.over_weight.max(initial=0))
        self._direct: dict[Place, list[Taker]] = {}
        self._movers: dict[Place, list[Taker]] = {}

    def best(self, place: Place, moves: int, count: int) -> list[Found]:
        """Give the cheapest ways to fill a place, every one judged by all constraints.

        Parameters
        ----------
        place
            The place that one more worker is wanted on.
        moves
            How many people besides the taker may get another roster: 0, 1 or 2.
        count
            How many ways at most.
        """
        found = self._judged(({one.worker: one.row} for one in self.direct(place)), count)
        floor = min((one.cost for one in self.direct(place)), default=0)
        for depth in range(1, moves + 1):
            bar = self._row_cost(found[-1].rows) if len(found) == count else None
            if bar is not None:
                bar += self._most_saved - min(0, floor)
            chains = self._chains((place,), depth, {}, bar)
            found = self._judged((*(one.rows for one in found), *chains), count)
        return found

    def _judged(self, ways: Iterable[Rows], count: int) -> list[Found]:
        """Give the cheapest ways that break nothing; the law is asked of no more than these."""
        found: list[Found] = []
        different = {frozenset(rows.items()): rows for rows in ways}.values()
        for rows in sorted(different, key=lambda rows: (self._standing.cost(rows), len(rows))):
            if len(found) == count:
                break
            effect = self._standing.effect(rows)
            if not effect.breaks:
                found.append(Found(rows, effect))
        return sorted(found, key=lambda one: one.effect.cost)

    def _row_cost(self, rows: Rows) -> int:
        return sum(self._standing.row_cost(worker, row) for worker, row in rows.items())

    def _chains(
        self, places: tuple[Place, ...], moves: int, before: dict[int, Row], bar: int | None
    ) -> Iterator[Rows]:
        """Give rows that fill the last place together, so many people leaving a shift for it.

        Not followed is who costs more than `bar`: nobody who takes the shift that comes free is
        taken to gain more than the best taker of the first place does. Nor is who leaves a place
        that somebody was moved to: that would only change two people round.
        """
        movers = [
            one
            for one in self.movers(places[-1])
            if one.worker not in before and one.freed not in places
        ]
        for mover in nsmallest(MOVERS if moves == 1 else FAR_MOVERS, movers, _cost):
            after = {**before, mover.worker: mover.row}
            if bar is not None and self._row_cost(after) > bar:
                break
            assert mover.freed is not None  # a mover leaves a shift
            if moves > 1:
                yield from self._chains((*places, mover.freed), moves - 1, after, bar)
                continue
            if self._is_spare(mover.freed):
                yield after
            takers = [one for one in self.direct(mover.freed) if one.worker not in after]
            for taker in nsmallest(LAST_TAKERS, takers, _cost):
                yield {**after, taker.worker: taker.row}

    def _is_spare(self, place: Place) -> bool:
        """Tell whether one fewer on a place costs nothing."""
        count, cell = self._standing.filled(*place), self._standing.cell
        now, then = cell(*place, count), cell(*place, count - 1)
        return then.cost <= now.cost and not then.broken

    def direct(self, place: Place) -> list[Taker]:
        """Give who could take a place on a day off, the law aside."""
        if place not in self._direct:
            day, slot = place
            self._direct[place] = [
                Taker(worker, row, self._standing.row_cost(worker, row))
                for worker in self._could(place)
                if self._standing.rows[worker][day] == OFF
                and not self._standing.breaks(worker, row := self._with(worker, day, slot))
            ]
        return self._direct[place]

    def movers(self, place: Place) -> list[Taker]:
        """Give who could take a place when one other shift of theirs went, the law aside."""
        if place not in self._movers:
            known = {taker.worker for taker in self.direct(place)}
            self._movers[place] = [
                mover
                for worker in self._could(place)
                if worker not in known
                for mover in self._moves(worker, place)
            ]
        return self._movers[place]

    def _moves(self, worker: int, place: Place) -> Iterator[Taker]:
        day, slot = place
        now = self._standing.rows[worker]
        row = self._with(worker, day, slot)
        if now[day] == slot:
            return
        for left in [day] if now[day] != OFF else self._busy_near(worker, day):
            then = row if left == day else (*row[:left], OFF, *row[left + 1 :])
            if not self._standing.breaks(worker, then):
                cost = self._standing.row_cost(worker, then)
                yield Taker(worker, then, cost, (left, now[left]))

    def _busy_near(self, worker: int, day: int) -> list[int]:
        row, locked = self._standing.rows[worker], self._locked[worker]
        busy = [one for one, slot in enumerate(row) if slot != OFF and not locked[one]]
        return nsmallest(NEAR_DAYS, busy, lambda one: (abs(one - day), one))

    def _could(self, place: Place) -> list[int]:
        """Give who may stand on a place and is not locked there."""
        day, slot = place
        workers: list[int] = np.flatnonzero(
            self._allowed[:, day, slot] & ~self._locked[:, day]
        ).tolist()
        return workers

    def _with(self, worker: int, day: int, slot: int) -> Row:
        row = self._standing.rows[worker]
        return (*row[:day], slot, *row[day + 1 :])


def _cost(taker: Taker) -> tuple[int, int]:
    return taker.cost, taker.worker
