"""The search on a zone: two workers at a time are taken out and planned anew, colder and colder."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np

from flexpool.planning.prices.cover import Cover
from flexpool.planning.problem import Problem
from flexpool.planning.regions.rows.places import (
    calm_of,
    empty_offer,
    neighbours,
    places_of,
    priced,
)
from flexpool.planning.regions.rows.steps import steps_of
from flexpool.planning.regions.settling.board import (
    Board,
    cover_of,
    empty_board,
    put_in,
    take_out,
)
from flexpool.planning.regions.settling.graph import graph_for, note
from flexpool.planning.regions.settling.moves import TINY, put_right
from flexpool.planning.solution import Grid
from flexpool.planning.solvers.column_generation.pricing.laying_out import (
    automaton_of,
    terms_of,
)
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.loops.cheapest import cheapest
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules, room_for
from flexpool.planning.solvers.column_generation.pricing.program import Pricing

HOT, COLD, UNREST = 0.12, 0.006, 0.025
"""Of what one place is worth: how much dearer a step may end, about, at first and at last; and
what moves the prices of the first of two."""
WARM = 0.03
"""At first where it goes on from rows."""
RESTLESS = 0.5
SEEN_EVERY, SEEN_WITHIN, SEEN_MOST = 25, 1.02, 12


@dataclass(frozen=True)
class Settled:
    """The best grid of a search, and, per worker, the last rows it went through with their price.

    A row is in slots of the problem; the newest comes last.
    """

    grid: Grid
    cost: float
    seen: list[dict[bytes, float]]
    steps: int


class Zone:
    """A zone on the board, everybody planned once, each beside those before.

    Parameters
    ----------
    problem, pricings
        A problem small enough for tables, and its groups from `pricings_of`.
    seed
        Of what is drawn.
    start
        Rows to go on from; who has none that may be is planned.
    """

    def __init__(
        self, problem: Problem, pricings: list[Pricing], seed: int, start: Grid | None = None
    ) -> None:
        self._random, demand = np.random.default_rng(seed), Cover(problem)
        self._places, self._cover = places_of(problem, pricings), cover_of(demand)
        automaton = automaton_of(pricings)
        terms = terms_of(pricings, np.arange(len(problem.workers)))
        self._rules = Rules(automaton, terms, room_for(automaton))
        self._steps = steps_of(automaton, terms)
        self._board = empty_board(self._places, self._cover)
        size = problem.days, len(problem.workers), len(self._places.class_of)
        self._graph = graph_for(*size)
        self._calm, self._offer = calm_of(self._places), empty_offer(self._places)
        self._row = np.zeros(problem.days, dtype=np.int64)
        self._scale = demand.scale
        self._near = neighbours(self._places)
        self.cost = float(demand.prices(self._board.staffed).sum())
        self._hot = HOT if start is None else WARM
        given = {} if start is None else dict(enumerate(start.astype(np.int64)))
        left = [worker for worker, cells in given.items() if not self._is_given(worker, cells)]
        for worker in self._random.permutation(left if given else len(problem.workers)):
            self._put_right()
            self._plan(int(worker), self._calm)
        self._put_right()

    @property
    def is_planned(self) -> bool:
        """Whether everybody has a row."""
        return not self._board.out.any()

    def settle(self, seconds: float) -> Settled:
        """Search for so long; give the best there was."""
        began, best, kept = time.perf_counter(), self.cost, self._board.grid.copy()
        seen: list[dict[bytes, float]] = [{} for _ in self._near]
        movable = [worker for worker, near in enumerate(self._near) if len(near)]
        step, share = 0, 0.0 if movable and seconds > 0 else 1.0
        while share < 1.0:
            first = movable[int(self._random.integers(len(movable)))]
            second = int(self._random.choice(self._near[first]))
            self._step([first, second], self._scale * self._hot * (COLD / self._hot) ** share)
            if self.cost < best - TINY:
                best, kept = self.cost, self._board.grid.copy()
            if step % SEEN_EVERY == 0 and self.cost < SEEN_WITHIN * best:
                self._note(seen)
            step, share = step + 1, (time.perf_counter() - began) / seconds
        return Settled(kept.astype(np.int32), best, seen, step)

    def _step(self, chosen: list[int], heat: float) -> None:
        """Plan some workers anew; take it back when everything costs too much more."""
        before, kept = self.cost, Board._make(part.copy() for part in self._board)
        for worker in chosen:
            self.cost += take_out(worker, self._board, self._cover)
            note(worker, self._graph)
        is_planned = True
        for worker in chosen:
            self._put_right()
            is_restless = worker != chosen[-1] and self._random.random() < RESTLESS
            unrest = self._unrest() if is_restless else self._calm
            is_planned = is_planned and self._plan(worker, unrest)
        self._put_right()
        most = before - heat * math.log(1.0 - self._random.random())
        if not is_planned or self.cost > most:
            self.cost = before
            moved = (self._board.grid != kept.grid).any(axis=1) | (self._board.out != kept.out)
            for one in np.flatnonzero(moved):
                note(int(one), self._graph)
            for part, old in zip(self._board, kept, strict=True):
                part[:] = old

    def _unrest(self) -> Floats:
        unrest: Floats = self._random.normal(0.0, UNREST * self._scale, self._calm.shape)
        return unrest

    def _put_right(self) -> None:
        self.cost += put_right(self._board, self._places, self._cover, self._steps, self._graph)

    def _plan(self, worker: int, unrest: Floats) -> bool:
        """Give a worker the cheapest row at what places are worth; False when there is none."""
        board, row, offer = self._board, self._row, self._offer
        priced(worker, board.worth, unrest, self._places, offer)
        price = cheapest(offer.price, worker, self._rules, row)
        if not price < np.inf:
            return False
        works = np.nonzero(row >= 0)[0]
        price = round(price - float(offer.paid[works, row[works]].sum()))
        self.cost += put_in(worker, row, offer, float(price), board, self._cover, self._steps)
        note(worker, self._graph)
        return True

    def _is_given(self, worker: int, cells: Ints) -> bool:
        """Give a worker a row that is there already; False when it may not be."""
        board, places = self._board, self._places
        row = np.where(cells >= 0, places.class_of[cells], -1)
        works = np.flatnonzero(cells >= 0)
        own = slice(places.first[worker], places.first[worker + 1])
        alone = places.alone[works, own][places.slots[own] == cells[works][:, None]].sum()
        self._offer.slots[works, row[works]] = cells[works]
        dearer = put_in(worker, row, self._offer, 0.0, board, self._cover, self._steps)
        price = float(board.instead[0, worker, row[0]] + alone)
        self.cost += dearer
        if not price < np.inf:
            self.cost += take_out(worker, board, self._cover)
            return False
        board.price[worker] = price
        self.cost += price
        note(worker, self._graph)
        return True

    def _note(self, seen: list[dict[bytes, float]]) -> None:
        """Keep everybody's row, the newest last."""
        for known, cells, price in zip(seen, self._board.grid, self._board.price, strict=True):
            key = cells.astype(np.int32).tobytes()
            known.pop(key, None)
            known[key] = float(price)
            if len(known) > SEEN_MOST:
                del known[next(iter(known))]
