"""A sign-up that only waits for the register: kept as a request, decided when it has answered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.answering import UnableToAnswer, accept_request
from rondstroom.rooms.matching.models import Request

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def let_go(*, worker_id: int, by: Account, at: datetime) -> int:
    """Book what a worker signed up for and only the register held; give how many were booked.

    The whole gate and the law are judged again at the booking. What still cannot be goes on as a
    request that a planner answers; what still waits for the register keeps waiting. Journal:
    `matching.request.accepted` for each that is booked.
    """
    booked = [_booked(row, by, at) for row in queries.held_requests(worker_id)]
    return sum(booked)


def _booked(row: Request, by: Account, at: datetime) -> bool:
    eligibility = queries.eligibility(row.worker, row.shift, at)
    if queries.awaits_register(eligibility.reasons):
        return False
    Request.objects.filter(pk=row.pk).update(awaits_register=False)
    if not eligibility.ok or row.shift.sign_up != SignUp.INSTANT:
        return False
    try:
        accept_request(request=row, by=by, at=at)
    except UnableToAnswer:
        return False  # it waits for a planner, who reads why
    return True
