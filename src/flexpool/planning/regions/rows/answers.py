"""Everybody's cheapest row at given prices of places: what each worker answers alone."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.problem import Problem
from flexpool.planning.regions.rows.places import (
    Offer,
    Places,
    calm_of,
    empty_offer,
    places_of,
    priced,
)
from flexpool.planning.solution import Grid
from flexpool.planning.solvers.column_generation.pricing.laying_out import (
    automaton_of,
    terms_of,
)
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.loops.cheapest import cheapest
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules, room_for
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


class Answers:
    """The workers of a problem, ready to be asked again and again.

    Parameters
    ----------
    problem, pricings
        The problem, and its groups from `pricings_of`.
    """

    def __init__(self, problem: Problem, pricings: list[Pricing]) -> None:
        workers = len(problem.workers)
        automaton = automaton_of(pricings)
        self._places = places_of(problem, pricings)
        terms = terms_of(pricings, np.arange(workers))
        self._rules = Rules(automaton, terms, room_for(automaton))
        self._offer = empty_offer(self._places)
        self._calm = calm_of(self._places)
        self._grid = np.empty((workers, problem.days), dtype=np.int64)
        self._value, self._cost = np.empty(workers), np.empty(workers)

    def at(self, duals: Floats) -> tuple[Floats, Grid, Floats]:
        """Give, per worker, the least price, the row in slots, and what it costs by itself.

        Parameters
        ----------
        duals
            Day × slot: what one more at work is paid. Without a row the least is infinite.
        """
        answers = self._grid, self._value, self._cost
        answer(
            np.ascontiguousarray(-duals),
            self._calm,
            self._places,
            self._rules,
            self._offer,
            *answers,
        )
        return self._value.copy(), self._grid.astype(np.int32), np.rint(self._cost)


@compiled
def answer(
    worth: Floats,
    calm: Floats,
    places: Places,
    rules: Rules,
    offer: Offer,
    grid: Ints,
    value: Floats,
    cost: Floats,
) -> None:
    """Fill in the slots, the price and the cost of everybody's cheapest row."""
    for worker in range(grid.shape[0]):
        row = grid[worker]
        priced(worker, worth, calm, places, offer)
        value[worker] = cheapest(offer.price, worker, rules, row)
        paid = 0.0
        for day in range(row.shape[0]):
            if value[worker] < np.inf and row[day] >= 0:
                paid += offer.paid[day, row[day]]
                row[day] = offer.slots[day, row[day]]
            else:
                row[day] = -1
        cost[worker] = value[worker] - paid
