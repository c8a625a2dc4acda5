"""Learns from the judge which patterns break the working-time law, and forbids them in the model.

A set of shifts that breaks the law can be forbidden, and nothing lawful with it; where work on some
other days could cure the breach, while those are free (`scoring/unlawful.py`). So no lawful roster
is ever cut off, and the bound of the model stays a true bound.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from flexpool.planning.constraints.constraint import Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.scoring.unlawful import (
    Findings,
    Kinds,
    Law,
    Times,
    is_curable,
    times_of,
)
from flexpool.planning.solvers.cpsat.law.pattern import Pattern
from flexpool.planning.solvers.cpsat.variables import Literal, Variables
from flexpool.staffing import AgeGroup


@dataclass
class Lawyer:
    """Learns from the judge which patterns break the law, and writes them into the model."""

    variables: Variables
    known: set[tuple[int, Pattern]] = field(default_factory=set)
    pending: list[tuple[int, Pattern]] = field(default_factory=list)
    _literals: dict[tuple[int, int, Times], Literal | None] = field(default_factory=dict)

    @property
    def problem(self) -> Problem:
        """The problem that is planned."""
        return self.variables.problem

    @cached_property
    def law(self) -> Law:
        """What is asked."""
        return Law(self.problem)

    def learn(self, worker: int, row: Row) -> list[int]:
        """Forbid what breaks the law in a row; give days to leave free that would cure it."""
        freed: list[int] = []
        fixed_days = self.problem.workers[worker].fixed
        rest = list(row)
        while self.law.breaches(worker, rest):
            kinds = self.law.smallest(worker, rest)
            self._forbid_everywhere(worker, kinds)
            loose = [day for day in kinds if day not in fixed_days]
            if not loose:
                break
            rest[loose[-1]] = OFF
            freed.append(loose[-1])
        return freed

    def learn_pairs(self) -> None:
        """Forbid the pairs on following days that break the law by themselves."""
        problem = self.problem
        first_of: dict[Times, int] = {}
        for kind in range(len(problem.kinds)):
            first_of.setdefault(times_of(problem, kind), kind)
        may = problem.tables.may_follow
        for first in first_of.values():
            for then in first_of.values():
                if problem.days > 1 and may[first, then]:
                    for age_group in sorted({worker.age_group for worker in problem.workers}):
                        self._forbid_alike({0: first, 1: then}, age_group)

    def write(self) -> None:
        """Write into the model what was learnt since; never while it is being solved."""
        for worker, pattern in self.pending:
            found = [self._works(worker, day, times) for day, times in pattern.worked]
            literals = [literal for literal in found if literal is not None]
            if len(literals) == len(found):
                curing = [self.variables.work[worker][day] for day in pattern.free]
                self.variables.model.add_bool_or([*(~one for one in literals), *curing])
        self.pending.clear()

    def _forbid_everywhere(self, worker: int, kinds: Kinds) -> None:
        """Forbid a pattern for this worker, and wherever the judge finds the same."""
        age_group = self.problem.workers[worker].age_group
        if self.law.alone(kinds, age_group):
            self._forbid_alike(kinds, age_group)
        else:
            self._forbid_with_own(worker, kinds)

    def _forbid_alike(self, kinds: Kinds, age_group: AgeGroup) -> None:
        """Forbid a pattern to all of an age group, on all days where the judge refuses it."""
        same = [
            (row, bool(one.locked or one.fixed), self.law.is_broken_already(row))
            for row, one in enumerate(self.problem.workers)
            if one.age_group == age_group
        ]
        for moved, found in self.law.elsewhere(kinds, age_group):
            for other, has_own, is_broken in same:
                if is_broken or (has_own and is_curable(found)):
                    self._forbid_with_own(other, moved)  # what stands already may cure it
                else:
                    self._forbid(other, moved, found)

    def _forbid_with_own(self, worker: int, kinds: Kinds) -> None:
        """Forbid a pattern to a worker if it breaks the law together with what stands already."""
        number_of = {kind: slot for slot, kind in enumerate(self.problem.tables.slot_kind.tolist())}
        row = [number_of[kinds[day]] if day in kinds else OFF for day in range(self.problem.days)]
        found = self.law.breaches(worker, row)
        if found:
            self._forbid(worker, kinds, found)

    def _forbid(self, worker: int, kinds: Kinds, found: Findings) -> None:
        worked = tuple((day, times_of(self.problem, kind)) for day, kind in sorted(kinds.items()))
        pattern = Pattern(worked, self.law.must_be_free(kinds, found))
        if (worker, pattern) in self.known or self._stands_already(worker, pattern):
            return
        self.known.add((worker, pattern))
        self.pending.append((worker, pattern))

    def _stands_already(self, worker: int, pattern: Pattern) -> bool:
        fixed, number = self.problem.workers[worker].fixed, self.problem.tables.kind_number
        return all(
            day in fixed
            and fixed[day][0]
            and times_of(self.problem, number[fixed[day][0]]) == times
            for day, times in pattern.worked
        )

    def _works(self, worker: int, day: int, times: Times) -> Literal:
        """Give the literal that a worker works these times on a day; None when impossible."""
        key = worker, day, times
        if key not in self._literals:
            slot_kind = self.problem.tables.slot_kind
            found = [
                x
                for slot, x in self.variables.slots_on[worker][day].items()
                if times_of(self.problem, int(slot_kind[slot])) == times
            ]
            self._literals[key] = self.variables.one_of(found) if found else None
        return self._literals[key]
