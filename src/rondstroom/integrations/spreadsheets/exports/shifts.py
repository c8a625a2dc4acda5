"""Shifts as rows, under the headings that imports know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM, day_period
from rondstroom.integrations.spreadsheets.exports.file import Cell, Page
from rondstroom.integrations.spreadsheets.headings.fields import SHIFTS, label_of
from rondstroom.integrations.spreadsheets.lookups.catalogue import ANY_FUNCTION
from rondstroom.integrations.spreadsheets.shifts.keys import own_key
from rondstroom.rooms.demand import queries
from rondstroom.rooms.demand.states import ShiftState, SignUp

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.organisations.models import Organisation

FIELDS = (
    "source_key", "location", "team", "date", "starts", "end_date", "ends", "break_minutes",
    "function", "places", "tasks", "skills", "reason", "remarks", "sign_up", "state",
)  # fmt: skip


def pages(organisation: Organisation, starts_on: date, ends_on: date) -> tuple[list[Page], int]:
    """Give one page with the shifts that begin on these days; shifts that lapsed are left out."""
    begin = day_period(starts_on).starts_at
    end = day_period(ends_on + timedelta(days=1)).starts_at
    rows = [_row(one) for one in queries.shifts_of_organisation(organisation.pk, begin, end)]
    headings: list[Cell] = [label_of(SHIFTS, name) for name in FIELDS]
    return [Page("Diensten", [headings, *rows])], len(rows)


def _row(shift: Shift) -> list[Cell]:
    starts, ends = shift.starts_at.astimezone(AMSTERDAM), shift.ends_at.astimezone(AMSTERDAM)
    return [
        shift.source_key or own_key(shift),
        shift.team.location.name,
        shift.team.name,
        starts.date(),
        f"{starts:%H:%M}",
        ends.date(),
        f"{ends:%H:%M}",
        shift.break_minutes,
        shift.function.code if shift.function else ANY_FUNCTION,
        shift.places,
        ", ".join(one["code"] for one in shift.tasks),
        ", ".join(one.code for one in shift.skills.all()),
        shift.reason,
        shift.remarks,
        str(SignUp(shift.sign_up).label),
        str(ShiftState(shift.state).label),
    ]
