"""A request is written, once, with its term."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.refusals import refusal
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.rosters import queries as assignments

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.queries.placement import Judge


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


def _refuse_when_full(judge: Judge, shift: Shift, at: datetime) -> None:
    """Let nobody ask for a shift that filled up in the meantime: nobody would answer."""
    locked = demand.locked_shift(shift.pk)
    if assignments.filled_places([shift.pk])[shift.pk] >= locked.places:
        full = queries.eligibility(judge.worker.worker, shift, at, alone=True).reasons
        raise refusal(judge, shift, full, at)


def ask(
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
