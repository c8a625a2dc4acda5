"""Today's hire: how many hours people in each form of engagement work, per function and team."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from django.utils import timezone

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import queries as rosters

LOOKED_AT = timedelta(weeks=12)
DAYS_A_YEAR = 365
FEWEST_DAYS = 7
MINUTES_HOUR = 60
HIRED = {
    EngagementForm.AGENCY: "agency",
    EngagementForm.SECONDED: "secondment",
    EngagementForm.SELF_EMPLOYED: "self_employed",
}
"""The forms that are hired, and what the library calls that way of hiring."""


@dataclass
class Hours:
    """Hours of care of one function in one team, in the weeks that were looked at."""

    function: Any
    team: Any
    own: Fraction = Fraction(0)
    hired: dict[str, Fraction] = field(default_factory=lambda: defaultdict(Fraction))

    @property
    def hired_hours(self) -> Fraction:
        """Hours of all hired people together."""
        return sum(self.hired.values(), Fraction(0))

    @property
    def all_hours(self) -> Fraction:
        """Everything together."""
        return self.own + self.hired_hours

    @property
    def hired_share(self) -> Fraction:
        """Which part of the hours is hired."""
        return self.hired_hours / self.all_hours if self.all_hours else Fraction(0)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, most hired first, and over how many days: fewer where shifts are newer."""

    rows: list[Hours]
    days: int

    def a_year(self, hours: Fraction) -> Fraction:
        """Give hours of the days looked at as hours of a year."""
        return hours * DAYS_A_YEAR / self.days


def hours_of(organisation_id: int, now: datetime) -> Looked:
    """Give the hours in the twelve weeks before now; five queries, however many shifts."""
    shifts = demand.shifts_of_organisation(organisation_id, now - LOOKED_AT, now)
    by_id = {shift.pk: shift for shift in shifts if shift.function_id}
    placed = rosters.assignments_of_shifts(by_id)
    workers = {one.worker_id for rows in placed.values() for one in rows}
    ties = people.ties_of(workers)
    found: dict[tuple[Any, int], Hours] = {}
    for pk, rows in placed.items():
        shift = by_id[pk]
        key = (shift.function_id, shift.team_id)
        cell = found.setdefault(key, Hours(shift.function, shift.team))
        for one in rows:
            way = _way_of(ties.get(one.worker_id, []), timezone.localdate(one.starts_at))
            _count(cell, way, _hours_of(one, shift))
    rows_found = [one for one in found.values() if one.all_hours]
    first = min((shift.starts_at for shift in by_id.values()), default=now)
    return Looked(
        sorted(rows_found, key=lambda one: (-one.hired_hours, str(one.function.code))),
        max((now - first).days, FEWEST_DAYS),
    )


def _count(cell: Hours, way: str, hours: Fraction) -> None:
    if way:
        cell.hired[way] += hours
    else:
        cell.own += hours


def _hours_of(assignment: Any, shift: Any) -> Fraction:
    minutes = int((assignment.ends_at - assignment.starts_at).total_seconds()) // MINUTES_HOUR
    return Fraction(minutes - shift.break_minutes, MINUTES_HOUR)


def _way_of(ties: list[Any], on: date) -> str:
    """Give how somebody is hired on a day; nothing for who is employed somewhere in the pool."""
    held = [one for one in ties if one.starts_on <= on and (not one.ends_on or on < one.ends_on)]
    ways = [HIRED.get(EngagementForm(one.form), "") for one in held]
    return ways[0] if ways and all(ways) else ""
