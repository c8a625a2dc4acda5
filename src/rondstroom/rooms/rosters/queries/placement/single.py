"""One worker on one shift or on some: what must hold whoever places; not who wants what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.periods import Period
from rondstroom.rooms.journal.queries import at_once
from rondstroom.rooms.rosters.queries.placement.judge import Judge
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.supervision import supervisors_for
from rondstroom.rooms.rosters.queries.placement.surroundings import (
    Known,
    Surroundings,
    requirements_of,
)
from rondstroom.rooms.rosters.queries.placement.workers import (
    WorkerFacts,
    few_asked,
    put_together,
)
from rondstroom.rooms.rosters.queries.work import year_around

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


def person_and_known(worker: Worker, period: Period, at: datetime) -> tuple[WorkerFacts, Known]:
    """Give what is known of one worker and of all organisations in a period; two queries.

    All work of a year around it comes along, for the law.
    """
    year = year_around(period)
    told, papers, theirs = at_once(*few_asked([worker.pk], period, year), Known.asked(period, at))
    return put_together({worker.pk: worker}, year, told, papers)[worker.pk], Known(*theirs)


def placing(worker: Worker, shift: ShiftFacts, at: datetime) -> Judge:
    """Give a judge that knows proofs and all work, enough for `gate`, `overlap` and `law`.

    Two queries when no skills are asked: they are made while worker and shift are locked.
    """
    return placing_among(worker, [shift], at)


def placing_among(worker: Worker, shifts: Sequence[ShiftFacts], at: datetime) -> Judge:
    """Give a judge as `placing` does, for several shifts of some weeks; as many queries."""
    period = Period(min(one.starts_at for one in shifts), max(one.ends_at for one in shifts))
    facts, known = person_and_known(worker, period, at)
    around = Surroundings(
        pools=known.pools,
        trips={},
        requirements=requirements_of(shifts, known.catalogue),
        houses=known.houses,
        supervisors=supervisors_for([facts.file], shifts),
    )
    return Judge(facts, around)
