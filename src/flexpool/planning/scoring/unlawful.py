"""What of a row breaks the working-time law: the smallest set of shifts, and where else it does.

The law is not linear, but nearly all of it is monotone: what some shifts break together, more
shifts break too. So where a set of shifts breaks it, no lawful row holds that set. One exception is
kept apart: a rest that is too short after a series of nights is no breach when a night within it
makes the series go on. Such a set breaks the law only while its free days are free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from flexpool import worktime
from flexpool.planning.constraints.constraint import Row
from flexpool.planning.constraints.lawful import breaches, fixed_shifts, shift_on, shifts_in
from flexpool.planning.problem import OFF, Problem
from flexpool.staffing import AgeGroup

CURABLE = frozenset({"worktime.rest-after-nights"})
"""Rules whose breach more work can cure; `tests/properties/planning/test_law.py` finds no other."""

Kinds = dict[int, int]
"""Days with the kind worked on them."""
Findings = Sequence[worktime.Finding]
Times = tuple[int, int, int, str]
"""Start, end, break and kind of work; every kind of shift with these is the same to the law."""


def times_of(problem: Problem, kind: int) -> Times:
    """Give what the law sees of a kind."""
    one = problem.kinds[kind]
    assert one.starts is not None  # a lawful problem has times: checked when it was made
    assert one.ends is not None
    return one.starts, one.ends, one.break_minutes, one.shift_kind.value


def is_curable(found: Findings) -> bool:
    """Whether more work could cure all that was found."""
    return all(one.rule in CURABLE for one in found)


@dataclass(frozen=True)
class Law:
    """Asks the law what rows of a problem break."""

    problem: Problem

    def breaches(self, worker: int, row: Row) -> Findings:
        """Give what a row breaks beyond what stands already."""
        who, fixed = self.problem.workers[worker], fixed_shifts(self.problem, worker)
        shifts = shifts_in(self.problem, row)
        return breaches(fixed, shifts, who.age_group, self.problem.law_profile)

    def is_broken_already(self, worker: int) -> bool:
        """Tell whether what stands already breaks the law: more of the same then is no breach."""
        who, fixed = self.problem.workers[worker], fixed_shifts(self.problem, worker)
        return bool(breaches((), fixed, who.age_group, self.problem.law_profile))

    def alone(self, kinds: Kinds, age_group: AgeGroup) -> Findings:
        """Give what these shifts break by themselves."""
        added = tuple(shift_on(self.problem, day, kind) for day, kind in kinds.items())
        return breaches((), added, age_group, self.problem.law_profile)

    def elsewhere(self, kinds: Kinds, age_group: AgeGroup) -> Iterator[tuple[Kinds, Findings]]:
        """Give a set of shifts on all days where it breaks the law by itself, and what it breaks.

        It is not the same on all days: there are Sundays, and clocks that change.
        """
        for later in range(-min(kinds), self.problem.days - max(kinds)):
            moved = {day + later: kind for day, kind in kinds.items()}
            if found := self.alone(moved, age_group):
                yield moved, found

    def smallest(self, worker: int, row: Row) -> Kinds:
        """Give a set of shifts in an unlawful row that breaks the law, as small as can be.

        Where a breach holds only while some days are free, what is worked on them belongs to it.
        """
        rest = list(row)
        for day, slot in enumerate(row):
            if slot != OFF:
                rest[day] = OFF
                if not self.breaches(worker, rest):
                    rest[day] = slot
        while clash := self._worked_while_free(worker, row, rest):
            for day in clash:
                rest[day] = row[day]
            if not self.breaches(worker, rest):
                rest = list(row)
        return self._kinds(rest)

    def must_be_free(self, kinds: Kinds, found: Findings) -> tuple[int, ...]:
        """Give the days on which work could cure what was found: from the series to its end."""
        if not is_curable(found):
            return ()
        first_date = self.problem.first_date
        assert first_date is not None  # a lawful problem has one: checked when it was made
        began = min(one.starts_local.date() for one in found) - timedelta(days=1)
        first = max(0, min((began - first_date).days, *kinds))
        return tuple(day for day in range(first, max(kinds)) if day not in kinds)

    def _worked_while_free(self, worker: int, row: Row, rest: Row) -> list[int]:
        """Give the days worked in the row that must be free for what breaks the law in the rest."""
        free = self.must_be_free(self._kinds(rest), self.breaches(worker, rest))
        return [day for day in free if row[day] != OFF]

    def _kinds(self, row: Row) -> Kinds:
        slot_kind = self.problem.tables.slot_kind
        return {day: int(slot_kind[slot]) for day, slot in enumerate(row) if slot != OFF}
