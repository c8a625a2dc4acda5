"""Assignments change hands: judged on both sides, both or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import permissions, queries
from rondstroom.rooms.rosters.actions import guarding
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

Handing = tuple[Assignment, "Worker"]
"""An assignment, and who gets it."""


class UnableToSwap(journal.UnableToAct):
    """The swap does not go through and nothing changes; the text says what stands in the way."""


def handings(given: Assignment, taker: Worker, in_return: Assignment | None) -> list[Handing]:
    """Give who gets what."""
    pairs = [(given, taker)]
    if in_return is not None:
        pairs.append((in_return, given.worker))
    return pairs


@patient
@transaction.atomic
def exchange(
    *,
    assignment: Assignment,
    taker: Worker,
    in_return: Assignment | None = None,
    by: Account,
    at: datetime,
) -> list[Assignment]:
    """Let a planner give a shift to somebody else, for a shift of theirs or for none, at once.

    For who is ill or calls. Both assignments change hands or none; nothing is set aside. Journal:
    `rosters.assignment.handed-over` and `rosters.assignment.made` for each.
    """
    pairs = handings(assignment, taker, in_return)
    for row, _taker in pairs:
        if not permissions.may_assign(by, row.shift.organisation_id):
            raise UnableToSwap(_("Een van deze diensten rooster jij niet."), "permission")
    lock(pairs)
    return carry_out(pairs, by, at)


def lock(pairs: Sequence[Handing]) -> None:
    """Hold the shifts, then the people, in one order everywhere."""
    for shift_id in sorted({row.shift_id for row, _taker in pairs}):
        demand.locked_shift(shift_id)
    for worker_id in sorted({pk for row, taker in pairs for pk in (row.worker_id, taker.pk)}):
        people.locked_worker(worker_id)


def check(pairs: Sequence[Handing], at: datetime) -> None:
    """Refuse what could not be carried out now; nothing is changed."""
    mark = transaction.savepoint()
    try:
        _move(pairs, at)
    finally:
        transaction.savepoint_rollback(mark)


def carry_out(
    pairs: Sequence[Handing], by: Account, at: datetime, swap_id: int | None = None
) -> list[Assignment]:
    """Let locked assignments change hands, and write it down."""
    moved = _move(pairs, at)
    about = {} if swap_id is None else {"swap_id": swap_id}
    for old, new, shift in moved:
        _write_down("handed-over", old, shift, by, at, taker_id=new.worker_id, **about)
        _write_down("made", new, shift, by, at, state=str(new.state), **about)
    return [new for _old, new, _shift in moved]


def _move(pairs: Sequence[Handing], at: datetime) -> list[tuple[Assignment, Assignment, Shift]]:
    """Take everybody off first, so that nobody's own shift is in the way, then judge and write."""
    rows = [(_living(row, at), taker) for row, taker in pairs]
    for row, _taker in rows:
        Assignment.objects.filter(pk=row.pk).update(state=AssignmentState.CANCELLED)
        guarding.settle_before(row.worker, row.starts_at)
    return [_hand(row, taker, at) for row, taker in rows]


def _living(row: Assignment, at: datetime) -> Assignment:
    now = queries.assignment(row.pk)
    if now is None or now.state != AssignmentState.CONFIRMED or now.starts_at <= at:
        raise UnableToSwap(
            _("De dienst van %(when)s is begonnen of staat niet meer in het rooster.")
            % {"when": wording.span(row.starts_at, row.ends_at)},
            "state",
        )
    return now


def _hand(row: Assignment, taker: Worker, at: datetime) -> tuple[Assignment, Assignment, Shift]:
    shift = row.shift
    facts = placement.facts_of_shift(shift)
    judge = placement.placing(taker, facts, at)
    found = (*judge.overlap(facts), *judge.gate(facts), *judge.law(facts))
    blocking = [reason for reason in found if reason.is_blocking]
    if blocking:
        raise _refused(taker, shift, wording.told(blocking))
    made = Assignment(
        worker=taker,
        shift=shift,
        place=row.place,
        state=AssignmentState.CONFIRMED,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        made_at=at,
    )
    try:
        guarding.write(taker, made)
    except guarding.GuardRefused as refusal:
        raise _refused(taker, shift, _("Werkt dan al, of heeft te kort rust.")) from refusal
    return row, made, shift


def _refused(taker: Worker, shift: Shift, reasons: str) -> UnableToSwap:
    text = _("%(name)s kan de dienst van %(when)s niet overnemen. %(reasons)s") % {
        "name": taker.name,
        "when": wording.span(shift.starts_at, shift.ends_at),
        "reasons": reasons,
    }
    return UnableToSwap(text, "rules")


def _write_down(
    happened: str, row: Assignment, shift: Shift, by: Account, at: datetime, **data: object
) -> None:
    journal.record(
        event=f"rosters.assignment.{happened}",
        by=by,
        at=at,
        subject=f"shift:{shift.pk}",
        organisation_id=shift.organisation_id,
        worker_id=row.worker_id,
        shift_id=shift.pk,
        assignment_id=row.pk,
        **data,
    )
