"""Making one shift, and changing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as demand_queries
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.planner import access
from rondstroom.web.planner.before import before, only
from rondstroom.web.planner.desk import planner, signed, way_back
from rondstroom.web.planner.shifts.forms import ShiftForm, filled_from
from rondstroom.web.planner.undo import remember


@planner
def shift_new(request: HttpRequest) -> HttpResponse:
    """Make one shift, as a draft or open at once."""
    teams = access.teams_of(request)
    form = ShiftForm(request.POST or None, teams=teams, initial=proposed(request, teams))
    if request.method == "POST" and form.is_valid():
        try:
            made = _made(request, form)
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De dienst is gemaakt."))
            return redirect("planner:shift", made.pk)
    return render(request, "planner/shift_new.html", {"form": form, "next": way_back(request)})


def _made(request: HttpRequest, form: ShiftForm) -> Any:
    """Give the shift of a form; the one that it made before when it is sent again."""
    values, key = form.values(), form.source_key
    known = demand_queries.shift_by_source_key(values["team"].location.organisation_id, key)
    if known is not None:
        return known
    return demand.create_shift(
        **values, source_key=key, state=state_asked(request), **signed(request)
    )


@planner
def shift_edit(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Change a shift; who works it already is checked again by the action."""
    shift = access.shift(request, shift_id)
    was = before(shift)
    form = ShiftForm(
        request.POST or None, teams=access.teams_of(request), initial=filled_from(shift)
    )
    if request.method == "POST" and form.is_valid():
        try:
            names = demand.change_shift(shift=shift, **form.values(), **signed(request))
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            if names:
                text, kept = _("De dienst is gewijzigd."), only(was, names)
                remember(request, "changed", text, shift=shift.pk, before=kept)
            return redirect("planner:shift", shift.pk)
    return render(request, "planner/shift_edit.html", {"form": form, "shift": shift})


def state_asked(request: HttpRequest) -> ShiftState:
    """Give the state that the pressed button stands for."""
    return ShiftState.PUBLISHED if "publish" in request.POST else ShiftState.DRAFT


def proposed(request: HttpRequest, teams: list[Any]) -> dict[str, Any]:
    """Give what the address already says about a new shift: team and day, or which to copy."""
    if copied := request.GET.get("copy"):
        return filled_from(access.shift(request, access.number(copied)))
    team = access.chosen_team(request, teams)
    return {"team": team.pk if team else None, "day": request.GET.get("day", "")}
