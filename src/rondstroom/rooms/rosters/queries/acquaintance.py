"""Whom a worker knows: who worked the same shifts, and who else is on now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

LOOKED_BACK = timedelta(days=365)


def shifts_with_acquaintances(worker_id: int, shift_ids: Iterable[int], at: datetime) -> set[int]:
    """Give the shifts on which somebody works with whom this worker shared a shift; one query.

    It says that there is somebody, never who.
    """
    mine = Assignment.objects.filter(
        worker_id=worker_id, starts_at__gte=at - LOOKED_BACK, ends_at__lte=at
    ).exclude(state=AssignmentState.CANCELLED)
    known = (
        Assignment.objects.filter(shift_id__in=mine.values("shift_id"))
        .exclude(state=AssignmentState.CANCELLED)
        .exclude(worker_id=worker_id)
    )
    there = Assignment.objects.filter(
        shift_id__in=list(shift_ids),
        state=AssignmentState.CONFIRMED,
        worker_id__in=known.values("worker_id"),
    )
    return set(there.values_list("shift_id", flat=True))


def colleagues_on(shift: Shift, worker_id: int) -> list[Assignment]:
    """Give who else works in the team during a shift, by begin and name; concepts are not told."""
    rows = Assignment.objects.filter(
        shift__team_id=shift.team_id,
        starts_at__lt=shift.ends_at,
        ends_at__gt=shift.starts_at,
        state__in=[AssignmentState.CONFIRMED, AssignmentState.WORKED],
    )
    others = rows.exclude(worker_id=worker_id).select_related("worker", "shift__function")
    return list(others.order_by("starts_at", "worker__name", "pk"))
