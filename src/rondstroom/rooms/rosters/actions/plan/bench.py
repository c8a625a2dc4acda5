"""Where proposals come together: judged one after the other, as a planner would accept them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from flexpool.worktime import WorkRecord
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import Judge, ShiftFacts
from rondstroom.rooms.rosters.queries.placement.supervision import Stay
from rondstroom.rooms.rosters.queries.work import breaches


@dataclass
class Bench:
    """What each worker would work, what is left free, and how many proposals were refused."""

    known: Question
    records: dict[int, WorkRecord] = field(default_factory=dict)
    taken: list[tuple[int, ShiftFacts]] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self) -> None:
        self._free = {shift.shift_id: shift for shift in self.known.open_shifts}
        self._left = {
            shift.shift_id: shift.places - shift.filled for shift in self.known.open_shifts
        }

    def open_places(self) -> Iterator[tuple[ShiftFacts, int]]:
        """Give the shifts that still have places, with how many."""
        for shift_id, left in self._left.items():
            if left:
                yield self._free[shift_id], left

    def take(self, worker_id: int, alike: Iterable[ShiftFacts]) -> bool:
        """Put a worker on the first of the shifts with a free place, if all still allows it."""
        for meant in alike:
            shift = self._free.get(meant.shift_id)
            if shift is not None and self._left[shift.shift_id] > 0:
                if self._may(worker_id, shift):
                    self._left[shift.shift_id] -= 1
                    self.taken.append((worker_id, shift))
                    return True
                break
        self.refused += 1
        return False

    def take_all(self, answer: Iterable[tuple[int, list[ShiftFacts]]]) -> None:
        """Put everybody of an answer on a shift: first who can do without a supervisor."""
        later = []
        for worker_id, alike in answer:
            judge = self.known.judges.get(worker_id)
            if judge is not None and judge.conditions(alike[0]):
                later.append((worker_id, alike))
            else:
                self.take(worker_id, alike)
        for worker_id, alike in later:
            self.take(worker_id, alike)

    def _is_supervised(self, judge: Judge, shift: ShiftFacts) -> bool:
        """Say whether somebody on the roster, or proposed here, supervises the whole shift."""
        also = [
            Stay(other.starts_at, other.ends_at, self.known.judges[who].worker.file)
            for who, other in self.taken
            if other.team_id == shift.team_id
        ]
        return not any(one.is_blocking for one in judge.supervision(shift, also))

    def _may(self, worker_id: int, shift: ShiftFacts) -> bool:
        """Judge by the rules and by the law over a year, with what was taken before."""
        judge = self.known.judges.get(worker_id)
        if judge is None or not self.known.may_be_proposed(worker_id, shift):
            return False
        if judge.conditions(shift) and not self._is_supervised(judge, shift):
            return False
        if any(who == worker_id and _clashes(shift, other) for who, other in self.taken):
            return False
        record = self.records.get(worker_id) or judge.record(shift)
        if breaches(record.findings_if_added(shift.as_work)):
            return False
        self.records[worker_id] = record.with_shift(shift.as_work)
        return True


def part_for(bench: Bench, organisation_id: int) -> Bench:
    """Give what of a proposal for a pool is for one organisation, as a bench of its own.

    The days that people are proposed for elsewhere count as worked: nobody is told about twice.
    """
    known = bench.known
    shifts = [one for one in known.shifts if one.organisation_id == organisation_id]
    elsewhere: dict[int, set[date]] = defaultdict(set)
    for worker_id, shift in bench.taken:
        if shift.organisation_id != organisation_id:
            elsewhere[worker_id].add(shift.starts_on)
    part = Bench(
        replace(
            known,
            shifts=shifts,
            open_shifts=[s for s in known.open_shifts if s.organisation_id == organisation_id],
            rostered={one.shift_id: known.rostered[one.shift_id] for one in shifts},
            days_worked={pk: days | elsewhere[pk] for pk, days in known.days_worked.items()},
        )
    )
    for worker_id, shift in bench.taken:
        if shift.organisation_id == organisation_id:
            part.take(worker_id, [shift])
    return part


def _clashes(one: ShiftFacts, other: ShiftFacts) -> bool:
    """Say whether two shifts begin on the same day, or share a moment."""
    shared = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return shared or one.starts_on == other.starts_on
