"""A worker signs up, queues for a full shift, or withdraws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.refusals import refusal
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import TRANSITIONS, RequestState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.skills import actions as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment
    from rondstroom.rooms.rosters.queries.placement import Judge


class UnableToWithdraw(journal.UnableToAct):
    """The request was answered already."""


@dataclass(frozen=True, slots=True)
class SignedUp:
    """How it went: `booked` (assignment), `requested`, `held` or `waiting` (request)."""

    outcome: str
    assignment: Assignment | None = None
    request: Request | None = None


def sign_up(*, worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Book the shift at once, or ask for it, as the shift says.

    Where only the age of the register's answer is in the way, it is held as a request and the
    register is asked beside it. Doing it twice gives the same answer as once. Otherwise
    `UnableToSignUp` names every reason. Journal: `rosters.assignment.made` or
    `matching.request.made`.
    """
    known = _known(worker, shift)
    if known is not None:
        return known
    shift = demand.shift(shift.pk) or shift
    answer, judge = queries.judged(worker, shift, at, alone=True)
    if not answer.ok:
        # The other click of a double click may have booked it meanwhile.
        is_mine = any(reason.rule == "matching.already-assigned" for reason in answer.reasons)
        known = _known(worker, shift) if is_mine else None
        if known is not None:
            return known
        if queries.awaits_register(answer.reasons):
            return _hold(judge, shift, by, at)
        raise refusal(judge, shift, answer.reasons, at)
    if shift.sign_up == SignUp.INSTANT:
        return _book(judge, shift, by, at)
    asked = _ask(judge, shift, RequestState.REQUESTED, by, at)
    return SignedUp("requested", request=asked)


def join_waiting_list(*, worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Queue for a place that comes free on a full shift. Journal: `matching.request.waiting`.

    When a place is free after all, it is a sign-up.
    """
    known = _known(worker, shift)
    if known is not None:
        return known
    shift = demand.shift(shift.pk) or shift
    answer, judge = queries.judged(worker, shift, at, alone=True)
    if answer.ok:
        return sign_up(worker=worker, shift=shift, by=by, at=at)
    if [reason.rule for reason in answer.reasons] != ["matching.full"]:
        raise refusal(judge, shift, answer.reasons, at)
    asked = _ask(judge, shift, RequestState.WAITING, by, at)
    return SignedUp("waiting", request=asked)


@transaction.atomic
def withdraw(*, request: Request, by: Account, at: datetime) -> Request:
    """Take back a request that was not answered yet. Journal: `matching.request.withdrawn`."""
    row = Request.objects.select_for_update().get(pk=request.pk)
    if row.state == RequestState.WITHDRAWN:
        return row
    if RequestState.WITHDRAWN not in TRANSITIONS[RequestState(row.state)]:
        raise UnableToWithdraw(
            _("Deze aanvraag is al beantwoord: %(state)s. Een dienst annuleer je in je rooster.")
            % {"state": RequestState(row.state).label}
        )
    row.state, row.answered_at = RequestState.WITHDRAWN, at
    row.save(update_fields=["state", "answered_at"])
    write_down(row, "withdrawn", by, at)
    return row


def write_down(row: Request, happened: str, by: Account, at: datetime, **data: object) -> None:
    """Write the journal's line about a request."""
    journal.record(
        event=f"matching.request.{happened}",
        by=by,
        at=at,
        subject=f"shift:{row.shift_id}",
        organisation_id=row.shift.organisation_id,
        worker_id=row.worker_id,
        request_id=row.pk,
        **data,
    )


def _known(worker: Worker, shift: Shift) -> SignedUp | None:
    """Give how it stands already, for whoever signs up again."""
    for made in assignments.assignments_of_shifts([shift.pk])[shift.pk]:
        if made.worker_id == worker.pk:
            return SignedUp("booked", assignment=made)
    asked = queries.living_request(worker.pk, shift.pk)
    return None if asked is None else SignedUp(asked.state, request=asked)


def _book(judge: Judge, shift: Shift, by: Account, at: datetime) -> SignedUp:
    try:
        made = rosters.assign(worker=judge.worker.worker, shift=shift, by=by, at=at, is_call=False)
    except rosters.UnableToAssign as refused:
        raise refusal(judge, shift, refused.reasons, at) from refused
    return SignedUp("booked", assignment=made)


def _refuse_when_full(judge: Judge, shift: Shift, at: datetime) -> None:
    """Let nobody ask for a shift that filled up in the meantime: nobody would answer."""
    locked = demand.locked_shift(shift.pk)
    if assignments.filled_places([shift.pk])[shift.pk] >= locked.places:
        full = queries.eligibility(judge.worker.worker, shift, at, alone=True).reasons
        raise refusal(judge, shift, full, at)


def _hold(judge: Judge, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Keep the wish until the register has answered, and put the question in its queue."""
    asked = _ask(judge, shift, RequestState.REQUESTED, by, at, awaits_register=True)
    skills.want_register(worker=judge.worker.worker, by=by, at=at)
    return SignedUp("held", request=asked)


def _ask(
    judge: Judge,
    shift: Shift,
    state: RequestState,
    by: Account,
    at: datetime,
    *,
    awaits_register: bool = False,
) -> Request:
    """Write a request, once: of two at the same moment the second finds the first."""
    worker = judge.worker.worker
    row = _written(worker, shift, state, at)
    row.awaits_register = awaits_register
    try:
        with transaction.atomic():
            if state == RequestState.REQUESTED:
                _refuse_when_full(judge, shift, at)
            row.save()
            happened = "made" if state == RequestState.REQUESTED else "waiting"
            write_down(row, happened, by, at)
    except IntegrityError:
        known = queries.living_request(worker.pk, shift.pk)
        if known is None:
            raise
        return known
    return row


def _written(worker: Worker, shift: Shift, state: RequestState, at: datetime) -> Request:
    """Give a request that is not saved yet, with the term of the organisation."""
    term = timedelta(hours=shift.organisation.request_term_hours)
    due = min(at + term, shift.starts_at)
    return Request(worker=worker, shift=shift, state=state, asked_at=at, answer_due_at=due)
