"""Assignments laid straight into the database, for tests of what the database guards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

MADE_AT = datetime(2026, 11, 1, 9, tzinfo=UTC)


def raw_assignment(
    worker: Worker, shift: Shift, place: int = 1, rest_hours: float = 11, **fields: Any
) -> Assignment:
    """Write an assignment past every check of the program."""
    values: dict[str, Any] = {
        "state": AssignmentState.CONFIRMED,
        "starts_at": shift.starts_at,
        "ends_at": shift.ends_at,
        "blocked_until": shift.ends_at + timedelta(hours=rest_hours),
        "made_at": MADE_AT,
    }
    return Assignment.objects.create(worker=worker, shift=shift, place=place, **values | fields)
