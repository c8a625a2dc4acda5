"""Assignments follow their shift: other times are judged again, a shift that lapses frees all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.actions import guarding
from rondstroom.rooms.rosters.actions.cancelling import free
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import placement, wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account

_MATTERS = frozenset({"starts_at", "ends_at", "break_minutes", "function", "skills", "team"})


class UnableToFollow(journal.UnableToAct):
    """Somebody on the shift may not work it as it would become; the shift stays as it was."""


def follow_changed_shift(
    *, subject: str, by: Account, at: datetime, changed: Collection[str] = (), **_event: Any
) -> None:
    """Move the assignments of a shift along, each judged again; refuse the change otherwise.

    Runs within the change, so a refusal undoes it. Journal: `rosters.assignment.moved`.
    """
    if _MATTERS.isdisjoint(changed):
        return
    shift = demand.locked_shift(_shift_id(subject))
    for row in _on(shift.pk):
        _move(row, shift, by, at)


def _move(row: Assignment, shift: Shift, by: Account, at: datetime) -> None:
    person = people.locked_worker(row.worker_id)
    before = row.starts_at
    # Out of the way while the new times are judged: one's own old times are no obstacle.
    Assignment.objects.filter(pk=row.pk).update(state=AssignmentState.CANCELLED)
    guarding.settle_before(person, before)
    facts = placement.facts_of_shift(shift)
    judge = placement.placing(person, facts, at)
    found = (*judge.overlap(facts), *judge.gate(facts), *judge.law(facts))
    blocking = [reason for reason in found if reason.is_blocking]
    if blocking:
        raise UnableToFollow(
            _("%(name)s staat op deze dienst en kan zo niet: %(reasons)s")
            % {"name": person.name, "reasons": wording.told(blocking)}
        )
    row.starts_at, row.ends_at = shift.starts_at, shift.ends_at
    if row.state == AssignmentState.CONFIRMED:
        row.called_at = at  # other times are another call
    guarding.write(person, row)
    _write_down("moved", row, shift, by, at)


def end_with_shift(*, subject: str, by: Account, at: datetime, **event: Any) -> None:
    """Cancel everybody's assignment on a shift that lapsed; nobody turns up for nothing.

    Journal: `rosters.assignment.lapsed` with the reason and what it `was`.
    """
    shift = demand.locked_shift(_shift_id(subject))
    for row in _on(shift.pk):
        person = people.locked_worker(row.worker_id)
        before = AssignmentState(row.state)
        free(row)
        guarding.settle_before(person, row.starts_at)
        _write_down("lapsed", row, shift, by, at, reason=event.get("reason", ""), was=before)


def _on(shift_id: int) -> list[Assignment]:
    living = Assignment.objects.filter(shift_id=shift_id).exclude(state=AssignmentState.CANCELLED)
    return list(living.order_by("-place"))


def _shift_id(subject: str) -> int:
    return int(subject.removeprefix("shift:"))


def _write_down(
    happened: str, row: Assignment, shift: Shift, by: Account, at: datetime, **data: Any
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
