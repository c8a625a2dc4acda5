"""Six weeks of demand: the base cover of every team, laid out as places to fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from flexpool.periods import AMSTERDAM, shift_period
from rondstroom.demo.region.figures import region
from rondstroom.demo.region.staff import teams
from rondstroom.demo.region.wishes import PARTS, SATURDAY

DAYS = 42


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of one shift; those that differ only in `place` are one shift."""

    starts_at: datetime
    ends_at: datetime
    organisation: str
    team: str
    on: date
    part: str
    function: str
    break_minutes: int
    skills: tuple[str, ...]
    place: int

    @property
    def minutes(self) -> int:
        """Working time without the break."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60 - self.break_minutes

    @property
    def last_day(self) -> date:
        """The Dutch day on which it ends."""
        return self.ends_at.astimezone(AMSTERDAM).date()

    @property
    def shift(self) -> tuple[str, date, str, str]:
        """What names the shift this is a place of."""
        return self.team, self.on, self.part, self.function


def first_day(today: date) -> date:
    """Give the Monday of the week of a day: the demo's first."""
    return today - timedelta(days=today.weekday())


def make_slots(today: date) -> list[Slot]:
    """Give every place of six weeks, in order of time."""
    monday = first_day(today)
    days = [monday + timedelta(days=number) for number in range(DAYS)]
    slots = [
        slot
        for organisation, _location, team in teams()
        for on in days
        for slot in _of_day(organisation["name"], team, on)
    ]
    return sorted(slots, key=lambda slot: (slot.starts_at, slot.team, slot.function, slot.place))


def _of_day(organisation: str, team: dict[str, Any], on: date) -> Iterator[Slot]:
    for part, function, places in _asked(team, on):
        starts_at, ends_at, break_minutes = _times(part, on)
        skills = tuple(team.get("skills", {}).get(function, ()))
        for place in range(places):
            yield Slot(
                starts_at,
                ends_at,
                organisation,
                team["name"],
                on,
                part,
                function,
                break_minutes,
                skills,
                place,
            )


def _asked(team: dict[str, Any], on: date) -> Iterator[tuple[str, str, int]]:
    """Give part of day, function and number of places that the cover asks for on a day."""
    kinds = ("cover", "weekend" if on.weekday() >= SATURDAY else "weekdays")
    for number, part in enumerate(PARTS):
        for function in team["staff"]:
            rows = [team.get(kind, {}).get(function, (0, 0, 0)) for kind in kinds]
            if places := sum(row[number] for row in rows):
                yield part, function, places


def _times(part: str, on: date) -> tuple[datetime, datetime, int]:
    name = {"day": "early", "evening": "late", "night": "night"}[part]
    hours = region()["shifts"][name]
    period = shift_period(on, time.fromisoformat(hours["from"]), time.fromisoformat(hours["to"]))
    return period.starts_at, period.ends_at, hours["break"]
