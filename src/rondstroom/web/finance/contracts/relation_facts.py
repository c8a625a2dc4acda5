"""What the rosters show of a self-employed person, and what other ways of working would cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from rondstroom.rooms.contracts import queries
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.finance.comparing import compared
from rondstroom.web.finance.overview import bars_of

YEAR = timedelta(days=365)
SHOWN = ("own", "secondment", "self_employed")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was rostered in a year at this organisation; work elsewhere is not looked at."""

    shifts: int
    first: date | None
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """Cents for an hour of care by way of working."""

    function: str
    cents: dict[str, int]
    bars: list[tuple[str, int, str]]
    is_example: bool
    refusal: str


def _worked(row: queries.Relation, organisation_id: int, now: datetime) -> list[Any]:
    rows = rosters.assignments_of_worker(row.worker.pk, now - YEAR, now)
    return [one for one in rows if one.shift.organisation_id == organisation_id]


def seen_in_rosters(row: queries.Relation, organisation_id: int, now: datetime) -> Seen:
    """Give the shifts of the past year, and in which teams."""
    worked = _worked(row, organisation_id, now)
    first = timezone.localdate(worked[0].starts_at) if worked else None
    teams = Counter(one.shift.team.name for one in worked)
    return Seen(len(worked), first, tuple(name for name, _count in teams.most_common()))


def alternatives(row: queries.Relation, organisation_id: int, now: datetime) -> Offers:
    """Compare with the organisation's own figures for the function worked most, or the example."""
    codes = Counter(
        one.shift.function.code
        for one in _worked(row, organisation_id, now)
        if one.shift.function is not None
    )
    code = next((one for one, _count in codes.most_common(1)), "")
    kept = organisations.cost_estimates_of(organisation_id).get(code)
    found = compared(kept, timezone.localdate(now).year)
    cents = {way: found.hour_prices[way] for way in SHOWN if way in found.hour_prices}
    shown = set(cents.values())
    bars = [one for one in bars_of(found) if one[1] in shown]
    return Offers(code, cents, bars, kept is None, found.refusal)
