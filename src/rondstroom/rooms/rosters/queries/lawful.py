"""What the law says of a team's roster, and whether it may be made known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from flexpool.periods import Period, day_period
from flexpool.worktime import Finding
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import work
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.queries.work import Busy


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


def findings_with(
    worker: Worker, added: Iterable[Busy], span: Period
) -> tuple[list[Busy], tuple[Finding, ...]]:
    """Give the work that a worker has in a period already, and what the law finds with more added.

    Only findings that touch the period. Nothing is written.
    """
    known = work.work_of([worker.pk], work.year_around(span))[worker.pk]
    every = sorted([*known, *added], key=lambda one: one.starts_at)
    record = work.record_of(worker, every, span.local_day())
    had = [one for one in known if one.starts_at < span.ends_at and one.ends_at > span.starts_at]
    return had, tuple(one for one in record.findings if one.period.overlaps(span))


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
        for worker_id, record in work.work_records(rostered, span).items()
    }
    return {worker_id: findings for worker_id, findings in found.items() if findings}


def breaches_of_team(team_id: int, starts_on: date, ends_on: date) -> list[tuple[str, Finding]]:
    """Give what keeps a team's roster from being published, with the names.

    Breaches of the law, without what a planner set aside, with a reason, on a shift in that time.
    """
    found = {
        worker_id: work.breaches(findings)
        for worker_id, findings in findings_of_team(team_id, starts_on, ends_on).items()
    }
    aside = _set_aside(found)
    names = people.workers(found)
    return [
        (names[worker_id].name, finding)
        for worker_id, findings in found.items()
        for finding in findings
        if not any(
            finding.rule in rules and period.overlaps(finding.period)
            for period, rules in aside.get(worker_id, ())
        )
    ]


def _set_aside(found: dict[int, tuple[Finding, ...]]) -> dict[int, list[tuple[Period, set[str]]]]:
    """Give per worker the shifts on which rules were set aside with a reason, and which rules."""
    rows = Assignment.objects.filter(worker_id__in=[one for one, some in found.items() if some])
    aside: dict[int, list[tuple[Period, set[str]]]] = {}
    for row in rows.exclude(state=AssignmentState.CANCELLED):
        rules = {
            rule
            for reason in row.reasons
            if isinstance(reason, dict)
            for rule in reason.get("rules", ())
        }
        if rules:
            aside.setdefault(row.worker_id, []).append((Period(row.starts_at, row.ends_at), rules))
    return aside
