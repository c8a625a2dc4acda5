"""Learns from the judge which patterns break the working-time law, and forbids them in the model.

The law is not linear, but nearly all of it is monotone: what some shifts break together, more
shifts break too. So a set of shifts that breaks it can be forbidden, and nothing lawful with it.
The one exception is kept apart: a rest that is too short after a series of nights is no breach when
a night within it makes the series go on. Such a pattern holds only while its free days are free.
So no lawful roster is ever cut off, and the bound of the model stays a true bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from flexpool import worktime
from flexpool.planning.constraints.constraint import Row
from flexpool.planning.constraints.lawful import breaches, fixed_shifts, shift_on, shifts_in
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.cpsat.law.pattern import Pattern, Times, times_of
from flexpool.planning.solvers.cpsat.variables import Literal, Variables
from flexpool.staffing import AgeGroup

CURABLE = frozenset({"worktime.rest-after-nights"})
"""Rules whose breach more work can cure; `tests/properties/planning/test_law.py` finds no other."""

Kinds = dict[int, int]
"""Days with the kind worked on them."""


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

    def learn(self, worker: int, row: Row) -> list[int]:
        """Forbid what breaks the law in a row; give days to leave free that would cure it."""
        freed: list[int] = []
        fixed_days = self.problem.workers[worker].fixed
        rest = list(row)
        while self._breaches(worker, rest):
            days = self._smallest(worker, rest)
            self._forbid_everywhere(worker, days, rest)
            loose = [day for day in days if day not in fixed_days]
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

    def _breaches(self, worker: int, row: Row) -> tuple[worktime.Finding, ...]:
        who, fixed = self.problem.workers[worker], fixed_shifts(self.problem, worker)
        shifts = shifts_in(self.problem, row)
        return breaches(fixed, shifts, who.age_group, self.problem.law_profile)

    def _alone(self, kinds: Kinds, age_group: AgeGroup) -> tuple[worktime.Finding, ...]:
        """Give what these shifts break by themselves."""
        added = tuple(shift_on(self.problem, day, kind) for day, kind in kinds.items())
        return breaches((), added, age_group, self.problem.law_profile)

    def _smallest(self, worker: int, row: Row) -> list[int]:
        """Give the days of a set of shifts in a row that breaks the law, as small as can be.

        Where a breach holds only while some days are free, what is worked on them belongs to it.
        """
        rest = list(row)
        for day, slot in enumerate(row):
            if slot != OFF:
                rest[day] = OFF
                if not self._breaches(worker, rest):
                    rest[day] = slot
        while clash := self._worked_while_free(worker, row, rest):
            for day in clash:
                rest[day] = row[day]
            if not self._breaches(worker, rest):
                rest = list(row)
        return [day for day, slot in enumerate(rest) if slot != OFF]

    def _worked_while_free(self, worker: int, row: Row, rest: Row) -> list[int]:
        """Give the days worked in the row that must be free for what breaks the law in the rest."""
        slot_kind = self.problem.tables.slot_kind
        kinds = {day: int(slot_kind[slot]) for day, slot in enumerate(rest) if slot != OFF}
        free = self._must_be_free(kinds, self._breaches(worker, rest))
        return [day for day in free if row[day] != OFF]

    def _forbid_everywhere(self, worker: int, days: Iterable[int], row: Row) -> None:
        """Forbid a pattern for this worker, and wherever the judge finds the same."""
        slot_kind = self.problem.tables.slot_kind
        kinds = {day: int(slot_kind[row[day]]) for day in days}
        age_group = self.problem.workers[worker].age_group
        if self._alone(kinds, age_group):
            self._forbid_alike(kinds, age_group)
        else:
            self._forbid_with_own(worker, kinds)

    def _forbid_alike(self, kinds: Kinds, age_group: AgeGroup) -> None:
        """Forbid a pattern to all of an age group, on all days where the judge refuses it."""
        for later in range(-min(kinds), self.problem.days - max(kinds)):
            moved = {day + later: kind for day, kind in kinds.items()}
            found = self._alone(moved, age_group)
            for other, candidate in enumerate(self.problem.workers if found else ()):
                if candidate.age_group != age_group:
                    continue
                if _is_curable(found) and (candidate.locked or candidate.fixed):
                    self._forbid_with_own(other, moved)  # what stands already may cure it
                else:
                    self._forbid(other, moved, found)

    def _forbid_with_own(self, worker: int, kinds: Kinds) -> None:
        """Forbid a pattern to a worker if it breaks the law together with what stands already."""
        number_of = {kind: slot for slot, kind in enumerate(self.problem.tables.slot_kind.tolist())}
        row = [number_of[kinds[day]] if day in kinds else OFF for day in range(self.problem.days)]
        found = self._breaches(worker, row)
        if found:
            self._forbid(worker, kinds, found)

    def _forbid(self, worker: int, kinds: Kinds, found: Sequence[worktime.Finding]) -> None:
        worked = tuple((day, times_of(self.problem, kind)) for day, kind in sorted(kinds.items()))
        pattern = Pattern(worked, self._must_be_free(kinds, found))
        if (worker, pattern) in self.known or self._stands_already(worker, pattern):
            return
        self.known.add((worker, pattern))
        self.pending.append((worker, pattern))

    def _must_be_free(self, kinds: Kinds, found: Sequence[worktime.Finding]) -> tuple[int, ...]:
        """Give the days on which work could cure what was found: from the series to its end."""
        if not _is_curable(found):
            return ()
        first_date = self.problem.first_date
        assert first_date is not None  # a lawful problem has one: checked when it was made
        began = min(one.starts_local.date() for one in found) - timedelta(days=1)
        first = max(0, min((began - first_date).days, *kinds))
        return tuple(day for day in range(first, max(kinds)) if day not in kinds)

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


def _is_curable(found: Sequence[worktime.Finding]) -> bool:
    return all(one.rule in CURABLE for one in found)
