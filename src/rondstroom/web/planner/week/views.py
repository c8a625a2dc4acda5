"""The pages of a team's week or month."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner
from rondstroom.web.planner.findings import told_all
from rondstroom.web.planner.spans import Span, chosen_span
from rondstroom.web.planner.undo import last_step
from rondstroom.web.planner.week import days, facts, grid


@planner
def week(request: HttpRequest) -> HttpResponse:
    """Show the week as a grid, and on a narrow screen as a list."""
    return _show(request, "planner/week.html", chosen_span(request, "week"))


@planner
def week_list(request: HttpRequest) -> HttpResponse:
    """Show the week as a list, on every screen."""
    return _show(request, "planner/list.html", chosen_span(request, "week"))


@planner
def month(request: HttpRequest) -> HttpResponse:
    """Show the month: cover on a calendar, shifts in a list."""
    return _show(request, "planner/month.html", chosen_span(request, "month"))


@planner
def week_print(request: HttpRequest) -> HttpResponse:
    """Show the week as it goes on the wall: no buttons, one page."""
    return _show(request, "planner/week_print.html", chosen_span(request, "week"))


def _show(request: HttpRequest, template: str, span: Span) -> HttpResponse:
    teams = access.teams_of(request)
    team = access.chosen_team(request, teams)
    context = {"teams": teams, "team": team, "span": span, "undo": last_step(request)}
    if team:
        context.update(_drawn(team, span))
    return render(request, template, context)


def _drawn(team: Any, span: Span) -> dict[str, Any]:
    """Give the roster in every form that a page may show it in."""
    read = facts.read(team, span)
    drawn = grid.build(read)
    return {
        "grid": drawn,
        "days": days.listed(read, drawn.days),
        "weeks": days.weeks(drawn.days),
        "findings": told_all(read.findings.values()),
        "today": timezone.localdate(),
        "where": f"?team={team.pk}&day={span.starts_on.isoformat()}",
    }
