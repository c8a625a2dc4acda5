"""A planner answers a request; everybody who asked gets an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching.actions.asking import write_down
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import TRANSITIONS, RequestState
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToAnswer(journal.UnableToAct):
    """The request was answered or withdrawn already, or the place cannot be given; says why."""


@patient
def accept_request(
    *, request: Request, answer: str = "", by: Account, at: datetime, override_reason: str = ""
) -> Request:
    """Give the worker the place; when the shift is full then, tell the others who asked.

    What the law has against it now needs `override_reason`; the gate cannot be set aside.
    Accepting twice changes nothing. Journal: `matching.request.accepted`, and `declined` for each
    of the others.
    """
    try:
        with transaction.atomic():
            # The order of every booking: shift, worker, and only then requests.
            demand.locked_shift(request.shift_id)
            people.locked_worker(request.worker_id)
            row = _answerable(request, RequestState.ACCEPTED)
            if row.state == RequestState.ACCEPTED:
                return row
            rosters.assign(
                worker=row.worker,
                shift=row.shift,
                by=by,
                at=at,
                override_reason=override_reason,
                is_call=False,
            )
            settle(row, RequestState.ACCEPTED, answer, by, at)
            decline_when_full(row.shift_id, by, at)
    except rosters.UnableToAssign as refused:
        raise UnableToAnswer(str(refused), refused.code) from refused
    return row


@transaction.atomic
def decline_request(*, request: Request, answer: str, by: Account, at: datetime) -> Request:
    """Say no, with a word of explanation. Journal: `matching.request.declined`."""
    if not answer.strip():
        raise UnableToAnswer(
            _("Schrijf erbij waarom het niet wordt; %(name)s krijgt dit te lezen.")
            % {"name": request.worker.name}
        )
    row = _answerable(request, RequestState.DECLINED)
    if row.state != RequestState.DECLINED:
        settle(row, RequestState.DECLINED, answer.strip(), by, at)
    return row


def settle(row: Request, state: RequestState, answer: str, by: Account, at: datetime) -> None:
    """Write down an answer."""
    row.state, row.answer, row.answered_at = state, answer, at
    row.save(update_fields=["state", "answer", "answered_at"])
    write_down(row, str(state), by, at, answer=answer)


def decline_when_full(shift_id: int, by: Account, at: datetime) -> None:
    """Tell everybody who asked for a shift that is full now; the waiting list stays."""
    shift = demand.locked_shift(shift_id)
    if assignments.filled_places([shift_id])[shift_id] < shift.places:
        return
    answer = _("De plaatsen zijn vergeven aan anderen. Je staat niet ingeroosterd.")
    decline_all(_asking(shift_id, [RequestState.REQUESTED]), answer, by, at)


def decline_all(rows: Iterable[Request], answer: str, by: Account, at: datetime) -> None:
    """Give the same answer to several."""
    for row in rows:
        settle(row, RequestState.DECLINED, answer, by, at)


def answer_cancelled_shift(*, subject: str, by: Account, at: datetime, **event: str) -> None:
    """Tell everybody who asked or waits for a shift that lapsed. Reacts to the shift's end."""
    shift_id = int(subject.removeprefix("shift:"))
    answer = _("De dienst is vervallen: %(reason)s.") % {"reason": event.get("reason", "")}
    decline_all(_asking(shift_id, [RequestState.REQUESTED, RequestState.WAITING]), answer, by, at)


def _asking(shift_id: int, states: list[RequestState]) -> list[Request]:
    return list(
        Request.objects.filter(shift_id=shift_id, state__in=states)
        .select_related("shift", "worker")
        .order_by("asked_at", "pk")
    )


def _answerable(request: Request, wanted: RequestState) -> Request:
    locked = Request.objects.select_for_update(of=("self",))
    row = locked.select_related("worker", "shift__organisation").get(pk=request.pk)
    if row.state != wanted and wanted not in TRANSITIONS[RequestState(row.state)]:
        raise UnableToAnswer(
            _("De aanvraag van %(name)s is al beantwoord of ingetrokken: %(state)s.")
            % {"name": row.worker.name, "state": RequestState(row.state).label},
            "answered",
        )
    return row
