"""What somebody would leave open by being absent."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import day_period
from rondstroom.rooms.rosters import queries as roster
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment

ONE_DAY = timedelta(days=1)


def freed_by_absence(
    worker_id: int, organisation_id: int, starts_on: date, ends_on: date, at: datetime
) -> list[Assignment]:
    """Give what somebody would not work at an organisation when absent on these days."""
    if ends_on <= starts_on:
        return []
    first, last = day_period(starts_on), day_period(ends_on - ONE_DAY)
    rows = roster.assignments_of_worker(worker_id, first.starts_at, last.ends_at)
    return [
        row
        for row in rows
        if row.shift.organisation_id == organisation_id
        and row.starts_at >= first.starts_at
        and row.ends_at > at
        and row.state != AssignmentState.WORKED
    ]
