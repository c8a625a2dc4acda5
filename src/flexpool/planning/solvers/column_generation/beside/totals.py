"""Totals that the tables do not count: of weeks and months, of unsocial work, of shifts of a kind.

Tables that counted each of them would be too large. Instead what counts towards a total has a price
of its own for each worker (Lagrange). At such prices no row seems dearer than it is, and the
cheapest rows come near the limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import inf

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.column_generation.beside.clash import Clash, Way, less, more
from flexpool.planning.solvers.column_generation.beside.limits import Bound, amounts_of, bounds_of
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells, unit_of

WORTH_A_LOOK = 1e-6
"""As a price; less is rounding."""


class Totals:
    """The limits on totals of all workers, worker × total, and what they cost.

    Parameters
    ----------
    problem
        What is planned.

    Attributes
    ----------
    size
        Per total, the most that a day counts for.
    lowest, highest, before
        Worker × total: the limits, infinite where there is none, and the amount to begin with.
    under, over
        Worker × total: the price of each unit outside; infinite where that may not be.
    """

    def __init__(self, problem: Problem) -> None:
        unit = unit_of(problem)
        own = [list(bounds_of(problem, worker, unit)) for worker in range(len(problem.workers))]
        totals = list(dict.fromkeys(bound.total for bounds in own for bound in bounds))
        shape = (problem.days, len(problem.tables.slots))
        amounts = [amounts_of(problem, total) for total in totals]
        self.amounts: Ints = np.array(amounts, dtype=np.int64).reshape(-1, *shape)
        self.size: Floats = self.amounts.max(axis=(1, 2), initial=1).astype(float)
        wide = (len(problem.workers), len(totals))
        self.lowest, self.highest = np.full(wide, -inf), np.full(wide, inf)
        self.under, self.over, self.before = np.zeros(wide), np.zeros(wide), np.zeros(wide)
        number = {total: place for place, total in enumerate(totals)}
        for worker, bounds in enumerate(own):
            for bound in bounds:
                self._set(worker, number[bound.total], bound)

    @property
    def is_needed(self) -> bool:
        """Whether there is any total to count."""
        return len(self.amounts) > 0

    def _set(self, worker: int, number: int, bound: Bound) -> None:
        limit, at = bound.limit, (worker, number)
        self.before[at] = bound.before
        if limit.minimum is not None:
            self.lowest[at] = limit.minimum
            self.under[at] = inf if limit.under_weight is None else limit.under_weight
        if limit.maximum is not None:
            self.highest[at] = limit.maximum
            self.over[at] = inf if limit.over_weight is None else limit.over_weight

    def counted(self, workers: Ints, cells: Cells) -> Floats:
        """Give row × total: what is counted at the end."""
        days, works = np.arange(cells.shape[1])[None], cells != OFF
        counts = self.amounts[:, days, np.where(works, cells, 0)]
        found: Floats = self.before[workers] + np.where(works, counts, 0).sum(axis=2).T
        return found

    def price(self, workers: Ints, counted: Floats) -> Floats:
        """Give row × total: the price of being outside the limits."""
        short, beyond = self._short_and_beyond(workers, counted)
        found: Floats = _times(short, self.under[workers]) + _times(beyond, self.over[workers])
        return found

    def outside(self, workers: Ints, counted: Floats) -> Floats:
        """Give row × total: how far outside the limits, in days at most."""
        short, beyond = self._short_and_beyond(workers, counted)
        return (short + beyond) / self.size

    def _short_and_beyond(self, workers: Ints, counted: Floats) -> tuple[Floats, Floats]:
        short: Floats = np.maximum(0.0, self.lowest[workers] - counted)
        beyond: Floats = np.maximum(0.0, counted - self.highest[workers])
        return short, beyond

    def toll(self, own: Floats) -> Floats | None:
        """Give worker × day × slot: what work costs more at prices of their own; None for none."""
        if not own.any():
            return None
        found: Floats = np.tensordot(own, self.amounts.astype(float), axes=1)
        return found

    def anchor(self, workers: Ints, own: Floats) -> Floats:
        """Give where the limit lies to which a price holds: the highest, or below 0 the lowest."""
        found: Floats = np.where(own > 0, self.highest[workers], self.lowest[workers])
        return np.where(own == 0, 0.0, found)

    def clashes(self, worker: int, row: list[int], costs: Floats, own: Floats) -> Iterator[Clash]:
        """Give why a row costs more than at prices of one's own, and the ways to a cheaper one.

        Parameters
        ----------
        worker, row
            Whose row, a slot a day.
        costs
            What it costs more, by total.
        own
            The prices of the worker's own.
        """
        counted = self.counted(np.array([worker]), np.array([row], dtype=np.int32))[0]
        for number in np.flatnonzero(costs > WORTH_A_LOOK):
            lowest, highest = self.lowest[worker, number], self.highest[worker, number]
            most = lowest if own[number] < 0 else highest
            ways = partial(self._ways, int(number), row, is_less=bool(counted[number] > most))
            yield Clash(float(costs[number]), ways)

    def _ways(self, number: int, row: list[int], is_less: bool) -> Iterator[Way]:
        """Give the ways to less of a total, or to more."""
        for day, slot in enumerate(row):
            amount = self.amounts[number, day]
            held = int(amount[slot]) if slot != OFF else 0
            if is_less and held:
                yield less(day, amount, held)
            elif not is_less and (amount > held).any():
                yield more(day, amount, held)


def _times(amount: Floats, weight: Floats) -> Floats:
    """Multiply; nothing costs nothing, whatever the weight."""
    found: Floats = np.where(amount > 0, np.where(amount > 0, amount, 1.0) * weight, 0.0)
    return found
