"""What is open and what is filled, at many organisations at once: light rows, two queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count

from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

_COLUMNS = (
    "pk",
    "organisation_id",
    "function_id",
    "team__location__pc4",
    "starts_at",
    "ends_at",
    "break_minutes",
    "places",
)


class Covered(NamedTuple):
    """A published shift: how many places it has, and how many of these somebody works."""

    shift_id: int
    organisation_id: int
    function_id: int | None
    pc4: str
    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    places: int
    filled: int

    @property
    def on(self) -> date:
        """The Dutch day on which it begins."""
        return self.starts_at.astimezone(AMSTERDAM).date()

    @property
    def free(self) -> int:
        """Places that nobody has."""
        return max(self.places - self.filled, 0)

    @property
    def minutes(self) -> int:
        """Working time of one place."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60 - self.break_minutes


def cover_of_organisations(organisation_ids: Iterable[int], period: Period) -> list[Covered]:
    """Give the published shifts that begin in a period with what is filled, in order of time.

    Two queries however many, and no rows of the database's: thousands fit on one page.
    """
    wanted = list(organisation_ids)
    shifts = demand.open_shifts(period.starts_at, period.ends_at, wanted)
    bare = shifts.select_related(None).prefetch_related(None)
    rows: list[Any] = list(bare.values_list(*_COLUMNS))
    counted = (
        Assignment.objects.exclude(state=AssignmentState.CANCELLED)
        .filter(shift__in=shifts.select_related(None).order_by().values("pk"))
        .values_list("shift_id")
        .annotate(Count("pk"))
    )
    filled: dict[int, int] = dict(counted)
    return [Covered._make((*row, filled.get(row[0], 0))) for row in rows]
