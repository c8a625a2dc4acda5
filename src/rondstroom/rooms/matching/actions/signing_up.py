"""A worker signs up, queues for a full shift, or withdraws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.asking import ask, write_down
from rondstroom.rooms.matching.actions.refusals import UnableToSignUp, refusal, refusal_with
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import TRANSITIONS, RequestState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.skills import actions as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.matching.queries import Eligibility
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment
    from rondstroom.rooms.rosters.queries.placement import Judge, ShiftFacts


class UnableToWithdraw(journal.UnableToAct):
    """The request was answered already."""


@dataclass(frozen=True, slots=True)
class SignedUp:
    """How it went: `booked` (assignment), `requested`, `held` or `waiting` (request)."""

    outcome: str
    assignment: Assignment | None = None
    request: Request | None = None


class _NotWelcome(Exception):
    """Judged under the lock, and refused: what was found, to be told when the lock is let go."""

    def __init__(self, answer: Eligibility, judge: Judge) -> None:
        super().__init__()
        self.answer, self.judge = answer, judge


class _NotAtOnce(Exception):
    """Under the lock it turned out that the shift has to be asked for."""


def sign_up(*, worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Book the shift at once, or ask for it, as the shift says.

    Where only the age of the register's answer is in the way, it is held as a request and the
    register is asked beside it. Doing it twice gives the same answer as once. Otherwise
    `UnableToSignUp` names every reason. Journal: `rosters.assignment.made` or
    `matching.request.made`.
    """
    known, taken = _standing(worker, shift)
    if known is not None:
        return known
    if shift.sign_up == SignUp.INSTANT:
        if taken >= shift.places and (too_late := _too_late(worker, shift, at)):
            raise too_late
        try:
            return _book(worker, shift, by, at)
        except _NotAtOnce:
            pass
    return _ask_for(worker, shift, by, at)


def join_waiting_list(*, worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Queue for a place that comes free on a full shift. Journal: `matching.request.waiting`.

    When a place is free after all, it is a sign-up.
    """
    known, _taken = _standing(worker, shift)
    if known is not None:
        return known
    shift = demand.shift(shift.pk) or shift
    answer, judge = queries.judged(worker, shift, at, alone=True)
    if answer.ok:
        return sign_up(worker=worker, shift=shift, by=by, at=at)
    if [reason.rule for reason in answer.reasons] != ["matching.full"]:
        raise refusal(judge, shift, answer.reasons, at)
    asked = ask(judge, shift, RequestState.WAITING, by, at)
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


def _standing(worker: Worker, shift: Shift) -> tuple[SignedUp | None, int]:
    """Give how it stands already, for whoever signs up again, and how many places are taken."""
    asked, on_it = queries.standing_on(worker.pk, shift.pk)
    mine = next((one for one in on_it if one.worker_id == worker.pk), None)
    if mine is not None:
        return SignedUp("booked", assignment=mine), len(on_it)
    return SignedUp(asked.state, request=asked) if asked else None, len(on_it)


def _too_late(
    worker: Worker, shift: Shift, at: datetime, *, is_full: bool = False
) -> UnableToSignUp | None:
    """Give the refusal of a full shift, with every reason; None when a place is free after all.

    Most people of a crowd get this answer, and need no lock for it: nothing is written.
    """
    answer, others = queries.judged_with_others(worker, shift, at, is_full=is_full)
    if all(reason.rule != "matching.full" for reason in answer.reasons):
        return None
    return refusal_with(answer.reasons, others)


def _booked(worker: Worker, shift: Shift) -> SignedUp | None:
    for made in assignments.assignments_of_shifts([shift.pk])[shift.pk]:
        if made.worker_id == worker.pk:
            return SignedUp("booked", assignment=made)
    return None


def _book(worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    """Take a place, judged once and under the lock; who comes too late is judged for the answer."""
    try:
        made = rosters.assign(
            worker=worker, shift=shift, by=by, at=at, is_call=False, judging=_welcoming
        )
    except _NotWelcome as found:
        return _hold_or_refuse(found.judge, shift, found.answer, by, at)
    except rosters.UnableToAssign as refused:
        if refused.code == "full" and (late := _too_late(worker, shift, at, is_full=True)):
            raise late from refused
        facts = placement.facts_of_shift(shift)
        answer, judge = queries.judged_on(worker, facts, at, alone=True)
        raise refusal(judge, shift, answer.reasons or refused.reasons, at) from refused
    return SignedUp("booked", assignment=made)


def _welcoming(worker: Worker, shift: ShiftFacts, at: datetime) -> Judge:
    """Judge what a worker who comes of one's own accord must meet beside gate and law."""
    if shift.sign_up != SignUp.INSTANT:
        raise _NotAtOnce
    answer, judge = queries.judged_on(worker, shift, at, alone=True)
    if not answer.ok:
        raise _NotWelcome(answer, judge)
    return judge


def _ask_for(worker: Worker, shift: Shift, by: Account, at: datetime) -> SignedUp:
    shift = demand.shift(shift.pk) or shift
    if shift.sign_up == SignUp.INSTANT:
        return sign_up(worker=worker, shift=shift, by=by, at=at)
    answer, judge = queries.judged(worker, shift, at, alone=True)
    if answer.ok:
        asked = ask(judge, shift, RequestState.REQUESTED, by, at)
        return SignedUp("requested", request=asked)
    is_mine = any(reason.rule == "matching.already-assigned" for reason in answer.reasons)
    known = _booked(worker, shift) if is_mine else None
    return known or _hold_or_refuse(judge, shift, answer, by, at)


def _hold_or_refuse(
    judge: Judge, shift: Shift, answer: Eligibility, by: Account, at: datetime
) -> SignedUp:
    """Keep the wish until the register has answered, and put the question in its queue."""
    if not queries.awaits_register(answer.reasons):
        raise refusal(judge, shift, answer.reasons, at)
    asked = ask(judge, shift, RequestState.REQUESTED, by, at, awaits_register=True)
    skills.want_register(worker=judge.worker.worker, by=by, at=at)
    return SignedUp("held", request=asked)
