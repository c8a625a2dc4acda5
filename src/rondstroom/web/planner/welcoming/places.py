"""The own locations: what they tell whoever comes, and what is shown there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.learning import actions as learning
from rondstroom.rooms.learning import queries
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations import queries as houses
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import EvaluationSide
from rondstroom.web.components.belonging import ChecklistForm, shares_in_words, told_in
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.welcoming.forms import LocationForm, TeamForm

Save = Callable[[Any], None]


@planner
def places(request: HttpRequest) -> HttpResponse:
    """List the own locations, with what is still untold there."""
    mine = _locations(request)
    lists = queries.checklists_of(one.pk for one in mine)
    rows = [
        {
            "location": one,
            "untold": [form.label for name, form in _fields() if not getattr(one, name)],
            "checklist": lists.get(one.pk),
        }
        for one in mine
    ]
    return render(request, "planner/welcoming/places.html", {"rows": rows})


def _fields() -> list[tuple[str, forms.Field]]:
    return list(LocationForm.base_fields.items())


def _locations(request: HttpRequest) -> list[Any]:
    mine = access.organisations_of(request)
    return [one for house in mine for one in houses.locations_of(house.pk)]


@planner
def place(request: HttpRequest, location_id: int) -> HttpResponse:
    """Show and keep what one location tells and shows; each part is saved by itself."""
    location = found(next((one for one in _locations(request) if one.pk == location_id), None))
    parts = _parts(request, location)
    asked = request.POST.get("part", "")
    refusal = ""
    if request.method == "POST":
        form, save, _team = found(parts.get(asked))
        if form.is_valid():
            try:
                save(form)
            except UnableToAct as refused:
                refusal = str(refused)
            else:
                messages.success(request, _("Bewaard."))
                return redirect("planner:place", location.pk)
    context = {
        "location": location,
        "about": parts["location"][0],
        "teams": [(team, form, key) for key, (form, _save, team) in parts.items() if team],
        "steps": parts["checklist"][0],
        "checklist": queries.checklist_of(location.pk),
        "refusal": refusal,
        **_together(location),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "planner/welcoming/place.html", context, status=status)


def _parts(request: HttpRequest, location: Any) -> dict[str, tuple[forms.Form, Save, Any]]:
    """Give each part of the page: its form, how it is kept, and the team it is about."""
    sent = request.POST.get("part", "")
    by = signed(request)

    def given(kind: Any, part: str, initial: dict[str, Any]) -> Any:
        data = request.POST if request.method == "POST" and sent == part else None
        return kind(data, initial=initial, prefix=part)

    def about(form: Any) -> None:
        organisations.describe_location(location=location, **form.cleaned_data, **by)

    def shown(form: Any) -> None:
        learning.set_checklist(location=location, steps=form.said(), **by)

    parts: dict[str, tuple[forms.Form, Save, Any]] = {
        "location": (given(LocationForm, "location", vars(location)), about, None),
        "checklist": (
            given(ChecklistForm, "checklist", told_in(queries.checklist_of(location.pk))),
            shown,
            None,
        ),
    }
    for team in houses.teams_of(location.organisation_id).filter(location=location):
        key = f"team-{team.pk}"
        parts[key] = (given(TeamForm, key, vars(team)), _team_kept(team, by), team)
    return parts


def _together(location: Any) -> dict[str, Any]:
    """Give how people felt here, when enough of them told."""
    found_ = rosters.location_scores([location.pk], timezone.now()).get(location.pk)
    shares = shares_in_words(found_, EvaluationSide.WORKER) if found_ else []
    return {"together": found_, "shares": shares}


def _team_kept(team: Any, by: dict[str, Any]) -> Save:
    def kept(form: Any) -> None:
        organisations.describe_team(team=team, **form.cleaned_data, **by)

    return kept
