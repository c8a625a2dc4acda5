"""Who works which shift: look, put on, take off."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router

from rondstroom.api.access import caller_of, reads, writes
from rondstroom.api.pages import Asked, Page, page_of
from rondstroom.api.resources import own
from rondstroom.api.values.people import AssignmentIn, AssignmentOut, assignments_of
from rondstroom.api.values.plain import Id, Moment, Number
from rondstroom.api.values.shifts import Why
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions, queries

router = Router(tags=["assignments"])
_AHEAD = timedelta(days=42)


class Wanted(Asked):
    """Which assignments: that begin from one moment, and before another."""

    starts_from: Moment | None = None
    starts_before: Moment | None = None
    worker: Number | None = None


@router.get("/assignments", response=Page[AssignmentOut])
@reads("assignments:read")
def list_assignments(request: HttpRequest, wanted: Query[Wanted]) -> Any:
    """Give who works on the shifts of the organisation; by default for six weeks from now."""
    first = wanted.starts_from or timezone.now()
    last = wanted.starts_before or first + _AHEAD
    rows = queries.assignments_at(caller_of(request).organisation_id, first, last)
    if wanted.worker is not None:
        rows = rows.filter(worker_id=wanted.worker)
    return page_of(rows, wanted, assignments_of)


@router.get("/assignments/{assignment_id}", response=AssignmentOut)
@reads("assignments:read")
def one_assignment(request: HttpRequest, assignment_id: Id) -> Any:
    """Give one assignment, also a cancelled one."""
    return assignments_of([own.assignment(request, assignment_id)])[0]


@router.post("/assignments", response={201: AssignmentOut})
@writes("assignments:write")
def assign(request: HttpRequest, body: AssignmentIn) -> Any:
    """Put a worker on a shift. Gate and law are judged, and never set aside from here."""
    shift = own.shift(request, body.shift)
    worker = own.candidate(request, body.worker, timezone.localdate(shift.starts_at))
    made = matching.book_on_behalf(worker=worker, shift=shift, **caller_of(request).signed)
    return 201, assignments_of([own.assignment(request, made.pk)])[0]


@router.post("/assignments/{assignment_id}/cancel", response=AssignmentOut)
@writes("assignments:write")
def cancel(request: HttpRequest, assignment_id: Id, body: Why) -> Any:
    """Take a worker off a shift; the place goes to the first who waits. Never give a reason of
    sickness: say "afwezig"."""
    row = own.assignment(request, assignment_id)
    actions.cancel(assignment=row, reason=body.reason, **caller_of(request).signed)
    return 200, assignments_of([own.assignment(request, assignment_id)])[0]
