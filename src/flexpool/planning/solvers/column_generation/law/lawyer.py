"""Learns which sets of shifts break the working-time law, by asking it of rows that are wanted.

To ask takes half a millisecond, a column a few microseconds. So columns are asked after only when
they would be chosen; of each that breaks the law the smallest set of its shifts that does is kept,
for everybody and every day where the law refuses the same, and from then on no column holds it.
Where work of somebody stands already, the law is asked once whether it refuses the same beside it:
that work may cure a breach, or have broken the same before.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.scoring.unlawful import Kinds, Law, times_of
from flexpool.planning.solvers.column_generation.law.patterns import NOTHING, Held, Patterns
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Cells
from flexpool.staffing import AgeGroup

MOST_REMEMBERED = 100_000
"""Rows that are known to be lawful."""


class Lawyer:
    """Knows what the law was seen to refuse in one problem.

    Parameters
    ----------
    problem
        What is planned; lawful.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem, self._law = problem, Law(problem)
        times = [times_of(problem, int(kind)) for kind in problem.tables.slot_kind]
        number = {one: place for place, one in enumerate(dict.fromkeys(times))}
        self.times_of_slot: Ints = np.array([*(number[one] for one in times), OFF])
        """Per slot what the law sees of it, as a number; the last is a day off."""
        self._slot_of = {int(kind): slot for slot, kind in enumerate(problem.tables.slot_kind)}
        self._shared: dict[AgeGroup, Patterns] = defaultdict(Patterns)
        self._own: dict[int, Patterns] = defaultdict(Patterns)
        self._tried: set[tuple[int, int]] = set()  # who, and which of the shared patterns
        self._lawful: set[tuple[int, bytes]] = set()

    def seen(self, worker: int, cells: Cells) -> Held | None:
        """Give a known pattern that somebody's row holds; None when it holds none."""
        row = np.append(self.times_of_slot[cells], NOTHING)
        shared, own = self._shared[self._age_of(worker)], self._own[worker]
        if self._is_bare(worker):
            return shared.held(row) or own.held(row)
        for number in shared.worked(row):
            if (worker, number) not in self._tried:
                self._tried.add((worker, number))
                slots = {day: int(cells[day]) for day in shared.days_of(number)}
                self._keep_own(worker, slots)
        return own.held(row)

    def _age_of(self, worker: int) -> AgeGroup:
        return self._problem.workers[worker].age_group

    def _is_bare(self, worker: int) -> bool:
        """Tell whether nothing of a worker stands already."""
        who = self._problem.workers[worker]
        return not who.locked and not who.fixed

    def allows(self, worker: int, cells: Cells) -> bool:
        """Ask the law whether it allows a row, and learn from it when not."""
        key = worker, cells.tobytes()
        if key in self._lawful:
            return True
        if self.seen(worker, cells) is not None:
            return False
        row = cells.tolist()
        if self._law.breaches(worker, row):
            self._learn(worker, self._law.smallest(worker, row))
            if self.seen(worker, cells) is None:
                self._keep_all(worker, cells)
            return False
        if len(self._lawful) >= MOST_REMEMBERED:
            self._lawful.clear()
        self._lawful.add(key)
        return True

    def _learn(self, worker: int, kinds: Kinds) -> None:
        """Keep a pattern, for this worker or wherever the law refuses the same."""
        age_group = self._age_of(worker)
        for moved, found in self._law.elsewhere(kinds, age_group):
            self._shared[age_group].add(self._times(moved), self._law.must_be_free(moved, found))
        if not self._is_bare(worker):
            self._keep_own(worker, {day: self._slot_of[kind] for day, kind in kinds.items()})

    def _keep_own(self, worker: int, slots: dict[int, int]) -> None:
        """Keep a pattern for one worker, if the law refuses it beside what stands already."""
        row = [slots.get(day, OFF) for day in range(self._problem.days)]
        if found := self._law.breaches(worker, row):
            times = {day: int(self.times_of_slot[slot]) for day, slot in slots.items()}
            self._own[worker].add(times, self._law.must_be_free(slots, found))

    def _keep_all(self, worker: int, cells: Cells) -> None:
        """Keep a whole row, where the part that breaks the law does so for another reason alone."""
        times = self.times_of_slot[cells]
        worked = {int(day): int(times[day]) for day in np.flatnonzero(cells != OFF)}
        self._own[worker].add(worked, np.flatnonzero(cells == OFF).tolist())

    def _times(self, kinds: Kinds) -> Kinds:
        return {day: int(self.times_of_slot[self._slot_of[kind]]) for day, kind in kinds.items()}
