"""Who is on a shift of the same team at the same time, and may supervise a colleague there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import queries as skills
from rondstroom.rooms.skills.states import Level, ProofKind

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import Condition, File, Houses


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody is at a team for some time, with what was seen of this person."""

    starts_at: datetime
    ends_at: datetime
    file: File


@dataclass(frozen=True, slots=True)
class Supervisors:
    """Who could supervise, by team; nobody when it was not looked up."""

    by_team: Mapping[int, Sequence[Stay]]

    def missing(
        self, asked: Condition, shift: ShiftFacts, houses: Houses, also: Iterable[Stay] = ()
    ) -> bool:
        """Say whether some moment of a shift has nobody who may supervise; they may take turns."""
        there = [
            (one.starts_at, one.ends_at)
            for one in (*self.by_team.get(shift.team_id, ()), *also)
            if one.starts_at < shift.ends_at
            and shift.starts_at < one.ends_at
            and supervises(one.file, asked, shift, houses)
        ]
        until = shift.starts_at
        for starts_at, ends_at in sorted(there):
            if starts_at > until:
                return True
            until = max(until, ends_at)
        return until < shift.ends_at


NOBODY = Supervisors({})


def supervises(file: File, asked: Condition, shift: ShiftFacts, houses: Houses) -> bool:
    """Say whether somebody may supervise on the days of a shift."""
    place = skills.Place(shift.organisation_id, shift.days)
    return skills.may_supervise(file, asked, place, houses)


def supervisors_for(files: Iterable[File], shifts: Iterable[ShiftFacts]) -> Supervisors:
    """Look up who is at the teams of shifts that somebody works under supervision only.

    No query where nobody does; four for any number of shifts.
    """
    learning = {
        proof.skill_id
        for file in files
        for proof in file.by_kind.get(ProofKind.SKILL, ())
        if proof.level == Level.SUPERVISED
    }
    asked = [one for one in shifts if any(pk in learning for pk, _name in one.skills)]
    if not asked:
        return NOBODY
    rows = (
        Assignment.objects.exclude(state=AssignmentState.CANCELLED)
        .filter(
            shift__team_id__in={one.team_id for one in asked},
            starts_at__lt=max(one.ends_at for one in asked),
            ends_at__gt=min(one.starts_at for one in asked),
            worker_id__in=skills.skill_holders(one for one in learning if one is not None),
        )
        .values_list("shift__team_id", "worker_id", "starts_at", "ends_at")
    )
    found: dict[int, list[Stay]] = {}
    there = list(rows)
    known = skills.files_of({worker_id for _team, worker_id, *_span in there}, {})
    for team_id, worker_id, starts_at, ends_at in there:
        found.setdefault(team_id, []).append(Stay(starts_at, ends_at, known[worker_id]))
    return Supervisors(found)
