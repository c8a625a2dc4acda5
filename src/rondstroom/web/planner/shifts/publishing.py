"""From draft to published: shifts that need people, and the roster of a team."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as demand_queries
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed
from rondstroom.web.planner.findings import told_all
from rondstroom.web.planner.spans import Span, chosen_span
from rondstroom.web.planner.undo import remember


@planner
def publish(request: HttpRequest) -> HttpResponse:
    """Show what opens up when these drafts are published; publish them."""
    drafts = _drafts(request)
    if request.method == "POST" and drafts:
        try:
            demand.publish_shifts(shift_ids=[shift.pk for shift in drafts], **signed(request))
        except UnableToAct as refusal:
            messages.error(request, str(refusal))
        else:
            number = len(drafts)
            said = ngettext("%d dienst staat open.", "%d diensten staan open.", number) % number
            remember(request, "published", said, shifts=[shift.pk for shift in drafts])
            return back(request)
    context = {
        "drafts": drafts,
        "places": sum(shift.places for shift in drafts),
        "instant": sum(shift.sign_up == SignUp.INSTANT for shift in drafts),
        "asked": sum(shift.sign_up == SignUp.REQUEST for shift in drafts),
        "past": [shift for shift in drafts if shift.starts_at < timezone.now()],
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "planner/publish.html", context)


@planner
def publish_roster(request: HttpRequest) -> HttpResponse:
    """Show what the law says of a team's roster and who hears of it; make it known."""
    team = access.chosen_team(request, access.teams_of(request))
    span = chosen_span(request)
    if request.method == "POST" and team:
        try:
            rosters.publish_roster(
                team=team,
                starts_on=span.starts_on,
                ends_on=span.last_on,
                **signed(request),
            )
        except UnableToAct as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Het rooster is gepubliceerd."))
            return redirect(f"{reverse('planner:week')}?team={team.pk}&day={span.starts_on}")
    if team is None:
        return redirect("planner:week")
    context = {"team": team, "span": span, **_roster_check(team, span)}
    return render(request, "planner/publish_roster.html", context)


def _drafts(request: HttpRequest) -> list[Any]:
    """Give the drafts named one by one, or all of a team's week or month."""
    if request.method == "POST" or "shift" in request.GET:
        named = (request.POST or request.GET).getlist("shift")
        chosen = demand_queries.shifts([access.number(pk) for pk in named]).values()
        return _of_own(request, [one for one in chosen if one.state == ShiftState.DRAFT])
    team = access.chosen_team(request, access.teams_of(request))
    shifts = _shifts(team, chosen_span(request)) if team else []
    return [shift for shift in shifts if shift.state == ShiftState.DRAFT]


def _of_own(request: HttpRequest, shifts: list[Any]) -> list[Any]:
    """Answer 404 when one of them is of an organisation this planner does not plan for."""
    own = {row.pk for row in access.organisations_of(request)}
    return [found(shift if shift.organisation_id in own else None) for shift in shifts]


def _shifts(team: Any, span: Span) -> list[Any]:
    bounds = span.period.starts_at, span.period.ends_at
    return list(demand_queries.shifts_of_team(team.pk, *bounds))


def _roster_check(team: Any, span: Span) -> dict[str, Any]:
    """Give the planned assignments of the span, and what the law finds in it."""
    by_shift = roster_queries.assignments_of_shifts([shift.pk for shift in _shifts(team, span)])
    assignments = [row for rows in by_shift.values() for row in rows]
    judged = roster_queries.findings_of_team(team.pk, span.starts_on, span.last_on)
    findings = told_all(judged.values())
    planned = [row for row in assignments if row.state == AssignmentState.PLANNED]
    return {
        "planned": planned,
        "people": len({row.worker_id for row in planned}),
        "findings": findings,
        "code": work_code.code_findings_of_roster(
            team, span.starts_on, span.last_on, timezone.now()
        ),
        "blocking": roster_queries.breaches_of_team(team.pk, span.starts_on, span.last_on),
    }
