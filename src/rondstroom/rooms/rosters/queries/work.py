"""All work of a person together, and what the working-time law says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import CharField, IntegerField, Min, QuerySet, Value

from flexpool.periods import AMSTERDAM, Period
from flexpool.staffing import Shift
from flexpool.worktime import Finding, Severity, WorkRecord
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import DeclaredWork, Worker

    Declared = Mapping[int, Sequence[DeclaredWork]]

# The longest windows of the law look back, and forward, over a year.
_YEAR = timedelta(weeks=52)
_COLUMNS = (
    "starts_at",
    "ends_at",
    "shift__break_minutes",
    "shift__organisation_id",
    "shift_id",
    "shift__team_id",
    "shift__organisation__worktime_profile",
)


_IS_FIRST = -1
"""Marks, where the minutes of break would stand, the row of a first day."""


class Busy(NamedTuple):
    """A stretch of somebody's work; without organisation it is work elsewhere, as told."""

    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    organisation_id: int | None = None
    shift_id: int | None = None
    team_id: int | None = None
    profile: str | None = None

    @property
    def as_work(self) -> Shift:
        """The work as the law sees it."""
        name = translate.DECLARED if self.shift_id is None else str(self.shift_id)
        return translate.worked(
            self.starts_at, self.ends_at, self.break_minutes, self.organisation_id, name
        )


def year_around(period: Period) -> Period:
    """Give the window in which work can matter to the law for this period."""
    return Period(period.starts_at - _YEAR, period.ends_at + _YEAR)


def work_of(worker_ids: Iterable[int], window: Period) -> dict[int, list[Busy]]:
    """Give all work of each worker that touches a window, in order of time; two queries."""
    wanted = list(worker_ids)
    return _in_order(wanted, _rostered(wanted, window), people.declared_work(wanted, window))


def work_and_first_days(
    worker_ids: Iterable[int], window: Period, declared: Declared
) -> tuple[dict[int, list[Busy]], dict[int, dict[int, date]]]:
    """Give the same, work elsewhere being known already, with `first_days`; one query."""
    wanted = list(worker_ids)
    nothing = Value(None, IntegerField())
    firsts = _first_rows(wanted).values_list(
        "worker_id",
        "first",
        "first",
        Value(_IS_FIRST, IntegerField()),
        "shift__organisation_id",
        nothing,
        nothing,
        Value(None, CharField()),
    )
    rows = list(_rostered(wanted, window).union(firsts, all=True))
    work = _in_order(wanted, (row for row in rows if row[3] != _IS_FIRST), declared)
    begun = ((row[0], row[4], row[1]) for row in rows if row[3] == _IS_FIRST)
    return work, _days(wanted, begun)


def _rostered(wanted: list[int], window: Period) -> QuerySet[Assignment, Any]:
    return (
        Assignment.objects.filter(
            worker_id__in=wanted, starts_at__lt=window.ends_at, ends_at__gt=window.starts_at
        )
        .exclude(state=AssignmentState.CANCELLED)
        .values_list("worker_id", *_COLUMNS)
    )


def _in_order(
    wanted: list[int], rows: Iterable[tuple[Any, ...]], declared: Declared
) -> dict[int, list[Busy]]:
    found: dict[int, list[Busy]] = {worker_id: [] for worker_id in wanted}
    for worker_id, *row in rows:
        found[worker_id].append(Busy(*row))
    for worker_id, told in declared.items():
        found[worker_id] += [Busy(one.starts_at, one.ends_at, one.break_minutes) for one in told]
    for work in found.values():
        work.sort(key=lambda busy: busy.starts_at)
    return found


def first_days(worker_ids: Iterable[int]) -> dict[int, dict[int, date]]:
    """Give for each worker the first day on the roster of each organisation, ever; one query."""
    wanted = list(worker_ids)
    firsts = _first_rows(wanted)
    return _days(wanted, firsts.values_list("worker_id", "shift__organisation_id", "first"))


def _first_rows(wanted: list[int]) -> QuerySet[Any, Any]:
    rows = Assignment.objects.filter(worker_id__in=wanted).exclude(state=AssignmentState.CANCELLED)
    grouped = rows.values("worker_id", "shift__organisation_id")
    found: QuerySet[Any, Any] = grouped.annotate(first=Min("starts_at"))
    return found


def _days(
    wanted: list[int], firsts: Iterable[tuple[int, int, datetime]]
) -> dict[int, dict[int, date]]:
    found: dict[int, dict[int, date]] = {worker_id: {} for worker_id in wanted}
    for worker_id, organisation_id, starts_at in firsts:
        found[worker_id][organisation_id] = starts_at.astimezone(AMSTERDAM).date()
    return found


def record_of(
    worker: Worker, work: Iterable[Busy], on: date, profile: str | None = None
) -> WorkRecord:
    """Give the record of a worker, judged by the strictest profile of all organisations involved.

    `profile` is that of the organisation that considers a shift.
    """
    rows = list(work)
    involved = {row.profile for row in rows if row.profile is not None}
    return WorkRecord(
        [row.as_work for row in rows],
        translate.strictest(involved | ({profile} if profile else set())),
        translate.age_group(worker.youth_until, on),
        translate.restriction(worker.planning_restriction, worker.restriction_until, on),
        worker=worker.name,
    )


def work_records(
    worker_ids: Iterable[int], around: Period, profile: str | None = None
) -> dict[int, WorkRecord]:
    """Give each worker's record of all work around a period: every organisation, planned and
    declared work included; three queries."""
    work = work_of(worker_ids, year_around(around))
    return {
        worker.pk: record_of(worker, work[worker.pk], around.local_day(), profile)
        for worker in people.workers(work).values()
    }


def breaches(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings that make a roster unlawful."""
    return tuple(finding for finding in findings if finding.severity is Severity.BREACH)
