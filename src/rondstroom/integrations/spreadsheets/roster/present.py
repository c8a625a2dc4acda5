"""What is rostered already for the people of a grid, and under which keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, day_period
from rondstroom.integrations.spreadsheets.roster.row import Cell, Person
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.rosters import queries as rosters

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment

PREFIX = "rooster"
MOST_TIMES_CHANGED = 20


class Present:
    """The assignments of these people in the days of the grid."""

    def __init__(
        self,
        organisation_id: int,
        people: Sequence[tuple[Person, Worker]],
        days: Iterable[date],
    ) -> None:
        days = sorted(days)
        self._days = set(days)
        begin = day_period(days[0]).starts_at
        end = day_period(days[-1] + timedelta(days=1)).ends_at
        self._of: dict[int, list[Assignment]] = {}
        found = rosters.assignments_of_workers([worker.pk for _one, worker in people], begin, end)
        for one in found:
            self._of.setdefault(one.worker_id, []).append(one)
        keys = [
            key
            for person, _worker in people
            for cell in person.cells
            if cell.period is not None
            for key in _keys(person.personnel_number, cell)
        ]
        self._shifts: dict[str, Shift] = {}
        for start in range(0, len(keys), 5_000):
            self._shifts |= demand.shifts_by_source_key(
                organisation_id, keys[start : start + 5_000]
            )

    def of(self, worker_id: int, team_id: int) -> list[Assignment]:
        """Give what a worker has at this team, from this file or not."""
        return [one for one in self._of.get(worker_id, []) if one.shift.team_id == team_id]

    def from_this_roster(self, worker_id: int, team_id: int) -> list[Assignment]:
        """Give what an earlier roster file brought in on the days of this grid."""
        return [
            one
            for one in self.of(worker_id, team_id)
            if one.shift.source_key.startswith(f"{PREFIX}:") and self.day_of(one) in self._days
        ]

    def forget(self, assignment: Assignment) -> None:
        """Leave out what was taken out."""
        self._of[assignment.worker_id].remove(assignment)
        lapsed = self._shifts.get(assignment.shift.source_key)
        if lapsed is not None:
            lapsed.state = ShiftState.CANCELLED

    @staticmethod
    def day_of(assignment: Assignment) -> date:
        """Give the Dutch day on which it starts."""
        starts_at: datetime = assignment.starts_at
        return starts_at.astimezone(AMSTERDAM).date()

    @staticmethod
    def is_same(assignment: Assignment, cell: Cell) -> bool:
        """Tell whether a cell says what is rostered: the same times, break and function."""
        if cell.period is None:
            return False
        shift = assignment.shift
        return (
            assignment.starts_at == cell.period.starts_at
            and assignment.ends_at == cell.period.ends_at
            and shift.break_minutes == cell.break_minutes
            and (cell.function is None or shift.function_id == cell.function.pk)
        )

    def free_key(self, personnel_number: str, cell: Cell) -> str:
        """Give a key for a new shift; those of shifts that lapsed cannot be used again.

        Raises
        ------
        BadValue
            When the shift is still there without this person: somebody changed it by hand.
        """
        for key in _keys(personnel_number, cell):
            shift = self._shifts.get(key)
            if shift is None:
                return key
            if shift.state != ShiftState.CANCELLED:
                break
        raise BadValue(
            _("Deze inzet is in Rondstroom met de hand gewijzigd en volgt het bestand niet meer")
        )


def _keys(personnel_number: str, cell: Cell) -> list[str]:
    """Give the key of a cell, and those for when it lapsed and came back."""
    first = f"{PREFIX}:{personnel_number}:{cell.day.isoformat()}:{cell.code}"[:76]
    return [first, *(f"{first}~{number}" for number in range(2, MOST_TIMES_CHANGED))]
