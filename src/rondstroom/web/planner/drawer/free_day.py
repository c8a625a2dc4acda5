"""A free day of somebody: which open shifts of the team would fit, and why the others not."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from flexpool.periods import day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, wants_part, way_back
from rondstroom.web.planner.spans import UnableToReadDay, read_day


@planner
def free(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Show the open shifts of a team on one day, for one person."""
    now = timezone.now()
    team = access.chosen_team(request, access.teams_of(request))
    if team is None:
        raise Http404
    try:
        day = read_day(request.GET.get("day", ""), now)
    except UnableToReadDay:
        raise Http404 from None
    worker = access.candidate(request, team.location.organisation_id, day, worker_id)
    offers = [(shift, matching.eligibility(worker, shift, now)) for shift in _open(team, day)]
    template = "planner/shift/free.html" if wants_part(request) else "planner/free.html"
    context = {"worker": worker, "day": day, "team": team, "offers": offers}
    return render(request, template, {**context, "next": way_back(request)})


def _open(team: Any, day: Any) -> list[Any]:
    whole = day_period(day)
    shifts = list(demand.shifts_of_team(team.pk, whole.starts_at, whole.ends_at))
    filled = rosters.filled_places([shift.pk for shift in shifts])
    return [shift for shift in shifts if filled[shift.pk] < shift.places]
