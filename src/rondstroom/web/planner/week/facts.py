"""Reading everything that a team's week is drawn from, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.planner.spans import Span
from rondstroom.web.planner.week.cells import Origin
from rondstroom.web.planner.week.grid import Facts

_HIRED = {EngagementForm.AGENCY, EngagementForm.SELF_EMPLOYED}


def read(team: Any, span: Span) -> Facts:
    """Read a team's shifts, who works them, who else belongs to the team, and what they said."""
    organisation_id = team.location.organisation_id
    starts_at, ends_at = span.period.starts_at, span.period.ends_at
    shifts = list(demand.shifts_of_team(team.pk, starts_at, ends_at))
    by_shift = rosters.assignments_of_shifts([shift.pk for shift in shifts])
    assignments = [row for rows in by_shift.values() for row in rows]
    engaged = list(people.engaged_workers([organisation_id], span.starts_on))
    shown = _shown(team, engaged, assignments)
    shown_ids = [worker.pk for worker in shown]
    everything = rosters.assignments_of_workers(shown_ids, starts_at, ends_at)
    return Facts(
        days=span.days,
        shifts=shifts,
        assignments=assignments,
        people=shown,
        origins=_origins(engaged, organisation_id),
        agreed_minutes=_agreed(engaged, organisation_id, len(span.days)),
        wishes=_wishes(people.can_work(shown_ids, span.starts_on, span.ends_on)),
        elsewhere=[row for row in everything if row.shift_id not in by_shift],
        findings=rosters.findings_of_team(team.pk, span.starts_on, span.last_on),
    )


def _shown(team: Any, engaged: Iterable[Any], assignments: Iterable[Any]) -> list[Any]:
    """Give the people of the team first, then who else works here, each by name."""
    own = {
        worker.pk: worker
        for worker in engaged
        if any(engagement.team_id == team.pk for engagement in worker.engagements.all())
    }
    others = {row.worker_id: row.worker for row in assignments if row.worker_id not in own}
    by_name = sorted(others.values(), key=lambda worker: (worker.name, worker.pk))
    return [*own.values(), *by_name]


def _origins(engaged: Iterable[Any], organisation_id: int) -> dict[int, Origin]:
    """Tell of everybody engaged here: own, or external when hired; the others are of the pool."""
    origins: dict[int, Origin] = {}
    for worker in engaged:
        forms = {row.form for row in _here(worker, organisation_id)}
        origins[worker.pk] = "external" if forms and forms <= _HIRED else "own"
    return origins


def _agreed(engaged: Iterable[Any], organisation_id: int, days: int) -> dict[int, int]:
    return {
        worker.pk: sum(row.minutes_per_week for row in _here(worker, organisation_id)) * days // 7
        for worker in engaged
    }


def _here(worker: Any, organisation_id: int) -> list[Any]:
    return [row for row in worker.engagements.all() if row.organisation_id == organisation_id]


def _wishes(
    said: Mapping[int, Mapping[tuple[date, Any], Any]],
) -> dict[tuple[int, date], dict[str, str]]:
    wishes: dict[tuple[int, date], dict[str, str]] = defaultdict(dict)
    for worker_id, cells in said.items():
        for (day, part), wish in cells.items():
            wishes[worker_id, day][part] = wish
    return wishes
