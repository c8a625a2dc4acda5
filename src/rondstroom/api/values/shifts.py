"""Shifts, as systems see and send them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from rondstroom.api.values.plain import Given, Moment, Number, Words
from rondstroom.rooms.rosters import queries as rosters

SignUpWord = Literal["request", "instant"]
StateWord = Literal["draft", "published", "cancelled"]


class TeamOut(Schema):
    """A team with its place."""

    id: int
    name: str
    location: str
    pc4: str


class ShiftOut(Schema):
    """A shift; `filled` of `places` are taken."""

    id: int
    organisation: int
    team: TeamOut
    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    function: str | None
    skills: list[str]
    places: int
    filled: int
    sign_up: SignUpWord
    state: StateWord
    reason: str
    remarks: str
    source_key: str


class ShiftIn(Given):
    """A new shift. `source_key` is the number in the sender's own system: once per organisation."""

    team: Number
    starts_at: Moment
    ends_at: Moment
    break_minutes: int = Field(0, ge=0, le=1440)
    function: Words | None = None
    skills: list[Words] = Field(default_factory=list, max_length=20)
    places: int = Field(1, ge=1, le=99)
    sign_up: SignUpWord = "request"
    state: Literal["draft", "published"] = "draft"
    reason: Words = ""
    remarks: Words = ""
    source_key: Words = ""


class ShiftChanges(Given):
    """What changes; what is not named stays."""

    team: Number | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    break_minutes: int | None = Field(None, ge=0, le=1440)
    function: Words | None = None
    skills: list[Words] | None = Field(None, max_length=20)
    places: int | None = Field(None, ge=1, le=99)
    sign_up: SignUpWord | None = None
    reason: Words | None = None
    remarks: Words | None = None


class Why(Given):
    """Why, in words for the people it concerns."""

    reason: Words = Field(min_length=1)


def team_of(team: Any) -> TeamOut:
    """Give a team with its place."""
    where = team.location
    return TeamOut(id=team.pk, name=team.name, location=where.name, pc4=where.pc4)


def shifts_of(rows: Sequence[Any]) -> list[ShiftOut]:
    """Give shifts with the places that are taken; one query for all."""
    filled = rosters.filled_places(row.pk for row in rows)
    return [_shift(row, filled[row.pk]) for row in rows]


def _shift(row: Any, filled: int) -> ShiftOut:
    return ShiftOut(
        id=row.pk,
        organisation=row.organisation_id,
        team=team_of(row.team),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        break_minutes=row.break_minutes,
        function=row.function.code if row.function else None,
        skills=sorted(skill.code for skill in row.skills.all()),
        places=row.places,
        filled=filled,
        sign_up=row.sign_up,
        state=row.state,
        reason=row.reason,
        remarks=row.remarks,
        source_key=row.source_key,
    )
