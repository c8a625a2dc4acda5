"""All rules of a problem that the tables leave out: what rows cost by them, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import inf

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.beside.clash import (
    Bools,
    Clash,
    Way,
    at_work,
    without,
)
from flexpool.planning.solvers.column_generation.beside.judged import Judged
from flexpool.planning.solvers.column_generation.beside.totals import Totals
from flexpool.planning.solvers.column_generation.law.lawyer import Lawyer
from flexpool.planning.solvers.column_generation.law.patterns import Held
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells


class Rules:
    """The rules beside the tables.

    Parameters
    ----------
    problem
        What is planned.

    Attributes
    ----------
    totals, judged
        What has a price, or may not be, and is known of every row.
    lawyer
        The working-time law, known as far as it was asked; None where it is not asked for.
    """

    def __init__(self, problem: Problem) -> None:
        self.totals, self.judged = Totals(problem), Judged(problem)
        self.lawyer = Lawyer(problem) if problem.lawful else None
        self._slots = len(problem.tables.slots)

    @property
    def is_needed(self) -> bool:
        """Whether there is any rule beside the tables."""
        return self.totals.is_needed or self.judged.is_needed or self.lawyer is not None

    @property
    def prices(self) -> list[float]:
        """All prices of one unit outside a rule."""
        found = [*np.unique(self.totals.under), *np.unique(self.totals.over), *self.judged.prices]
        return [float(price) for price in found if np.isfinite(price)]

    def price(self, workers: Ints, cells: Cells) -> Floats:
        """Give what each row costs beside the tables; infinite where it breaks a rule."""
        counted = self.totals.counted(workers, cells)
        found: Floats = self.totals.price(workers, counted).sum(axis=1)
        return found + self.judged.price(workers, cells)

    def are_seen(self, workers: Ints, cells: Cells) -> Bools:
        """Mark the rows that are known to break the law."""
        found = np.zeros(len(cells), dtype=np.bool_)
        if self.lawyer is not None:
            for place, worker in enumerate(workers.tolist()):
                found[place] = self.lawyer.seen(worker, cells[place]) is not None
        return found

    def allows(self, worker: int, cells: Cells) -> bool:
        """Ask the law whether it allows a row."""
        return self.lawyer is None or self.lawyer.allows(worker, cells)

    def clashes(self, worker: int, cells: Cells, costs: Floats, own: Floats) -> tuple[Clash, ...]:
        """Give why a row costs more than the tables say at prices of one's own, dearest first.

        Parameters
        ----------
        worker, cells
            Whose row.
        costs, own
            By total: what it costs more, and the prices of the worker's own.
        """
        held = self.lawyer.seen(worker, cells) if self.lawyer else None
        if held is not None:
            return (Clash(inf, partial(self._lawful_ways, held, cells)),)
        row = cells.tolist()
        found = [*self.judged.clashes(worker, row), *self.totals.clashes(worker, row, costs, own)]
        return tuple(sorted(found, key=lambda one: -one.cost))

    def _lawful_ways(self, held: Held, cells: Cells) -> Iterator[Way]:
        """Give what every row without the pattern has: one shift less, or a day not free."""
        assert self.lawyer is not None
        times = self.lawyer.times_of_slot
        for day in held.worked:
            yield without(day, times[:-1] == times[cells[day]])
        for day in held.free:
            yield at_work(day, self._slots)
