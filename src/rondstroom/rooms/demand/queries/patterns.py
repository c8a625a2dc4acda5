"""What a team needs per weekday, as laid down in versions, and what that comes to on real days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from flexpool.periods import AMSTERDAM, Period, shift_period, week_start
from rondstroom.rooms.demand.models import DemandPattern, Shift
from rondstroom.rooms.demand.queries.shifts import shifts_of_team, without_training

LONGEST_CYCLE = 4
Identity = tuple[datetime, datetime, int | None, tuple[int, ...]]
"""What makes two needs the same work: begin, end, function and skills."""


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """So many people of a function on a weekday (Monday is 0) from one clock time to another.

    `week` counts from 0 within the cycle; an end not after the start is on the next day.
    """

    week: int
    weekday: int
    start: str
    end: str
    function: int | None
    skills: tuple[int, ...] = ()
    places: int = 1
    break_minutes: int = 0

    def period(self, day: date) -> Period:
        """Give the real time on a day, by the Dutch clock."""
        return shift_period(day, time.fromisoformat(self.start), time.fromisoformat(self.end))

    def kept(self) -> dict[str, Any]:
        """Give the slot as a version keeps it."""
        return {**asdict(self), "skills": list(self.skills)}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Slot:
        """Give the slot that a version kept."""
        return cls(**{**kept, "skills": tuple(sorted(kept["skills"]))})


@dataclass(frozen=True, slots=True)
class Needed:
    """What is needed on one day, and by which version."""

    day: date
    slot: Slot
    version: int

    @property
    def identity(self) -> Identity:
        """What makes it the same work as a shift."""
        period = self.slot.period(self.day)
        return period.starts_at, period.ends_at, self.slot.function, self.slot.skills


def identity_of(shift: Shift) -> Identity:
    """Give what makes a shift the same work as a need; skills must have been read along.

    A part of a shift that was cut is the same work as the whole.
    """
    skills = tuple(sorted(skill.pk for skill in shift.skills.all()))
    starts_at, ends_at = shift.whole_starts_at or shift.starts_at, shift.whole_ends_at
    return starts_at, ends_at or shift.ends_at, shift.function_id, skills


def patterns_of(team_id: int) -> QuerySet[DemandPattern]:
    """Give the versions of a team's demand, the newest first."""
    return DemandPattern.objects.filter(team_id=team_id).order_by("-version")


def pattern_on(patterns: Iterable[DemandPattern], day: date) -> DemandPattern | None:
    """Give the version that holds on a day: the newest of those that are valid then."""
    valid = [
        one
        for one in patterns
        if one.starts_on <= day and (one.ends_on is None or day <= one.ends_on)
    ]
    return max(valid, key=lambda one: one.version, default=None)


def needed(team_id: int, starts_on: date, ends_on: date) -> list[Needed]:
    """Give what a team needs on each day through the last; one query."""
    patterns = list(patterns_of(team_id))
    found = []
    for number in range((ends_on - starts_on).days + 1):
        day = starts_on + timedelta(days=number)
        holds = pattern_on(patterns, day)
        if holds is not None:
            found += [Needed(day, slot, holds.version) for slot in _slots_on(holds, day)]
    return found


def _slots_on(pattern: DemandPattern, day: date) -> list[Slot]:
    weeks = (week_start(day) - week_start(pattern.starts_on)).days // 7
    week = weeks % pattern.cycle_weeks
    slots = (Slot.of(one) for one in pattern.slots)
    return [one for one in slots if (one.week, one.weekday) == (week, day.weekday())]


def slots_in_week(team_id: int, monday: date) -> list[Slot]:
    """Give a real week of a team as a pattern: what was rostered there becomes what is needed."""
    week = Period(
        datetime.combine(monday, time(), AMSTERDAM),
        datetime.combine(monday + timedelta(days=7), time(), AMSTERDAM),
    )
    found: dict[Slot, int] = {}
    for shift in without_training(shifts_of_team(team_id, week.starts_at, week.ends_at)):
        begin, end = (one.astimezone(AMSTERDAM) for one in (shift.starts_at, shift.ends_at))
        slot = Slot(
            0,
            begin.weekday(),
            f"{begin:%H:%M}",
            f"{end:%H:%M}",
            shift.function_id,
            identity_of(shift)[3],
            0,
            shift.break_minutes,
        )
        found[slot] = found.get(slot, 0) + shift.places
    return sorted(Slot(**{**asdict(one), "places": places}) for one, places in found.items())
