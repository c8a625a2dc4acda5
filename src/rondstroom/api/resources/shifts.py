"""Shifts: look, make, change."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.resources import own
from rondstroom.api.values.plain import Id, Moment, Number, Words
from rondstroom.api.values.shifts import (
    ShiftChanges,
    ShiftIn,
    ShiftOut,
    StateWord,
    shifts_of,
)
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.states import ShiftState, SignUp

router = Router(tags=["shifts"])


class Wanted(Asked):
    """Which shifts: that begin from one moment, and before another."""

    starts_from: Moment | None = None
    starts_before: Moment | None = None
    team: Number | None = None
    state: StateWord | None = None
    source_key: Words | None = None


@router.get("/shifts", response=Page[ShiftOut])
@reads("shifts:read")
def list_shifts(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give the shifts of the organisation, drafts and cancelled ones too."""
    asked = {
        "starts_at__gte": wanted.starts_from,
        "starts_at__lt": wanted.starts_before,
        "team_id": wanted.team,
        "state": wanted.state,
        "source_key": wanted.source_key,
    }
    rows = queries.all_shifts_of(caller_of(request).organisation_id)
    given = {name: value for name, value in asked.items() if value is not None}
    return page_of(rows.filter(**given), wanted, shifts_of)


@router.get("/shifts/{shift_id}", response=ShiftOut)
@reads("shifts:read")
def one_shift(request: HttpRequest, shift_id: Id) -> Any:
    """Give one shift."""
    return shifts_of([own.shift(request, shift_id)])[0]


@router.post("/shifts", response={201: ShiftOut})
@writes("shifts:write")
def create_shift(request: HttpRequest, body: ShiftIn) -> Any:
    """Make a shift, as a draft or already open to the pool."""
    row = actions.create_shift(
        team=own.team(request, body.team),
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        break_minutes=body.break_minutes,
        function=own.function(body.function) if body.function else None,
        skills=own.skills_named(body.skills),
        places=body.places,
        sign_up=SignUp(body.sign_up),
        state=ShiftState(body.state),
        reason=body.reason,
        remarks=body.remarks,
        source_key=body.source_key,
        **caller_of(request).signed,
    )
    return 201, shifts_of([own.shift(request, row.pk)])[0]


@router.patch("/shifts/{shift_id}", response=ShiftOut)
@writes("shifts:write")
def change_shift(request: HttpRequest, shift_id: Id, body: ShiftChanges) -> Any:
    """Change what is named; whoever is on the shift is judged again and may stand in the way."""
    row = own.shift(request, shift_id)
    changes = {
        name: value
        for name, value in body.model_dump(exclude_unset=True).items()
        if value is not None or name == "function"
    }
    if "team" in changes:
        changes["team"] = own.team(request, changes["team"])
    if changes.get("function") is not None:
        changes["function"] = own.function(changes["function"])
    if "skills" in changes:
        changes["skills"] = own.skills_named(changes["skills"])
    actions.change_shift(shift=row, **changes, **caller_of(request).signed)
    return 200, shifts_of([own.shift(request, shift_id)])[0]
