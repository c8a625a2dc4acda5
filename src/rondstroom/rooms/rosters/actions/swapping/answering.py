"""The other says yes, the asker takes what is offered in return, and planners agree."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.rosters import permissions, queries
from rondstroom.rooms.rosters.actions.swapping.asking import (
    out_of_reach,
    too_late,
    write_down,
)
from rondstroom.rooms.rosters.actions.swapping.exchanging import (
    UnableToSwap,
    carry_out,
    check,
    handings,
    lock,
)
from rondstroom.rooms.rosters.models import Assignment, Swap
from rondstroom.rooms.rosters.states import SWAP_TRANSITIONS, SwapState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


@patient
@transaction.atomic
def accept_swap(
    *,
    swap: Swap,
    taker: Worker,
    in_return: Assignment | None = None,
    by: Account,
    at: datetime,
) -> Swap:
    """Take the shift, or offer one in return; or as the asker, take what was offered.

    The rules run on both sides each time; a planner may do it for somebody. Where no planner needs
    to agree it is done at once. Journal: `rosters.swap.offered`, `accepted` or `done`.
    """
    given = queries.swapped(swap.pk).assignment
    back = in_return or swap.in_return
    giver_answers = taker.pk == given.worker_id
    other = swap.taker if giver_answers and swap.taker else taker
    pairs = handings(given, other, back)
    lock(pairs)
    row = _locked(swap, at)
    if row.state == SwapState.DONE and row.taker_id == other.pk:
        return row
    _check_turn(row, taker, by, at)
    _check_return(row, other, back)
    row.taker, row.in_return = other, back
    if giver_answers or row.wanted_id is not None or not row.wants_return:
        return _agreed(row, by, at)
    check(pairs, at)
    return _to(row, SwapState.OFFERED, by, at)


@patient
@transaction.atomic
def approve_swap(*, swap: Swap, by: Account, at: datetime) -> Swap:
    """Agree as planner; when all whose teams want to be asked did, it is carried out.

    Journal: `rosters.swap.approved`, and `rosters.swap.done`.
    """
    found = queries.swapped(swap.pk)
    if found.taker is not None:
        lock(handings(found.assignment, found.taker, found.in_return))
    row = _locked(swap, at)
    if row.state == SwapState.DONE:
        return row
    if row.state != SwapState.ACCEPTED:
        raise UnableToSwap(_("Hierop wacht geen akkoord meer."), "state")
    mine = [pk for pk in queries.to_approve(row) if permissions.may_assign(by, pk)]
    if not mine:
        raise UnableToSwap(_("Een van deze diensten rooster jij niet."), "permission")
    row.approved = sorted({*row.approved, *mine})
    row.save(update_fields=["approved"])
    write_down("approved", row, by, at)
    return _carried(row, by, at) if not queries.to_approve(row) else row


def _locked(swap: Swap, at: datetime) -> Swap:
    Swap.objects.select_for_update(of=("self",)).get(pk=swap.pk)
    row = queries.swapped(swap.pk)
    if SwapState(row.state) is SwapState.DONE:
        return row
    if not SWAP_TRANSITIONS[SwapState(row.state)] or row.answer_by <= at:
        raise _over()
    return row


def _over() -> UnableToSwap:
    text = _("Dit is al geregeld, ingetrokken of verlopen. Er verandert niets.")
    return UnableToSwap(text, "state")


def _check_turn(row: Swap, taker: Worker, by: Account, at: datetime) -> None:
    """Refuse who was not asked, who answers for another, and what is done or too late."""
    if row.state == SwapState.DONE:
        raise _over()
    given = row.assignment
    plans = permissions.may_assign(by, given.shift.organisation_id)
    whose = {SwapState.ASKED: row.wanted_id, SwapState.OFFERED: given.worker_id}
    if row.state not in whose or whose[SwapState(row.state)] not in {None, taker.pk}:
        raise UnableToSwap(_("Hierop wacht nu een ander antwoord dan het jouwe."), "turn")
    if taker.account_id != by.pk and not plans:
        raise UnableToSwap(_("Hierop antwoordt alleen wie gevraagd is."), "permission")
    if row.state == SwapState.ASKED and taker.pk == given.worker_id:
        raise UnableToSwap(_("Kies een ander dan degene die de dienst nu heeft."), "self")
    if row.state == SwapState.ASKED and not queries.is_within_reach(taker, given.shift):
        raise out_of_reach(taker, given)
    if not plans and at > queries.cancel_until(given):
        raise too_late(given)


def _check_return(row: Swap, other: Worker, back: Assignment | None) -> None:
    if row.wants_return and back is None:
        raise UnableToSwap(_("Kies welke dienst je teruggeeft."), "return")
    if back is not None and back.worker_id != other.pk:
        raise UnableToSwap(_("Geef een dienst van jezelf terug."), "return")


def _agreed(row: Swap, by: Account, at: datetime) -> Swap:
    """Both want it: carry it out, unless planners must agree first; who plans agrees with it."""
    agreeing = {by, row.asked_by}
    row.approved = [
        pk
        for pk in queries.to_approve(row)
        if any(permissions.may_assign(one, pk) for one in agreeing)
    ]
    if not queries.to_approve(row):
        return _carried(row, by, at)
    assert row.taker is not None  # both sides are known here
    check(handings(row.assignment, row.taker, row.in_return), at)
    row.answer_by = row.assignment.starts_at
    if row.in_return is not None:
        row.answer_by = min(row.answer_by, row.in_return.starts_at)
    return _to(row, SwapState.ACCEPTED, by, at)


def _carried(row: Swap, by: Account, at: datetime) -> Swap:
    assert row.taker is not None  # both sides are known here
    row.ended_at = at
    done = _to(row, SwapState.DONE, by, at)
    carry_out(handings(row.assignment, row.taker, row.in_return), by, at, swap_id=row.pk)
    return done


def _to(row: Swap, state: SwapState, by: Account, at: datetime) -> Swap:
    row.state = state
    row.save()
    write_down(str(state), row, by, at)
    return row
