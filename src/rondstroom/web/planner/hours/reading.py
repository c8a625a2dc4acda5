"""Hours as this desk shows them: only of own shifts or own people, told beside planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from rondstroom.rooms.organisations import permissions as organisations
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import Deviation, HoursKind


def hours_of(request: HttpRequest, hours_id: int) -> Any:
    """Give hours on a shift of an own organisation, or of its people elsewhere."""
    row = queries.hours(hours_id)
    if row and any(
        organisations.may_plan(request.user, pk) for pk in (row.borrower_id, row.lender_id)
    ):
        return row
    raise Http404


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: what was told, what was planned, and whether they differ."""

    hours: Any
    is_lender: bool
    minutes: int
    planned: int

    @property
    def is_different(self) -> bool:
        """Whether somebody should look before saying yes."""
        return self.hours.said_kind != HoursKind.WORKED or bool(self.hours.said_deviation)

    @property
    def reason(self) -> str:
        """Why it differs, in words."""
        return str(Deviation(self.hours.said_deviation).label)

    @property
    def more(self) -> int:
        """Minutes more than planned; below zero when less."""
        return self.minutes - self.planned


def rows_of(rows: Iterable[Any], organisation_id: int) -> list[Row]:
    """Give the lines of the list for one organisation."""
    return [_row(one, organisation_id) for one in rows]


def _row(one: Any, organisation_id: int) -> Row:
    elapsed = int((one.said_until - one.said_from).total_seconds() // 60) - one.said_break
    shift = one.assignment.shift
    planned = int((shift.ends_at - shift.starts_at).total_seconds() // 60) - shift.break_minutes
    minutes = 0 if one.said_kind == HoursKind.ABSENT else elapsed
    is_lender = one.lender_id == organisation_id != one.borrower_id
    return Row(one, is_lender, minutes, planned)
