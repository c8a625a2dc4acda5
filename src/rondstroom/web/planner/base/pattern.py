"""The demand of a team: the version that holds, and laying down the next one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.periods import week_start
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries
from rondstroom.rooms.demand.queries import Slot
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.base.forms import DemandForm, NeedForms, rows_of
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.spans import UnableToReadDay, read_day


@planner
def pattern(request: HttpRequest) -> HttpResponse:
    """Show what a team needs; lay down the next version when that is sent."""
    teams = access.teams_of(request)
    team = access.chosen_team(request, teams)
    if team is None:
        return redirect("planner:week")
    today = timezone.localdate()
    versions = list(queries.patterns_of(team.pk))
    holds = queries.pattern_on(versions, today)
    newest = versions[0] if versions else None
    slots = _proposed(request, teams, [Slot.of(one) for one in newest.slots] if newest else [])
    form = DemandForm(request.POST or None, initial=_initial(newest, today))
    needs = NeedForms(request.POST or None, initial=rows_of(slots))
    is_right = request.method == "POST" and form.is_valid() and needs.is_valid()
    if is_right and _set(request, team, form, needs):
        return redirect(f"{reverse('planner:roll_out')}?team={team.pk}")
    context = {
        "team": team,
        "teams": teams,
        "form": form,
        "needs": needs,
        "versions": versions,
        "holds": holds,
        "week": today - timedelta(days=7),
    }
    return render(request, "planner/base/pattern.html", context)


def _initial(newest: Any, today: date) -> dict[str, Any]:
    """Propose the next Monday: a version seldom begins halfway a week."""
    monday = week_start(today) + timedelta(days=7)
    return {"starts_on": monday, "cycle_weeks": newest.cycle_weeks if newest else 1}


def _proposed(request: HttpRequest, teams: list[Any], held: list[Slot]) -> list[Slot]:
    """Give what stands in the form: what holds, a real week of the team, or another team's."""
    team = access.chosen_team(request, teams)
    other = request.GET.get("copy")
    if other:
        chosen = found(next((one for one in teams if str(one.pk) == other), None))
        newest = queries.patterns_of(chosen.pk).first()
        return [Slot.of(one) for one in newest.slots] if newest else []
    week = request.GET.get("week")
    if week and team:
        try:
            return queries.slots_in_week(team.pk, week_start(read_day(week, timezone.now())))
        except UnableToReadDay:
            messages.warning(request, _("%s is geen dag. Je ziet wat er nu geldt.") % week)
    return held


def _set(request: HttpRequest, team: Any, form: DemandForm, needs: Any) -> bool:
    try:
        made = demand.set_demand(
            team=team,
            slots=[slot for one in needs for slot in one.slots()],
            **form.cleaned_data,
            **signed(request),
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    said = _("Versie %(version)d van %(team)s ligt vast. Kijk nu wat er met de diensten gebeurt.")
    messages.success(request, said % {"version": made.version, "team": team.name})
    return True
