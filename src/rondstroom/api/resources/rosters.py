"""The roster of a team: its shifts with who is on them, and whether it was made known."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema

from flexpool.periods import day_period
from rondstroom.api.access import reads
from rondstroom.api.resources import own
from rondstroom.api.values.plain import Day, Number
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.rosters import queries

router = Router(tags=["rosters"])
LONGEST_DAYS = 62


class Wanted(Schema):
    """A team, and the days from the first through the last."""

    team: Number
    starts_on: Day
    ends_on: Day


class OnShift(Schema):
    """Somebody on a shift."""

    assignment: int
    worker: int
    name: str
    state: str


class RosteredOut(Schema):
    """A shift with the people on it."""

    shift: int
    starts_at: datetime
    ends_at: datetime
    function: str | None
    places: int
    people: list[OnShift]


class RosterOut(Schema):
    """A roster; `published` are the days that were made known."""

    team: int
    starts_on: date
    ends_on: date
    published: list[date]
    shifts: list[RosteredOut]


@router.get("/rosters", response=RosterOut)
@reads("rosters:read")
def roster(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give the roster of a team, at most two months."""
    if not 0 <= (wanted.ends_on - wanted.starts_on).days < LONGEST_DAYS:
        raise own.invalid("ends_on", _("Vraag 1 tot 62 dagen."))
    team = own.team(request, wanted.team)
    first, last = day_period(wanted.starts_on), day_period(wanted.ends_on)
    shifts = list(demand.shifts_of_team(team.pk, first.starts_at, last.ends_at))
    people = queries.assignments_of_shifts(one.pk for one in shifts)
    return RosterOut(
        team=team.pk,
        starts_on=wanted.starts_on,
        ends_on=wanted.ends_on,
        published=queries.published_days(team.pk, wanted.starts_on, wanted.ends_on),
        shifts=[_rostered(one, people[one.pk]) for one in shifts],
    )


def _rostered(shift: Any, people: list[Any]) -> RosteredOut:
    return RosteredOut(
        shift=shift.pk,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        function=shift.function.code if shift.function else None,
        places=shift.places,
        people=[
            OnShift(assignment=one.pk, worker=one.worker_id, name=one.worker.name, state=one.state)
            for one in people
        ],
    )
