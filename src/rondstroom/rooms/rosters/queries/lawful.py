"""Whether a team's roster may be made known."""

from __future__ import annotations

from datetime import date

from flexpool.periods import Period
from flexpool.worktime import Finding
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries import work
from rondstroom.rooms.rosters.states import AssignmentState


def breaches_of_team(team_id: int, starts_on: date, ends_on: date) -> list[tuple[str, Finding]]:
    """Give what keeps a team's roster from being published, with the names.

    Breaches of the law, without what a planner set aside, with a reason, on a shift in that time.
    """
    found = {
        worker_id: work.breaches(findings)
        for worker_id, findings in work.findings_of_team(team_id, starts_on, ends_on).items()
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
