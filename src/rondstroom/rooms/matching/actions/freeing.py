"""A place comes free: the first on the waiting list gets it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.answering import settle
from rondstroom.rooms.matching.actions.asking import write_down
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.rosters import actions as rosters

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account


def offer_freed_place(*, subject: str, at: datetime, **_event: Any) -> None:
    """Give a freed place to the first on the waiting list who may still work the shift.

    Signed by the machine: whoever cancelled did not book somebody else.
    On an instant-book shift the place is booked; on the others the wait becomes a request, due
    within the organisation's term. Who may not work it any more keeps waiting.
    """
    shift = demand.shift(int(subject.removeprefix("shift:")))
    if shift is None:
        return
    by = machine_account()
    for waiting in _queue(shift.pk):
        if not queries.eligibility(waiting.worker, shift, at, alone=True).ok:
            continue
        if shift.sign_up != SignUp.INSTANT:
            _ask(waiting, shift, by, at)
            return
        if _book(waiting, shift, by, at):
            return


def _queue(shift_id: int) -> list[Request]:
    return list(
        Request.objects.filter(shift_id=shift_id, state=RequestState.WAITING)
        .select_related("worker", "shift")
        .order_by("asked_at", "pk")
    )


def _ask(waiting: Request, shift: Shift, by: Account, at: datetime) -> None:
    waiting.state = RequestState.REQUESTED
    waiting.answer_due_at = min(
        at + timedelta(hours=shift.organisation.request_term_hours), shift.starts_at
    )
    waiting.save(update_fields=["state", "answer_due_at"])
    write_down(waiting, "offered", by, at)


def _book(waiting: Request, shift: Shift, by: Account, at: datetime) -> bool:
    try:
        rosters.assign(worker=waiting.worker, shift=shift, by=by, at=at, is_call=False)
    except rosters.UnableToAssign:
        return False  # somebody was quicker, or other work came in between: ask the next
    settle(waiting, RequestState.ACCEPTED, "", by, at)
    return True
