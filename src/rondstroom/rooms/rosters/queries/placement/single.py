"""One worker on one shift: what must hold whoever places, and nothing about who wants what."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.rosters.queries.placement.judge import Judge
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.supervision import supervisors_for
from rondstroom.rooms.rosters.queries.placement.surroundings import (
    Known,
    Surroundings,
    requirements_of,
)
from rondstroom.rooms.rosters.queries.placement.workers import facts_of_workers
from rondstroom.rooms.rosters.queries.work import year_around

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


def placing(worker: Worker, shift: ShiftFacts, at: datetime) -> Judge:
    """Give a judge that knows proofs and all work, enough for `gate`, `overlap` and `law`.

    Four queries when no skills are asked: they are made while worker and shift are locked.
    """
    facts = facts_of_workers([worker], shift.period, year_around(shift.period))[worker.pk]
    known = Known.during(shift.period, at)
    around = Surroundings(
        pools=known.pools,
        trips={},
        requirements=requirements_of([shift], known.catalogue),
        houses=known.houses,
        supervisors=supervisors_for([facts.file], [shift]),
    )
    return Judge(facts, around)
