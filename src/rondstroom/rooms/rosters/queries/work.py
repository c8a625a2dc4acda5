"""All work of a person together, and what the working-time law says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Min, Q

from flexpool.periods import AMSTERDAM, Period, day_period
from flexpool.staffing import Shift
from flexpool.worktime import Finding, Severity, WorkRecord
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

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
    rows = (
        Assignment.objects.filter(
            worker_id__in=wanted, starts_at__lt=window.ends_at, ends_at__gt=window.starts_at
        )
        .exclude(state=AssignmentState.CANCELLED)
        .values_list("worker_id", *_COLUMNS)
    )
    found: dict[int, list[Busy]] = {worker_id: [] for worker_id in wanted}
    for worker_id, *row in rows:
        found[worker_id].append(Busy(*row))
    for worker_id, told in people.declared_work(wanted, window).items():
        found[worker_id] += [Busy(one.starts_at, one.ends_at, one.break_minutes) for one in told]
    for work in found.values():
        work.sort(key=lambda busy: busy.starts_at)
    return found


def first_days(worker_ids: Iterable[int]) -> dict[int, dict[int, date]]:
    """Give for each worker the first day on the roster of each organisation, ever; one query."""
    wanted = list(worker_ids)
    found: dict[int, dict[int, date]] = {worker_id: {} for worker_id in wanted}
    rows = Assignment.objects.filter(worker_id__in=wanted).exclude(state=AssignmentState.CANCELLED)
    firsts = rows.values_list("worker_id", "shift__organisation_id").annotate(Min("starts_at"))
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


def findings_of_team(
    team_id: int, starts_on: date, ends_on: date
) -> dict[int, tuple[Finding, ...]]:
    """Give for each worker rostered at the team what the law finds that touches these days.

    `ends_on` is the last day. All work of these people is judged, also elsewhere.
    """
    return _findings(Q(shift__team_id=team_id), starts_on, ends_on)


def findings_of_organisations(
    organisation_ids: Iterable[int], starts_on: date, ends_on: date
) -> dict[int, tuple[Finding, ...]]:
    """Give the same for everybody rostered at any team of these organisations; as many queries."""
    return _findings(Q(shift__organisation_id__in=list(organisation_ids)), starts_on, ends_on)


def _findings(where: Q, starts_on: date, ends_on: date) -> dict[int, tuple[Finding, ...]]:
    span = Period(day_period(starts_on).starts_at, day_period(ends_on).ends_at)
    rostered = (
        Assignment.objects.filter(where, starts_at__gte=span.starts_at, starts_at__lt=span.ends_at)
        .exclude(state=AssignmentState.CANCELLED)
        .values_list("worker_id", flat=True)
        .distinct()
    )
    found = {
        worker_id: tuple(f for f in record.findings if f.period.overlaps(span))
        for worker_id, record in work_records(rostered, span).items()
    }
    return {worker_id: findings for worker_id, findings in found.items() if findings}


def breaches(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings that make a roster unlawful."""
    return tuple(finding for finding in findings if finding.severity is Severity.BREACH)
