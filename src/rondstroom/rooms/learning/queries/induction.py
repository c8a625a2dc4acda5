"""What must be shown at a location, and what a worker was shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rondstroom.rooms.learning.models import Checklist, Mentor, Step, Tick
from rondstroom.rooms.learning.states import StepKind

_ORDER = {kind.value: number for number, kind in enumerate(StepKind)}


@dataclass(frozen=True)
class Line:
    """One step, and who showed it when; `tick` None: not yet."""

    step: Step
    tick: Tick | None


@dataclass(frozen=True)
class Induction:
    """How far one worker is at one location, by the newest version of its checklist."""

    version: int
    lines: tuple[Line, ...]

    @property
    def done(self) -> int:
        """How many steps were shown."""
        return sum(line.tick is not None for line in self.lines)

    @property
    def is_finished(self) -> bool:
        """Everything was shown; a location without a checklist never finishes anybody."""
        return bool(self.lines) and self.done == len(self.lines)


NOTHING_ASKED = Induction(0, ())


def checklists_of(location_ids: Iterable[int]) -> dict[int, Checklist]:
    """Give the newest version of several locations, with its steps; two queries."""
    rows = Checklist.objects.filter(location_id__in=list(location_ids)).order_by("version")
    return {one.location_id: one for one in rows.prefetch_related("steps")}


def checklist_of(location_id: int) -> Checklist | None:
    """Give the newest version of what is shown at a location."""
    return checklists_of([location_id]).get(location_id)


def inductions(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Induction]:
    """Give how far each (worker, location) is; three queries, every pair named."""
    wanted = set(pairs)
    lists = checklists_of({location for _worker, location in wanted})
    ticked = Tick.objects.filter(
        worker_id__in={worker for worker, _location in wanted}, step__location_id__in=lists
    )
    ticks = {(one.worker_id, one.step_id): one for one in ticked}
    return {
        (worker, location): _far(lists[location], worker, ticks)
        if location in lists
        else NOTHING_ASKED
        for worker, location in wanted
    }


def _far(asked: Checklist, worker_id: int, ticks: dict[tuple[int, int], Tick]) -> Induction:
    steps = sorted(asked.steps.all(), key=lambda one: (_ORDER[one.kind], one.pk))
    lines = tuple(Line(one, ticks.get((worker_id, one.pk))) for one in steps)
    return Induction(asked.version, lines)


def induction(worker_id: int, location_id: int) -> Induction:
    """Give how far a worker is at a location."""
    pair = (worker_id, location_id)
    return inductions([pair])[pair]


def mentor_of(worker_id: int, location_id: int) -> Mentor | None:
    """Give who guides a worker at a location now."""
    rows = Mentor.objects.filter(
        worker_id=worker_id, location_id=location_id, ended_on__isnull=True
    )
    return rows.select_related("mentor").first()
