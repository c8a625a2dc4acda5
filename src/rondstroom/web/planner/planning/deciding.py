"""A person decides on a proposal: all of it, a team, a day, or line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.rooms.rosters.states import LineState
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.week.grid import day_of


@planner
@require_POST
def run_accept(request: HttpRequest, run_id: int) -> HttpResponse:
    """Take over the chosen lines as planned assignments; say what could no longer be done."""
    run = access.run(request, run_id)
    chosen = _chosen(request, run)
    if chosen is None:
        return redirect("planner:run", run.pk)
    try:
        decision = rosters.accept_lines(run=run, line_ids=chosen, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return redirect("planner:run", run.pk)
    taken, refused = len(decision.accepted), len(decision.refused)
    said = ngettext("%d voorstel overgenomen.", "%d voorstellen overgenomen.", taken) % taken
    messages.success(request, said)
    if refused:
        told = ngettext("%d kon niet meer.", "%d konden niet meer.", refused) % refused
        messages.warning(request, told + " " + _("Bij de regel staat waarom."))
    return redirect("planner:run", run.pk)


@planner
@require_POST
def run_reject(request: HttpRequest, run_id: int) -> HttpResponse:
    """Put the chosen lines aside."""
    run = access.run(request, run_id)
    chosen = _chosen(request, run)
    if chosen is None:
        return redirect("planner:run", run.pk)
    try:
        number = rosters.reject_lines(run=run, line_ids=chosen, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        said = ngettext("%d voorstel niet overgenomen.", "%d voorstellen niet overgenomen.", number)
        messages.success(request, said % number)
    return redirect("planner:run", run.pk)


def _chosen(request: HttpRequest, run: Any) -> Sequence[int] | None:
    """Give the open lines that the pressed button stands for; say so when there are none."""
    lines = [line for line in roster_queries.lines_of(run.pk) if line.state == LineState.OPEN]
    team, day, single = (request.POST.get(name, "") for name in ("team", "day", "single"))
    if "all" in request.POST:
        chosen = lines
    elif team:
        chosen = [line for line in lines if str(line.shift.team_id) == team]
    elif day:
        chosen = [line for line in lines if day_of(line.shift).isoformat() == day]
    else:
        ticked = {single} if single else set(request.POST.getlist("line"))
        chosen = [line for line in lines if str(line.pk) in ticked]
    if not chosen:
        messages.info(request, _("Er is niets gekozen dat nog op een besluit wacht."))
        return None
    return [line.pk for line in chosen]
