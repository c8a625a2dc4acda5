"""A planner books for somebody else."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.actions.answering import decline_when_full, settle
from rondstroom.rooms.matching.actions.ranking import keep_decision
from rondstroom.rooms.matching.actions.refusals import refusal
from rondstroom.rooms.matching.queries.weighed import weigh_everybody
from rondstroom.rooms.matching.states import Decided, RequestState
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.queries.placement import facts_of_shift
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

# What a planner decides anyway, or what no reason can set aside: `assign` judges those.
_NOT_ABOUT_THE_PERSON = frozenset(
    {"matching.not-published", "matching.past", "matching.full", "matching.already-assigned"}
)


@patient
def book_on_behalf(
    *,
    worker: Worker,
    shift: Shift,
    by: Account,
    at: datetime,
    override_reason: str = "",
    state: AssignmentState = AssignmentState.CONFIRMED,
) -> Assignment:
    """Assign the worker; what stands in the way needs `override_reason`, a full shift a place.

    A request of this worker for the shift is accepted with it; others are told when it is full.
    Journal: `rosters.assignment.made` with the reason and what it set aside; the proposal that
    was decided on is kept.
    """
    shift = demand.shift(shift.pk) or shift
    answer, judge = queries.judged(worker, shift, at)
    against = [one for one in answer.reasons if one.rule not in _NOT_ABOUT_THE_PERSON]
    reason = override_reason.strip()
    if against and not reason:
        raise refusal(judge, shift, against, at)
    how = {"state": state, "override_reason": reason, "reasons": _set_aside(against, reason)}
    try:
        return _booked(worker, shift, by, at, how)
    except rosters.UnableToAssign as refused:
        raise refusal(judge, shift, refused.reasons, at) from refused


@transaction.atomic
def _booked(
    worker: Worker, shift: Shift, by: Account, at: datetime, how: dict[str, Any]
) -> Assignment:
    # What is decided on is kept as it stood before the place was given.
    facts = facts_of_shift(shift)
    found = weigh_everybody(facts, at)
    keep_decision(shift=facts, found=found, kind=Decided.CHOSEN, chosen=worker.pk, by=by, at=at)
    asked = queries.living_request(worker.pk, shift.pk)
    made = rosters.assign(worker=worker, shift=shift, by=by, at=at, is_call=asked is None, **how)
    if asked is not None:
        settle(asked, RequestState.ACCEPTED, "", by, at)
    decline_when_full(shift.pk, by, at)
    return made


def _set_aside(against: list[queries.Reason], reason: str) -> list[dict[str, Any]]:
    """Give what a planner sets aside besides gate and law, which `assign` writes down itself."""
    rules = [one.rule for one in against if one.rule.startswith("matching.")]
    return [{"override": reason, "rules": rules}] if rules else []
