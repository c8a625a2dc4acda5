"""Somebody does not come: the shifts become open, and are asked around, in one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching.actions.cascade.starting import (
    UnableToAskAround,
    start_cascade,
    stop_cascade,
)
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.queries.absences import freed_by_absence
from rondstroom.rooms.matching.states import CascadeState
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Absence, Worker
    from rondstroom.rooms.rosters.models import Assignment


@dataclass(frozen=True, slots=True)
class Replaced:
    """An absence, what it freed and in what state that was, who is asked, and who cannot be."""

    absence: Absence
    freed: tuple[tuple[Assignment, AssignmentState], ...]
    asked: tuple[Cascade, ...]
    refused: tuple[str, ...]


@patient
@transaction.atomic
def replace_absent(
    *,
    worker: Worker,
    organisation: Organisation,
    starts_on: date,
    ends_on: date,
    by: Account,
    at: datetime,
) -> Replaced:
    """Mark somebody absent, free the shifts at this organisation that have not ended, ask around.

    Nothing tells why somebody is absent. Work at other organisations stays: they hear it from the
    worker. Journal: `people.absence.reported`, and what cancelling and asking around write.
    """
    days = {"starts_on": starts_on, "ends_on": ends_on}
    absence = people.report_absence(worker=worker, organisation=organisation, **days, by=by, at=at)
    freed = tuple(
        (
            rosters.cancel(assignment=row, reason=_("afwezig"), by=by, at=at),
            AssignmentState(row.state),
        )
        for row in freed_by_absence(worker.pk, organisation.pk, starts_on, ends_on, at)
    )
    asked, refused = _asked_around([row.shift_id for row, _before in freed], by, at)
    return Replaced(absence, freed, tuple(asked), tuple(refused))


def _asked_around(
    shift_ids: list[int], by: Account, at: datetime
) -> tuple[list[Cascade], list[str]]:
    """Ask around for each; give what was begun, and why the others could not be."""
    asked, refused = [], []
    for shift_id in shift_ids:
        shift = demand.shift(shift_id)
        assert shift is not None
        try:
            asked.append(start_cascade(shift=shift, by=by, at=at))
        except UnableToAskAround as refusal:
            refused.append(str(refusal))
    return asked, refused


@patient
@transaction.atomic
def take_back_absence(
    *,
    absence: Absence,
    freed: Iterable[tuple[Assignment, AssignmentState]],
    by: Account,
    at: datetime,
) -> None:
    """Undo it: stop asking, and give back every place that was freed, or change nothing.

    Raises `rosters.UnableToAssign` when somebody else has a place by now. Journal:
    `people.absence.withdrawn`, and what stopping and assigning write.
    """
    people.withdraw_absence(absence=absence, by=by, at=at)
    rows = list(freed)
    asking = Cascade.objects.filter(
        shift_id__in=[row.shift_id for row, _before in rows],
        state=CascadeState.RUNNING,
        started_at=absence.reported_at,
    )
    for cascade in asking:
        stop_cascade(cascade=cascade, reason=_("de collega komt toch"), by=by, at=at)
    for row, state in rows:
        rosters.assign(worker=row.worker, shift=row.shift, state=state, by=by, at=at)
