"""PlanningAssignment: who comes. Out: who is on the shifts; in: whom a supplier sends.

Somebody who no longer comes is taken back, never with a reason. A concept does not leave.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.integrations.setu_planning import documents
from rondstroom.integrations.setu_planning.reading import (
    Part,
    Taken,
    UnableToReadMessage,
    message_of,
    require_planner,
)
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.people import permissions as people_permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment


def assignments_out(
    *, organisation: Organisation, starts_at: datetime, ends_at: datetime, by: Account
) -> list[dict[str, Any]]:
    """Give who comes to the shifts that begin in a period, and who no longer does."""
    require_planner(by, organisation)
    numbers = {
        one.worker_id: number
        for number, one in people.engagements_by_number(organisation.pk).items()
    }
    rows = queries.assignments_at(organisation.pk, starts_at, ends_at)
    known = [one for one in rows if one.state != AssignmentState.PLANNED]
    living = {
        (one.shift_id, one.worker_id) for one in known if one.state != AssignmentState.CANCELLED
    }
    return [
        _message(organisation, one, numbers)
        for one in known
        if one.state != AssignmentState.CANCELLED or (one.shift_id, one.worker_id) not in living
    ]


def _message(
    organisation: Organisation, row: Assignment, numbers: dict[int, str]
) -> dict[str, Any]:
    comes = row.state != AssignmentState.CANCELLED
    message: dict[str, Any] = {
        "documentId": documents.named(f"PA-{row.pk}"),
        "customer": documents.party(organisation),
        "assignedWorker": {
            "assignedStatus": comes,
            "workerId": documents.named(
                numbers.get(row.worker_id) or f"{documents.OWN}{row.worker_id}"
            ),
        },
        "positionProfile": documents.function_of(row.shift) | documents.place_of(row.shift.team),
        "singlePlanningLine": [documents.line_of(row.shift)],
    }
    return message if comes else message | {"actionCode": "DELETE"}


def take_assignment(
    message: Any, *, organisation: Organisation, by: Account, at: datetime
) -> Taken:
    """Put the worker of a message on its shifts, or take the worker off; twice changes nothing.

    Everybody is judged as a planner's choice is: what the gate or the law has against it refuses
    the line. Raises as `take_request`.
    """
    require_planner(by, organisation)
    told = message_of(message)
    assigned = told.part("assignedWorker")
    worker = _worker(assigned, organisation, by)
    comes = assigned.flag("assignedStatus") and not told.is_deletion
    taken = Taken()
    for line in told.parts("singlePlanningLine"):
        key = line.value("lineId")
        shift = documents.shift_named(organisation.pk, key)
        if shift is None:
            taken.refuse(key, _("Deze dienst is hier niet bekend."))
            continue
        rows = queries.assignments_of_shifts([shift.pk])[shift.pk]
        there = next((one for one in rows if one.worker_id == worker.pk), None)
        wanted = comes and not line.is_deletion
        try:
            with transaction.atomic():
                _take(worker, shift, there, wanted, taken, {"by": by, "at": at})
        except UnableToAct as refusal:
            taken.refuse(key, refusal)
    return taken


def _take(
    worker: Worker, shift: Any, there: Any, wanted: bool, taken: Taken, how: dict[str, Any]
) -> None:
    if wanted and there is None:
        matching.book_on_behalf(worker=worker, shift=shift, **how)
        taken.created += 1
    elif not wanted and there is not None:
        rosters.cancel(assignment=there, **how)
        taken.changed += 1
    else:
        taken.unchanged += 1


def _worker(assigned: Part, organisation: Organisation, by: Account) -> Worker:
    """Give the worker by the number here, or by ours for people of the pool."""
    number = assigned.value("workerId")
    engaged = people.engagements_by_number(organisation.pk).get(number)
    if engaged is not None:
        return engaged.worker
    own = number.removeprefix(documents.OWN)
    if number.startswith(documents.OWN) and own.isdecimal() and len(own) < 19:
        found = people.worker(int(own))
        day = timezone.localdate()
        if found is not None and (
            by.is_machine
            or people_permissions.may_see_as_candidate(by, found.pk, organisation.pk, day)
        ):
            return found
    raise UnableToReadMessage(_("workerId: “%s” is hier niet bekend") % number[:40])
