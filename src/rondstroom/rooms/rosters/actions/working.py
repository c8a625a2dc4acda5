"""Writing down that somebody has worked a shift."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def mark_worked(*, assignment_ids: Iterable[int], by: Account, at: datetime) -> int:
    """Say of confirmed assignments that they were worked: from then on none can be cancelled.

    Gives how many changed; what is not confirmed stays as it is.
    Journal: `rosters.assignment.worked` for each.
    """
    asked = list(assignment_ids)
    rows = list(
        Assignment.objects.select_for_update(of=("self",))
        .filter(pk__in=asked, state=AssignmentState.CONFIRMED)
        .select_related("shift")
        .order_by("pk")
    )
    Assignment.objects.filter(pk__in=[row.pk for row in rows]).update(state=AssignmentState.WORKED)
    journal.record_many(
        event="rosters.assignment.worked",
        by=by,
        at=at,
        lines=[
            journal.Line(
                f"shift:{row.shift_id}",
                row.shift.organisation_id,
                row.worker_id,
                {"assignment_id": row.pk},
            )
            for row in rows
        ],
    )
    return len(rows)
