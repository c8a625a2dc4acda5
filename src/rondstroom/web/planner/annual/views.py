"""Where the people of a team with annual hours stand, and where the year ends; also as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.people import queries as people
from rondstroom.web.components.hours.annual import Row, file_of, rows_of, titles
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner


@require_safe
@planner
def annual(request: HttpRequest) -> HttpResponse:
    """Show one team: who leaves the corridor on top."""
    teams = access.teams_of(request)
    team = access.chosen_team(request, teams)
    context = {"teams": teams, "team": team, "rows": _rows(team), "titles": titles()}
    return render(request, "planner/annual/list.html", context)


@require_safe
@planner
def annual_file(request: HttpRequest) -> HttpResponse:
    """Give the same as a file."""
    team = access.chosen_team(request, access.teams_of(request))
    return file_of(_rows(team), timezone.localdate())


def _rows(team: Any) -> list[Row]:
    if team is None:
        return []
    now = timezone.now()
    members = people.engaged_in_team(team.pk, timezone.localdate(now)).values_list("pk", flat=True)
    asked = {"organisation_ids": [team.location.organisation_id], "worker_ids": list(members)}
    return rows_of(now, **asked)
