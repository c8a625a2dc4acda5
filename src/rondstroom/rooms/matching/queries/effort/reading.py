"""Reading from the journal what filled shifts took, by where their people came from.

Counted are shifts that stood open and of which every place is taken now. Not counted is what
workers do for themselves, what the platform does by itself, and what connected systems send.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching.queries.effort.counting import Effort, Writing, spent
from rondstroom.rooms.matching.states import EXTERNAL_FORMS, Source
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import queries as rosters

MADE, CREATED, CONFIRMED = (
    "rosters.assignment.made",
    "demand.shift.created",
    "rosters.assignment.confirmed",
)
FILLING = (
    CREATED,
    "demand.shift.changed",
    "demand.shift.published",
    "demand.shift.withdrawn",
    "matching.cascade.started",
    "matching.cascade.hurried",
    "matching.cascade.ended",
    "matching.hire.confirmed",
    "matching.hire.declined",
    "matching.request.made",
    "matching.request.accepted",
    "matching.request.declined",
    MADE,
    CONFIRMED,
    "rosters.assignment.cancelled",
)
"""What one may have to do before a shift is filled; the rest follows from it by itself."""


def effort_of(organisation_id: int, starts_at: datetime, ends_at: datetime) -> dict[Source, Effort]:
    """Give what the shifts took that begin in a period and are filled; sources without are 0.

    The number of queries does not grow with the number of shifts.
    """
    found = {source: Effort() for source in Source}
    filled = _filled(organisation_id, starts_at, ends_at)
    lines = list(journal.lines_about([f"shift:{pk}" for pk in filled], FILLING))
    ends = _ends(lines)
    if not ends:
        return found
    took = spent(*_written(lines), ends)
    workers = {one.worker_id for pk in ends for one in filled[pk][1]}
    ties = people.ties_of(workers)
    for pk in ends:
        shift, rows = filled[pk]
        found[_source(shift, [row.worker_id for row in rows], ties)].take(took[pk])
    return found


def _filled(
    organisation_id: int, starts_at: datetime, ends_at: datetime
) -> dict[int, tuple[Any, list[Any]]]:
    """Give the shifts whose places are all taken, with who works them."""
    rows = demand.shifts_of_organisation(organisation_id, starts_at, ends_at)
    shifts = {one.pk: one for one in rows if one.state != ShiftState.DRAFT}
    working = rosters.assignments_of_shifts(shifts)
    return {pk: (one, working[pk]) for pk, one in shifts.items() if len(working[pk]) >= one.places}


def _ends(lines: Iterable[Any]) -> dict[int, datetime]:
    """Give when each shift was filled; not of shifts that were made with people on them."""
    created: dict[int, datetime] = {}
    ends: dict[int, datetime] = {}
    for one in lines:
        pk = _shift_of(one)
        if one.event == CREATED:
            created[pk] = one.at
        elif one.event in (MADE, CONFIRMED):
            ends[pk] = max(one.at, ends.get(pk, one.at))
    return {pk: at for pk, at in ends.items() if created.get(pk) != at}


def _written(lines: list[Any]) -> tuple[list[Writing], Mapping[int, list[datetime]]]:
    """Give what people wrote about any shift since the first of these lines, and when at all."""
    persons = identity.persons_among({one.actor_id for one in lines})
    moments: dict[int, list[datetime]] = defaultdict(list)
    written = list(journal.lines_by(persons, min(one.pk for one in lines)))
    as_worker = _as_worker(written)
    writings = []
    for one in written:
        moments[one.actor_id].append(one.at)
        if one.event in FILLING and (one.actor_id, one.at) not in as_worker:
            writings.append(Writing(_shift_of(one), one.actor_id, one.at))
    return writings, moments


def _as_worker(written: Iterable[Any]) -> set[tuple[int, datetime]]:
    """Give who did something for themselves, and when: all that follows from it is no planning.

    Whoever says yes may so end the asking, and take the place that others had asked for.
    """
    lines = list(written)
    workers = people.workers({one.worker_id for one in lines if one.worker_id})
    accounts = {pk: worker.account_id for pk, worker in workers.items()}
    return {
        (one.actor_id, one.at)
        for one in lines
        if one.worker_id and accounts.get(one.worker_id) == one.actor_id
    }


def _shift_of(line: Any) -> int:
    return int(line.subject.removeprefix("shift:"))


def _source(shift: Any, worker_ids: list[int], ties: Mapping[int, list[Any]]) -> Source:
    """Give where the people of a shift came from: the furthest away of them decides."""
    on = timezone.localdate(shift.starts_at)
    order = list(Source)
    each = [_source_of(shift.organisation_id, on, ties.get(one, [])) for one in worker_ids]
    return max(each, key=order.index)


def _source_of(organisation_id: int, on: date, ties: Iterable[Any]) -> Source:
    """Give where somebody came from by what tied them on the day of the shift."""
    held = [one for one in ties if one.starts_on <= on and (not one.ends_on or one.ends_on > on)]
    employed = [one for one in held if one.form not in {*EXTERNAL_FORMS, EngagementForm.RESERVE}]
    if any(one.organisation_id == organisation_id for one in employed):
        return Source.OWN
    if employed:
        return Source.POOL
    reserve = any(one.form == EngagementForm.RESERVE for one in held)
    return Source.RESERVE if reserve else Source.AGENCY
