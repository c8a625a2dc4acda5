"""The numbers by which candidates are put in order. No form, age, sex, origin or health."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flexpool.periods import AMSTERDAM, week_start
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.surroundings import Surroundings
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts
from rondstroom.rooms.rosters.queries.work import Busy

OWN_TEAM, OWN_ORGANISATION, POOL = range(3)
DAYS_AROUND = timedelta(days=7)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Numbers:
    """Tier (own team, own organisation, pool), minutes of travel, times rostered here, own wish,
    contract minutes of that week still to fill at this own employer, and, for a shift in evening,
    night or weekend, which percentage of the work in the days around it was that too."""

    tier: int
    travel_minutes: int | None
    times_here: int
    wish: str
    owed_minutes: int
    anw_share: int | None = None


def of(
    worker: WorkerFacts,
    shift: ShiftFacts,
    around: Surroundings,
    times_here: int,
    rostered: Mapping[tuple[int, date], int],
) -> Numbers:
    """Give the numbers of one worker for one shift; `rostered` as `minutes_per_week` gives it."""
    agreed = sum(
        tie.minutes_per_week
        for tie in worker.ties_on(shift.starts_on)
        if tie.organisation_id == shift.organisation_id
    )
    done = rostered.get((shift.organisation_id, week_start(shift.starts_on)), 0)
    return Numbers(
        tier=_tier(worker, shift),
        travel_minutes=around.minutes(worker, shift),
        times_here=times_here,
        wish=worker.wishes.get(shift.cell, ""),
        owed_minutes=max(0, agreed - done),
        anw_share=_anw_share(worker, shift) if is_anw(shift.starts_at, shift.ends_at) else None,
    )


def is_anw(starts_at: datetime, ends_at: datetime) -> bool:
    """Tell whether work counts as evening, night or weekend: by the part of day it begins in."""
    day, part = people.availability_cell(starts_at, ends_at)
    return part is not DayPart.DAY or day.weekday() >= _SATURDAY


def _anw_share(worker: WorkerFacts, shift: ShiftFacts) -> int:
    """Give the share over the same days for everybody, of the work at this organisation alone:
    a planner learns nothing about work elsewhere."""
    first, last = shift.starts_at - DAYS_AROUND, shift.ends_at + DAYS_AROUND
    minutes = {True: 0, False: 0}
    for busy in worker.work:
        is_here = busy.organisation_id == shift.organisation_id
        if is_here and first <= busy.starts_at and busy.ends_at <= last:
            minutes[is_anw(busy.starts_at, busy.ends_at)] += busy.as_work.work_minutes
    total = minutes[True] + minutes[False]
    return round(100 * minutes[True] / total) if total else 0


def minutes_per_week(work: Iterable[Busy]) -> dict[tuple[int, date], int]:
    """Give minutes of work per organisation and Monday of the week in which it begins."""
    found: dict[tuple[int, date], int] = {}
    for busy in work:
        if busy.organisation_id is None:
            continue
        key = busy.organisation_id, week_start(busy.starts_at.astimezone(AMSTERDAM).date())
        found[key] = found.get(key, 0) + busy.as_work.work_minutes
    return found


def times_per_team(work: Iterable[Busy]) -> dict[int, int]:
    """Give how often somebody is or was rostered at each team."""
    return Counter(busy.team_id for busy in work if busy.team_id is not None)


def _tier(worker: WorkerFacts, shift: ShiftFacts) -> int:
    ties = worker.ties_on(shift.starts_on)
    if any(tie.team_id == shift.team_id for tie in ties):
        return OWN_TEAM
    if any(tie.organisation_id == shift.organisation_id for tie in ties):
        return OWN_ORGANISATION
    return POOL
