"""What is the matter with the roster: gate, law, people who do not know it yet, proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.periods import AMSTERDAM
from flexpool.periods import at as moment
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import RunState
from rondstroom.web.components.words import day, when
from rondstroom.web.planner.findings import told
from rondstroom.web.planner.queue.lines import Action, Kind, Line, Risk
from rondstroom.web.planner.queue.open_shifts import AHEAD

_RUNS = 16


def gate(organisation_ids: Sequence[int], now: datetime) -> list[Line]:
    """Give who is on a coming shift and may not work it any more, with what would cure that."""
    return [
        Line(
            Kind.GATE,
            Risk.CARE_OR_LAW,
            one.assignment.starts_at,
            f"{one.assignment.worker.name}: {when(one.assignment.shift)}",
            reverse("planner:shift", args=[one.assignment.shift_id]),
            _("Los het op vóór de dienst begint, of zet iemand anders in."),
            Action(_("Bekijk de dienst"), reverse("planner:shift", args=[one.assignment.shift_id])),
            reasons=tuple((block.text, block.remedy) for block in one.blocks),
        )
        for one in rosters.open_gate_tasks(organisation_ids, now)
    ]


def learners(organisation_ids: Sequence[int], now: datetime) -> list[Line]:
    """Give who learns on a coming shift while no colleague stands beside."""
    return [
        Line(
            Kind.LEARNER,
            Risk.CARE_OR_LAW,
            one.starts_at,
            f"{one.worker.name}: {when(one.shift)}",
            reverse("planner:welcome", args=[one.pk]),
            _("Kies een collega die dan werkt, of haal deze meeloper van de dienst."),
            Action(_("Kies een buddy"), reverse("planner:welcome", args=[one.pk])),
        )
        for one in rosters.unaccompanied(organisation_ids, now)
    ]


def law(
    found: Mapping[int, Iterable[Any]], organisation_ids: Sequence[int], now: datetime
) -> list[Line]:
    """Give each finding of the law at the first coming shift of ours that it touches.

    What only touches work that is over can no longer be solved here; the week shows it.
    """
    if not found:
        return []
    coming: dict[int, list[Any]] = {}
    for row in rosters.assignments_of_workers(found, now, now + AHEAD):
        if row.shift.organisation_id in organisation_ids and row.starts_at > now:
            coming.setdefault(row.worker_id, []).append(row)
    return [
        _finding(finding, row)
        for worker_id, findings in found.items()
        for finding in findings
        if (row := _touched(coming.get(worker_id, ()), finding.period))
    ]


def _touched(rows: Iterable[Any], period: Any) -> Any:
    """Give the first of the assignments that a period touches."""
    return next(
        (row for row in rows if row.starts_at < period.ends_at and row.ends_at > period.starts_at),
        None,
    )


def _finding(finding: Any, row: Any) -> Line:
    words = told(finding)
    page = reverse("planner:shift", args=[row.shift_id])
    return Line(
        Kind.LAW,
        Risk.CARE_OR_LAW if words.is_breach else Risk.PAPER,
        row.starts_at,
        f"{words.name}: {when(row.shift)}",
        page,
        f"{words.text} {words.article}",
        Action(_("Bekijk de dienst"), page),
        reasons=((words.cure, ""),) if words.cure else (),
    )


def unknown(organisation_ids: Sequence[int], now: datetime) -> list[Line]:
    """Give the teams in which people are planned soon and do not know it: nothing is published."""
    teams: dict[int, list[Any]] = {}
    for row in rosters.planned_assignments(organisation_ids, now, now + AHEAD):
        teams.setdefault(row.shift.team_id, []).append(row)
    return [_unknown(rows) for rows in teams.values()]


def _unknown(rows: Sequence[Any]) -> Line:
    first, team = rows[0], rows[0].shift.team
    on = first.starts_at.astimezone(AMSTERDAM).date()
    page = f"{reverse('planner:publish_roster')}?team={team.pk}&day={on.isoformat()}"
    number = len({row.worker_id for row in rows})
    words = ngettext(
        "%(number)d collega weet nog niet van een dienst",
        "%(number)d collega's weten nog niet van een dienst",
        number,
    )
    return Line(
        Kind.UNKNOWN,
        Risk.PERSON_WAITS,
        first.starts_at,
        f"{team.location.name}, {team.name}",
        page,
        words % {"number": number},
        Action(_("Publiceer het rooster"), page),
    )


def proposals(organisation_ids: Sequence[int]) -> list[Line]:
    """Give the proposals of the planner that nobody decided on yet; due when their days begin."""
    runs = [run for pk in organisation_ids for run in rosters.runs_of(pk)[:_RUNS]]
    return [_proposal(run) for run in runs if run.state == RunState.PROPOSED]


def _proposal(run: Any) -> Line:
    page = reverse("planner:run", args=[run.pk])
    whose = run.team.name if run.team else _("hele organisatie")
    return Line(
        Kind.PROPOSAL,
        Risk.PERSON_WAITS,
        moment(run.starts_on, time()),
        f"{whose}, {day(run.starts_on)} – {day(run.ends_on)}",
        page,
        _("Een voorstel wacht op je besluit"),
        Action(_("Besluit"), page),
    )
