"""One worker on one shift: what must hold whoever places, and nothing about who wants what."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.rosters.queries.placement.judge import Judge
from rondstroom.rooms.rosters.queries.placement.pools import Pools
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.supervision import supervisors_for
from rondstroom.rooms.rosters.queries.placement.surroundings import (
    Surroundings,
    requirements_of,
)
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts
from rondstroom.rooms.rosters.queries.work import first_days, work_of, year_around
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


def placing(worker: Worker, shift: ShiftFacts, at: datetime) -> Judge:
    """Give a judge that knows proofs and all work, enough for `gate`, `overlap` and `law`."""
    file = skills.files_of([worker.pk])[worker.pk]
    facts = WorkerFacts(
        worker,
        ties=file.ties,
        willing=frozenset(),
        wishes={},
        work=work_of([worker.pk], year_around(shift.period))[worker.pk],
        file=file,
        first_days=first_days([worker.pk])[worker.pk],
    )
    around = Surroundings(
        pools=Pools([]),
        trips={},
        requirements=requirements_of([shift]),
        houses=skills.houses(shift.period, at.astimezone(AMSTERDAM).date()),
        supervisors=supervisors_for([file], [shift]),
    )
    return Judge(facts, around)
