"""Learns which sets of shifts break the working-time law, by asking it of rows that are wanted.

To ask takes half a millisecond, a column a few microseconds. So columns are asked after only when
they would be chosen; of each that breaks the law the smallest set of its shifts that does is kept,
for everybody and every day where the law refuses the same, and from then on no column holds it.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.scoring.unlawful import Kinds, Law, is_curable, times_of
from flexpool.planning.solvers.column_generation.law.patterns import NOTHING, Clash, Patterns
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.window import Cells
from flexpool.staffing import AgeGroup

Group = tuple[AgeGroup, bool]
"""Workers to whom the same applies: of an age, and whether nothing of theirs stands already."""
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
        self._groups = [
            (one.age_group, not one.locked and not one.fixed) for one in problem.workers
        ]
        self._shared: dict[Group, Patterns] = defaultdict(lambda: Patterns(problem.days))
        self._own: dict[int, Patterns] = defaultdict(lambda: Patterns(problem.days))
        self._lawful: set[tuple[int, bytes]] = set()

    def seen(self, worker: int, cells: Cells) -> Clash | None:
        """Give a known pattern that somebody's row holds; None when it holds none."""
        row = np.append(self.times_of_slot[cells], NOTHING)
        shared = self._shared[self._groups[worker]].held(row)
        return shared or (self._own[worker].held(row) if worker in self._own else None)

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
        age_group, is_bare = self._groups[worker]
        if not self._law.alone(kinds, age_group):
            self._keep_own(worker, kinds)
            return
        for moved, found in self._law.elsewhere(kinds, age_group):
            worked, free = self._times(moved), self._law.must_be_free(moved, found)
            self._shared[age_group, True].add(worked, free)
            if not is_curable(found):
                self._shared[age_group, False].add(worked, free)
        if not is_bare:  # what stands already may cure a breach, or make it another one
            self._keep_own(worker, kinds)

    def _keep_own(self, worker: int, kinds: Kinds) -> None:
        row = [
            self._slot_of[kinds[day]] if day in kinds else OFF for day in range(self._problem.days)
        ]
        if found := self._law.breaches(worker, row):
            free = self._law.must_be_free(kinds, found)
            self._own[worker].add(self._times(kinds), free)

    def _keep_all(self, worker: int, cells: Cells) -> None:
        """Keep a whole row, where the part that breaks the law does so for another reason alone."""
        times = self.times_of_slot[cells]
        worked = {int(day): int(times[day]) for day in np.flatnonzero(cells != OFF)}
        self._own[worker].add(worked, np.flatnonzero(cells == OFF).tolist())

    def _times(self, kinds: Kinds) -> Kinds:
        return {day: int(self.times_of_slot[self._slot_of[kind]]) for day, kind in kinds.items()}
