"""Whether everybody who is on a shift still passes the gate on its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement.supervision import supervisors_for
from rondstroom.rooms.rosters.queries.placement.surroundings import requirements_of
from rondstroom.rooms.rosters.queries.work import first_days
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.skills.queries import Block

RECHECKED = "gate"
"""The subject in the journal of judging all coming shifts again."""
LIVING = (AssignmentState.PLANNED, AssignmentState.CONFIRMED)
_WITH = ("worker", "shift__team__location", "shift__organisation", "shift__function")


@dataclass(frozen=True)
class Standing:
    """One assignment and what the gate has against it now; nothing when it is passed."""

    assignment: Assignment
    blocks: tuple[Block, ...] = ()
    task: GateTask | None = None

    @property
    def rules(self) -> list[str]:
        """The checks that fail, each once."""
        return list(dict.fromkeys(one.rule for one in self.blocks))


def coming(at: datetime, until: datetime | None = None) -> QuerySet[Assignment]:
    """Give the assignments that have not ended yet, and begin before a moment when one is given."""
    rows = Assignment.objects.filter(state__in=LIVING, ends_at__gt=at)
    return rows if until is None else rows.filter(starts_at__lt=until)


def workers_coming(at: datetime, until: datetime) -> set[int]:
    """Give who is on a shift that has not ended yet and begins before a moment."""
    return set(coming(at, until).values_list("worker_id", flat=True))


def gate_recheck_due(at: datetime) -> bool:
    """Say whether nobody has judged the coming shifts again today."""
    lines = journal.entries_about(RECHECKED).filter(event="rosters.gate.rechecked")
    last = lines.order_by("at", "pk").last()
    return last is None or (last.at.astimezone(AMSTERDAM).date() < at.astimezone(AMSTERDAM).date())


def standing(assignments: Iterable[Assignment], at: datetime) -> list[Standing]:
    """Judge assignments by the gate as it is now; as many queries for one as for thousands."""
    rows = list(assignments)
    if not rows:
        return []
    shift_ids, workers = {row.shift_id for row in rows}, {row.worker_id for row in rows}
    facts = {one.shift_id: one for one in placement.facts_of_shifts(demand.shifts_by_id(shift_ids))}
    needs, files = requirements_of(facts.values()), skills.files_of(workers)
    known = first_days(workers)
    span = Period(min(row.starts_at for row in rows), max(row.ends_at for row in rows))
    houses = skills.houses(span, at.astimezone(AMSTERDAM).date())
    around = supervisors_for(files.values(), facts.values())
    found = []
    for row in rows:
        one = facts[row.shift_id]
        first = known[row.worker_id].get(one.organisation_id)
        place = skills.Place(one.organisation_id, one.days, one.location_id, first)
        need = needs[one.function_id, one.skills]
        blocks = skills.gate(files[row.worker_id], need, place, houses)
        standing_in_way = tuple(
            block
            for block in blocks
            if not block.is_warning
            and (not block.condition or around.missing(block.condition, one, houses))
        )
        found.append(Standing(row, standing_in_way))
    return found


def open_gate_tasks(organisation_ids: Iterable[int], at: datetime) -> list[Standing]:
    """Give who is on a coming shift of organisations without passing the gate, the first on top."""
    rows = GateTask.objects.filter(
        closed_at__isnull=True,
        assignment__in=coming(at).filter(shift__organisation_id__in=list(organisation_ids)),
    ).select_related(*(f"assignment__{name}" for name in _WITH))
    tasks = {one.assignment_id: one for one in rows.order_by("assignment__starts_at", "pk")}
    judged = standing([one.assignment for one in tasks.values()], at)
    return [Standing(one.assignment, one.blocks, tasks[one.assignment.pk]) for one in judged]
