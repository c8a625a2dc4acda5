"""The first page: what must be solved today, the most urgent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import RunState
from rondstroom.web.planner import access
from rondstroom.web.planner.asking.views import waiting_at
from rondstroom.web.planner.desk import planner
from rondstroom.web.planner.findings import told_all
from rondstroom.web.planner.undo import last_step

AHEAD_DAYS = 14
SHOWN = 16
URGENT_HOURS, SOON_HOURS = 24, 72


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A shift with free places, and how near it is."""

    shift: Any
    free: int
    hours_left: float

    @property
    def urgency(self) -> str:
        """The nearest bound it falls within."""
        if self.hours_left <= URGENT_HOURS:
            return "urgent"
        return "soon" if self.hours_left <= SOON_HOURS else "later"


@planner
def home(request: HttpRequest) -> HttpResponse:
    """Show open shifts, waiting requests, findings of the law, and proposals to decide on."""
    now = timezone.now()
    mine = access.organisations_of(request)
    ids = [row.pk for row in mine]
    opened = open_places(ids, now)
    waiting = [row for pk in ids for row in matching.requests_waiting(pk)]
    findings = _findings(ids, now)
    runs = [run for pk in ids for run in rosters.runs_of(pk)[:SHOWN]]
    context = {
        "organisations": mine,
        "urgencies": by_urgency(opened[:SHOWN]),
        "open_total": sum(row.free for row in opened),
        "urgent_total": sum(row.free for row in opened if row.urgency == "urgent"),
        "teams": per_team(opened),
        "waiting": waiting[:SHOWN],
        "waiting_total": len(waiting),
        "late_total": sum(row.answer_due_at < now for row in waiting),
        "findings": findings[:SHOWN],
        "breaches_total": sum(finding.is_breach for finding in findings),
        "proposals": [run for run in runs if run.state == RunState.PROPOSED],
        "unproven": rosters.open_gate_tasks(ids, now)[:SHOWN],
        "questions": waiting_at(ids)[:SHOWN],
        "now": now,
        "undo": last_step(request),
    }
    return render(request, "planner/home.html", context)


def open_places(organisation_ids: Sequence[int], now: datetime) -> list[OpenShift]:
    """Give the published shifts of the coming two weeks with free places, the nearest first."""
    until = now + timedelta(days=AHEAD_DAYS)
    shifts = list(demand.open_shifts(now, until, organisation_ids))
    filled = rosters.filled_places([shift.pk for shift in shifts])
    return [
        OpenShift(shift, free, (shift.starts_at - now).total_seconds() / 3600)
        for shift in shifts
        if (free := shift.places - filled[shift.pk]) > 0
    ]


def by_urgency(opened: Sequence[OpenShift]) -> list[tuple[str, list[OpenShift]]]:
    """Give the shifts under the bound they fall within, the nearest bound first."""
    return [(name, list(rows)) for name, rows in groupby(opened, key=lambda row: row.urgency)]


def per_team(opened: Sequence[OpenShift]) -> list[tuple[Any, int]]:
    """Give each team with its free places, the shortest of people first."""
    free: Counter[int] = Counter()
    teams = {}
    for row in opened:
        free[row.shift.team_id] += row.free
        teams[row.shift.team_id] = row.shift.team
    return [(teams[pk], places) for pk, places in free.most_common()]


def _findings(organisation_ids: Sequence[int], now: datetime) -> list[Any]:
    """Put in words what the law finds in the coming two weeks, in all teams together."""
    first = timezone.localdate(now)
    found = rosters.findings_of_organisations(
        organisation_ids, first, first + timedelta(days=AHEAD_DAYS - 1)
    )
    return told_all(found.values())
