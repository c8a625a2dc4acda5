"""One worker judged for shifts, rule by rule; each answer is kept for shifts alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from django.utils.translation import gettext as _

from flexpool.worktime import WorkRecord
from rondstroom.rooms.rosters.queries.placement import asking, numbers, reach
from rondstroom.rooms.rosters.queries.placement.reasons import (
    Reason,
    from_block,
    from_condition,
    from_finding,
)
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.supervision import Stay
from rondstroom.rooms.rosters.queries.placement.surroundings import Surroundings
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts
from rondstroom.rooms.rosters.queries.work import record_of
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, ProofKind

Answer = TypeVar("Answer")
Reasons = tuple[Reason, ...]
Conditions = tuple[skills.Condition, ...]

_LONGEST = timedelta(days=7)
"""No single stretch of work, told or rostered, is longer."""


class Judge:
    """Judges one worker. No query is made; the facts must hold the year's work for the law."""

    def __init__(self, worker: WorkerFacts, around: Surroundings) -> None:
        self.worker = worker
        self.around = around
        self._kept: dict[Hashable, object] = {}

    def reasons(
        self, shift: ShiftFacts, *, with_law: bool = True, with_supervision: bool = True
    ) -> Reasons:
        """Give every reason against this placement, and what to know about it."""
        found = (
            *self.reach(shift),
            *self.availability(shift),
            *(self.gate(shift) if with_supervision else self.proofs(shift)),
            *self.overlap(shift),
        )
        return found + self.law(shift) if with_law else found

    def reach(self, shift: ShiftFacts) -> Reasons:
        """Pool, willingness and travel."""
        key = ("reach", shift.organisation_id, shift.team_id, shift.starts_on)
        return self._once(key, lambda: tuple(reach.reasons(self.worker, shift, self.around)))

    def availability(self, shift: ShiftFacts) -> Reasons:
        """The worker's own word about that part of that day, and the days and hours agreed."""
        return tuple(asking.reasons(self.worker, shift))

    def may_refuse(self, shift: ShiftFacts) -> bool:
        """Whether the shift lies outside the days and hours agreed with the worker."""
        return any(one.rule == asking.OUTSIDE_AGREED for one in self.availability(shift))

    def gate(self, shift: ShiftFacts) -> Reasons:
        """The proofs on every day of the shift, and a supervisor where somebody needs one."""
        found = self.proofs(shift)
        return found + self.supervision(shift) if self.conditions(shift) else found

    @cached_property
    def learns(self) -> bool:
        """Whether anything was seen that is done under supervision."""
        seen = self.worker.file.by_kind.get(ProofKind.SKILL, ())
        return any(one.level == Level.SUPERVISED for one in seen)

    def proofs(self, shift: ShiftFacts) -> Reasons:
        """What was seen, on every day of the shift."""
        return self._judged(shift)[0]

    def conditions(self, shift: ShiftFacts) -> Conditions:
        """What somebody does under supervision there, and of whom."""
        return tuple(block.condition for block in self._judged(shift)[1] if block.condition)

    def supervision(self, shift: ShiftFacts, also: Iterable[Stay] = ()) -> Reasons:
        """A reason for each thing in which nobody there supervises all the time; else a note."""
        there, houses, others = self.around.supervisors, self.around.houses, tuple(also)
        return tuple(
            from_condition(one, is_met=not there.missing(one.condition, shift, houses, others))
            for one in self._judged(shift)[1]
            if one.condition
        )

    def _judged(self, shift: ShiftFacts) -> tuple[Reasons, tuple[skills.Block, ...]]:
        first = self.worker.first_days.get(shift.organisation_id)
        key = (
            "gate",
            shift.function_id,
            shift.skills,
            shift.organisation_id,
            shift.location_id,
            shift.days,
        )
        return self._once(key, lambda: self._gate(shift, first))

    def _gate(
        self, shift: ShiftFacts, first: date | None
    ) -> tuple[Reasons, tuple[skills.Block, ...]]:
        asked = self.around.requirements[shift.function_id, shift.skills]
        place = skills.Place(shift.organisation_id, shift.days, shift.location_id, first)
        blocks = skills.gate(self.worker.file, asked, place, self.around.houses)
        plain = tuple(from_block(block) for block in blocks if not block.condition)
        return plain, tuple(block for block in blocks if block.condition)

    def overlap(self, shift: ShiftFacts) -> Reasons:
        """Work at the same time; elsewhere stays unnamed."""
        begun = bisect_left(self._starts, shift.ends_at)
        for busy in reversed(self.worker.work[:begun]):
            if shift.starts_at < busy.ends_at:
                return (_already(shift, busy.shift_id, busy.organisation_id),)
            if busy.starts_at < shift.starts_at - _LONGEST:
                break
        return ()

    def law(self, shift: ShiftFacts) -> Reasons:
        """The working-time law over all work together, under the strictest arrangement."""
        if self.overlap(shift):
            return ()  # two at once is refused as such; the law would say it in five ways
        key = ("law", shift.starts_at, shift.ends_at, shift.break_minutes, shift.profile)
        found = self._once(key, lambda: self.record(shift).findings_if_added(shift.as_work))
        return tuple(
            from_finding(
                finding,
                involves_elsewhere=any(
                    busy.organisation_id != shift.organisation_id
                    and busy.starts_at < finding.ends_at
                    and finding.starts_at < busy.ends_at
                    for busy in self.worker.work
                ),
            )
            for finding in found
        )

    def record(self, shift: ShiftFacts) -> WorkRecord:
        """Give all work of the worker, as the organisation of this shift must judge it."""
        person, day = self.worker, shift.starts_on
        youth = person.worker.youth_until
        restricted = person.worker.restriction_until
        key = (
            "record",
            shift.profile,
            youth is not None and day < youth,
            restricted is not None and day < restricted,
        )
        return self._once(key, lambda: record_of(person.worker, person.work, day, shift.profile))

    @cached_property
    def _starts(self) -> list[datetime]:
        return [busy.starts_at for busy in self.worker.work]

    @cached_property
    def _times(self) -> dict[int, int]:
        return numbers.times_per_team(self.worker.work)

    @cached_property
    def _rostered(self) -> dict[tuple[int, date], int]:
        return numbers.minutes_per_week(self.worker.work)

    def numbers(self, shift: ShiftFacts) -> numbers.Numbers:
        """Give the numbers for ranking."""
        times = self._times.get(shift.team_id, 0)
        return numbers.of(self.worker, shift, self.around, times, self._rostered)

    def _once(self, key: Hashable, judged: Callable[[], Answer]) -> Answer:
        if key not in self._kept:
            self._kept[key] = judged()
        return self._kept[key]  # type: ignore[return-value]  # one key always holds one type


def _already(shift: ShiftFacts, shift_id: int | None, organisation_id: int | None) -> Reason:
    if shift_id == shift.shift_id:
        text = _("Staat al op deze dienst.")
        return Reason("matching.already-assigned", text)
    if organisation_id == shift.organisation_id:
        text = _("Werkt dan al op een andere dienst van deze organisatie.")
    else:
        text = _("Werkt dan al; het is werk elders.")
    return Reason(
        "matching.already-assigned", text, _("Kies een dienst op een ander moment, of ruil.")
    )
