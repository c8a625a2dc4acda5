"""Rolling out a team's demand over weeks: first what would happen, then doing exactly that."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.periods import week_start
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.queries import Following
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.spans import UnableToReadDay, read_day
from rondstroom.web.planner.undo import remember

WEEKS = 4
LONGEST_DAYS = 93


@planner
def roll_out(request: HttpRequest) -> HttpResponse:
    """Show what happens to the shifts of a team; do it when that is sent."""
    teams = access.teams_of(request)
    team = access.chosen_team(request, teams)
    if team is None:
        return redirect("planner:week")
    first, last = _days(request)
    if request.method == "POST" and (answer := _do(request, team, first, last)):
        return answer
    found = queries.demand_changes(team.pk, first, last, timezone.now())
    names = {row.pk: row.code for row in skills.functions()}
    context = {
        "team": team,
        "teams": teams,
        "first": first,
        "last": last,
        "right": found.right,
        "mark": found.mark,
        "total": len(found.changes),
        "kinds": [
            (kind.value, [(one, _function(one, names)) for one in rows])
            for kind in Following
            if (rows := [one for one in found.changes if one.what == kind])
        ],
    }
    return render(request, "planner/base/roll_out.html", context)


def _function(change: Any, names: dict[int, str]) -> str:
    """Give the function that is asked, by its code."""
    pk = change.need.slot.function if change.need else change.shift.function_id
    return names.get(pk, "") if pk else ""


def _days(request: HttpRequest) -> tuple[date, date]:
    """Give the first and last day: from the address, else four weeks from the next Monday."""
    told = request.POST or request.GET
    monday = week_start(timezone.localdate()) + timedelta(days=7)
    days = []
    for name, usual in (("first", monday), ("last", None)):
        text = told.get(name, "")
        try:
            days.append(read_day(text, timezone.now()) if text else usual)
        except UnableToReadDay:
            messages.warning(request, _("%s is geen dag.") % text)
            days.append(usual)
    first = days[0] or monday
    last = days[1] or first + timedelta(days=7 * WEEKS - 1)
    return first, max(first, min(last, first + timedelta(days=LONGEST_DAYS)))


def _do(request: HttpRequest, team: Any, first: date, last: date) -> HttpResponse | None:
    try:
        done = rosters.follow_demand(
            team=team,
            starts_on=first,
            ends_on=last,
            seen=request.POST.get("seen", ""),
            **signed(request),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return None
    number = sum(many for what, many in done.counts.items() if what != Following.STAYS)
    said = ngettext("%d dienst is aangepast.", "%d diensten zijn aangepast.", number) % number
    which = {"added": done.added, "resized": done.resized, "lapsed": done.lapsed}
    remember(request, "rolled-out", said, team=team.pk, **which)
    return redirect(f"{reverse('planner:week')}?team={team.pk}&day={first.isoformat()}")
