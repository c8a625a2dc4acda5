"""The life of a shift: open it to the pool, take it back, let it lapse."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from rondstroom.api.access import caller_of, writes
from rondstroom.api.resources import own
from rondstroom.api.values.plain import Id
from rondstroom.api.values.shifts import ShiftOut, Why, shifts_of
from rondstroom.rooms.demand import actions

router = Router(tags=["shifts"])


@router.post("/shifts/{shift_id}/publish", response=ShiftOut)
@writes("shifts:write")
def publish_shift(request: HttpRequest, shift_id: Id) -> Any:
    """Open a draft to the pool; doing it twice changes nothing."""
    row = own.shift(request, shift_id)
    actions.publish_shifts(shift_ids=[row.pk], **caller_of(request).signed)
    return _now(request, shift_id)


@router.post("/shifts/{shift_id}/withdraw", response=ShiftOut)
@writes("shifts:write")
def withdraw_shift(request: HttpRequest, shift_id: Id) -> Any:
    """Take an open shift back to draft: workers see it no longer."""
    actions.withdraw_shift(shift=own.shift(request, shift_id), **caller_of(request).signed)
    return _now(request, shift_id)


@router.post("/shifts/{shift_id}/cancel", response=ShiftOut)
@writes("shifts:write")
def cancel_shift(request: HttpRequest, shift_id: Id, body: Why) -> Any:
    """Let a shift lapse for good; whoever is on it or asked for it is told why."""
    row = own.shift(request, shift_id)
    actions.cancel_shift(shift=row, reason=body.reason, **caller_of(request).signed)
    return _now(request, shift_id)


def _now(request: HttpRequest, shift_id: int) -> tuple[int, ShiftOut]:
    return 200, shifts_of([own.shift(request, shift_id)])[0]
