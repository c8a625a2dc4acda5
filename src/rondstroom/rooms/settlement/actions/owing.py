"""Hours that are owed although nobody worked: a call that the organisation took back too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from rondstroom.rooms.people import permissions as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.actions.registering import begin, keep
from rondstroom.rooms.settlement.states import HoursKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def owe_called_off(
    *, assignment_id: int, by: Account, at: datetime, was: str = "", **_event: Any
) -> None:
    """Keep the hours of a call that was taken back within its term, as planned (BW 7:628a(3)).

    Both sides agree to them as to any other hours. Nothing is kept of a concept, of fixed hours,
    of who is absent, or when the worker took it back; and nothing twice.
    Journal: `settlement.hours.owed`.
    """
    row = rosters.assignment(assignment_id) if was == AssignmentState.CONFIRMED else None
    if row is None or people.is_self(by, row.worker_id):
        return
    if queries.hours_of_assignment(row.pk) is not None:
        return
    tie = queries.ties_for([row]).get(row.pk)
    if tie is None or not queries.is_owed(row, tie.hours, at):
        return
    off = replace(queries.planned(row), kind=HoursKind.CALLED_OFF)
    keep(begin(row, tie, at), off, by, at, "owed")
