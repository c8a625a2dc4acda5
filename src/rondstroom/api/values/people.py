"""Workers, what they may and want, and where they work, as systems see and send them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from rondstroom.api.values.plain import Day, Given, Number
from rondstroom.rooms.people.states import DayPart, Wish


class EngagementOut(Schema):
    """What ties a worker to the organisation that asks; ties to others are not shown."""

    personnel_number: str
    form: str
    minutes_per_week: int
    team: int | None
    starts_on: date
    ends_on: date | None


class WorkerOut(Schema):
    """A worker of the organisation that asks. No BSN, no address, no health."""

    id: int
    name: str
    email: str
    engagements: list[EngagementOut]


class AvailabilityOut(Schema):
    """What a worker says about a part of a day; never why."""

    on_date: date
    part: DayPart
    wish: Wish


class AvailabilityIn(Given):
    """A word about a part of a day; null takes it back."""

    on_date: Day
    part: DayPart
    wish: Wish | None


class AvailabilityChanges(Given):
    """Several words at once; parts that are not named stay as they were."""

    items: list[AvailabilityIn] = Field(max_length=400)


class ReasonOut(Schema):
    """Why somebody may not work a shift, and the way out."""

    rule: str
    text: str
    remedy: str


class EligibilityOut(Schema):
    """Whether a worker may work a shift, every reason why not, and the numbers for ranking."""

    worker: int
    shift: int
    ok: bool
    reasons: list[ReasonOut]
    warnings: list[ReasonOut]
    tier: int
    travel_minutes: int | None
    times_here: int
    wish: str
    owed_minutes: int


class CandidateOut(Schema):
    """Somebody who may work a shift, or nearly; `why` holds the numbers of the ranking in words."""

    worker: int
    name: str
    functions: list[str]
    is_own: bool
    why: list[str]
    asked: str
    missing: list[ReasonOut]


class CandidatesOut(Schema):
    """Best first; then those who miss little; `others` miss more."""

    eligible: list[CandidateOut]
    almost: list[CandidateOut]
    others: int


class RequestOut(Schema):
    """A worker asks for a place; `answer_due_at` is when the worker must have heard."""

    id: int
    worker: int
    name: str
    shift: int
    state: str
    asked_at: datetime
    answer_due_at: datetime


class AssignmentIn(Given):
    """Put a worker on a shift."""

    worker: Number
    shift: Number


class AssignmentOut(Schema):
    """A worker on a place of a shift."""

    id: int
    worker: int
    name: str
    shift: int
    team: int
    state: str
    starts_at: datetime
    ends_at: datetime


def worker_of(row: Any, organisation_id: int) -> WorkerOut:
    """Give a worker with the ties to one organisation; `engagements` must be fetched."""
    ties = [
        EngagementOut(
            personnel_number=one.personnel_number,
            form=one.form,
            minutes_per_week=one.minutes_per_week,
            team=one.team_id,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )
        for one in row.engagements.all()
        if one.organisation_id == organisation_id
    ]
    return WorkerOut(id=row.pk, name=row.name, email=row.email, engagements=ties)


def reasons_of(reasons: Iterable[Any]) -> list[ReasonOut]:
    """Give reasons with their way out."""
    return [ReasonOut(rule=one.rule, text=str(one.text), remedy=str(one.remedy)) for one in reasons]


def requests_of(rows: Sequence[Any]) -> list[RequestOut]:
    """Give requests; worker must be fetched."""
    return [
        RequestOut(
            id=row.pk,
            worker=row.worker_id,
            name=row.worker.name,
            shift=row.shift_id,
            state=row.state,
            asked_at=row.asked_at,
            answer_due_at=row.answer_due_at,
        )
        for row in rows
    ]


def assignments_of(rows: Sequence[Any]) -> list[AssignmentOut]:
    """Give assignments; worker and shift must be fetched."""
    return [
        AssignmentOut(
            id=row.pk,
            worker=row.worker_id,
            name=row.worker.name,
            shift=row.shift_id,
            team=row.shift.team_id,
            state=row.state,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
        )
        for row in rows
    ]
