"""Putting somebody in training beside a qualified colleague, over and above the cover."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as shifts
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.actions.assigning import assign
from rondstroom.rooms.rosters.actions.belonging import choose_buddy
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

LIVING = (AssignmentState.PLANNED, AssignmentState.CONFIRMED)


class UnableToPlaceInTraining(journal.UnableToAct):
    """There is no colleague who works this shift beside whom to learn."""


@transaction.atomic
def place_in_training(
    *, worker: Worker, shift: Shift, buddy: Assignment, by: Account, at: datetime
) -> Assignment:
    """Let a worker learn on a shift beside a colleague who works it; no place of the cover goes.

    The gate asks all but diploma, register, skills and induction: those are what one comes for.
    Working-time law holds in full. A colleague has one learner at a time. Journal:
    `rosters.assignment.made`, `rosters.buddy.chosen`.
    """
    shifts.locked_shift(shift.pk)  # whoever else would learn beside the same colleague waits
    _check(shift, buddy, worker)
    place = demand.open_training_place(shift=shift, by=by, at=at)
    made = assign(worker=worker, shift=place, by=by, at=at)
    return choose_buddy(assignment=made, buddy=buddy, by=by, at=at)


def _check(shift: Shift, buddy: Assignment, worker: Worker) -> None:
    there = Assignment.objects.filter(pk=buddy.pk, shift_id=shift.pk, state__in=LIVING)
    if not there.exists() or buddy.worker_id == worker.pk:
        raise UnableToPlaceInTraining(
            _("Meelopen kan alleen naast een collega die deze dienst zelf werkt. Kies die eerst.")
        )


def close_training_place(*, shift_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Close the place in training that somebody left: it is nobody's to fill."""
    place = shifts.shift(shift_id)
    if place is None or place.beside_id is None or place.state == "cancelled":
        return
    demand.cancel_shift(shift=place, reason=_("meelopen gaat niet door"), by=by, at=at)
