"""Asking for a plan, following it, stopping it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from flexpool.periods import day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.rooms.rosters.states import RunState
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed, wants_part
from rondstroom.web.planner.planning import curve, proposal
from rondstroom.web.planner.planning.forms import WHOLE, PlanForm
from rondstroom.web.planner.planning.why import Why, next_in_line
from rondstroom.web.planner.spans import chosen_span

SHOWN_RUNS = 10
WEEK = timedelta(days=6)
_BUSY = {RunState.QUEUED, RunState.RUNNING}


@planner
def plan(request: HttpRequest) -> HttpResponse:
    """Ask the engine for a roster of a week or month, and see what was asked before."""
    organisation = access.chosen_organisation(request)
    teams = list(organisations.teams_of(organisation.pk))
    form = PlanForm(request.POST or None, teams=teams, initial=_proposed(request))
    if request.method == "POST" and form.is_valid():
        try:
            run = rosters.ask_for_plan(
                organisation=organisation,
                team=form.chosen_team,
                starts_on=form.cleaned_data["starts_on"],
                ends_on=form.cleaned_data["last_on"],
                seconds=form.cleaned_data["seconds"],
                **signed(request),
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("planner:run", run.pk)
    runs = roster_queries.runs_of(organisation.pk)[:SHOWN_RUNS]
    mine = access.organisations_of(request)
    context = {"form": form, "organisation": organisation, "organisations": mine, "runs": runs}
    return render(request, "planner/plan.html", context)


@planner
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Follow a run while it searches; read its proposal when it is done."""
    found = access.run(request, run_id)
    is_busy = found.state in _BUSY
    if wants_part(request):
        if is_busy:
            return render(request, "planner/run_progress.html", _progress(found))
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = _progress(found)
    if not is_busy:
        context["proposal"] = _proposal(found)
    return render(request, "planner/run.html", context)


def _proposal(run: Any) -> proposal.Proposal:
    """Read what a run proposes beside the roster as it is now."""
    begin, end = day_period(run.starts_on).starts_at, day_period(run.ends_on).ends_at
    if run.team_id:
        shifts = list(demand.shifts_of_team(run.team_id, begin, end))
    else:
        shifts = list(demand.shifts_of_organisation(run.organisation_id, begin, end))
    kept = run.result.get("explained", {})
    names = {pk: one.name for pk, one in people.workers(next_in_line(kept)).items()}
    filled = roster_queries.filled_places([shift.pk for shift in shifts])
    lines = list(roster_queries.lines_of(run.pk))
    return proposal.read(run, lines, shifts, proposal.Around(filled, Why(kept, names)))


def _progress(run: Any) -> dict[str, Any]:
    points = curve.read_points(run.progress.get("history", []))
    latest = points[-1] if points else None
    return {
        "run": run,
        "busy": run.state in _BUSY,
        "points": points,
        "latest": latest,
        "gap_percent": latest.gap * 100 if latest and latest.gap is not None else None,
        "curve": curve.draw(points),
    }


@planner
@require_POST
def run_stop(request: HttpRequest, run_id: int) -> HttpResponse:
    """Ask a run to stop; the best roster so far becomes the proposal."""
    found = access.run(request, run_id)
    try:
        rosters.stop_plan(run=found, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.info(request, _("Het zoeken stopt. Het beste rooster tot nu toe blijft staan."))
    return redirect("planner:run", found.pk)


def _proposed(request: HttpRequest) -> dict[str, Any]:
    """Propose what is still to come of the days asked for, or else the week from today."""
    span, today = chosen_span(request), timezone.localdate()
    days = {"starts_on": max(span.starts_on, today), "last_on": span.last_on}
    if "day" not in request.GET or span.last_on < today:
        days = {"starts_on": today, "last_on": today + WEEK}
    return {"team": request.GET.get("team", WHOLE), **days}
