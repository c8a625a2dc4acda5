"""The work of everybody at an organisation in a month, against the hours of their contracts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from flexpool.contracts.calendar import months_later
from flexpool.contracts.work_code.code import WorkCode
from flexpool.contracts.work_code.unsocial import unsocial_minutes
from flexpool.periods import Period, day_period
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries.assignments import assignments_at
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker

DAYS_WEEK = 7


@dataclass(frozen=True, slots=True)
class Worked:
    """One person at one organisation in a stretch of days: engagements here, and what is rostered.

    `cancelled` are the shifts that somebody took this person off.
    """

    worker: Worker
    ties: Sequence[Engagement]
    rows: list[Assignment] = field(default_factory=list)
    cancelled: list[Assignment] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        """Minutes of work, without breaks."""
        return sum(minutes_of(row) for row in self.rows)

    def unsocial(self, code: WorkCode) -> int:
        """Give the minutes in evening, night and weekend."""
        return sum(
            unsocial_minutes(code, Period(row.starts_at, row.ends_at), row.shift.break_minutes)
            for row in self.rows
        )

    def base(self, first: date, after: date) -> int:
        """Give the contract minutes of these days, or what is rostered without such a contract."""
        return contract_minutes(self.ties, first, after) or self.minutes


def month_of(day: date) -> tuple[date, date]:
    """Give the first day of a month, and of the next."""
    first = day.replace(day=1)
    return first, months_later(first, 1)


def span_of(first: date, after: date) -> Period:
    """Give the time from the first day up to, not including, the last."""
    return Period(day_period(first).starts_at, day_period(after).starts_at)


def minutes_of(row: Assignment) -> int:
    """Give the minutes of work of an assignment, without the break."""
    whole = int((row.ends_at - row.starts_at).total_seconds()) // 60
    return max(whole - int(row.shift.break_minutes), 0)


def contract_minutes(ties: Iterable[Engagement], first: date, after: date) -> int:
    """Give the contract minutes of the days from the first up to, not including, the last."""
    return sum(
        tie.minutes_per_week
        * max((min(tie.ends_on or after, after) - max(tie.starts_on, first)).days, 0)
        // DAYS_WEEK
        for tie in ties
    )


def worked_at(organisation_id: int, first: date, after: date) -> list[Worked]:
    """Give who is rostered at an organisation in some days, by name; two queries."""
    span = span_of(first, after)
    rows = list(assignments_at(organisation_id, span.starts_at, span.ends_at))
    ties = people.ties_of({row.worker_id for row in rows})
    by_worker: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows:
        by_worker[row.worker_id].append(row)
    found = [
        Worked(
            own[0].worker,
            [one for one in ties.get(pk, ()) if one.organisation_id == organisation_id],
            [row for row in own if row.state != AssignmentState.CANCELLED],
            [row for row in own if row.state == AssignmentState.CANCELLED],
        )
        for pk, own in by_worker.items()
    ]
    return sorted(found, key=lambda one: (one.worker.name, one.worker.pk))
