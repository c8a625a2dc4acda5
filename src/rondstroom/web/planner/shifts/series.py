"""Making a series of shifts: first the days it will have, then the shifts themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from flexpool.periods import Period, shift_period
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.shifts.series_form import SeriesForm
from rondstroom.web.planner.shifts.writing import proposed, state_asked


@dataclass(frozen=True, slots=True)
class Planned:
    """One shift of the series; `odd_minutes` is what a clock change adds or takes."""

    period: Period
    odd_minutes: int = 0


@planner
def series(request: HttpRequest) -> HttpResponse:
    """Show the days of a series; make its shifts when the planner says so."""
    teams = access.teams_of(request)
    form = SeriesForm(request.POST or None, teams=teams, initial=proposed(request, teams))
    planned: Sequence[Planned] = ()
    if request.method == "POST" and form.is_valid():
        planned = preview(form)
        if "preview" not in request.POST and (answer := _make(request, form)):
            return answer
    return render(request, "planner/series.html", {"form": form, "planned": planned})


def preview(form: SeriesForm) -> list[Planned]:
    """Give every shift the form stands for, and mark the nights with a clock change."""
    starts, ends = form.cleaned_data["starts"], form.cleaned_data["ends"]
    usual = shift_period(date(2001, 1, 1), starts, ends).minutes
    periods = [shift_period(day, starts, ends) for day in form.days()]
    return [Planned(period, period.minutes - usual) for period in periods]


def _make(request: HttpRequest, form: SeriesForm) -> HttpResponse | None:
    try:
        made = demand.create_series(
            first={
                **form.values(),
                "state": state_asked(request),
                "source_key": form.source_key,
            },
            weekdays=form.cleaned_data["weekdays"],
            until=form.cleaned_data["until"],
            **signed(request),
        )
    except UnableToAct as refusal:
        if refusal.code != "taken":
            form.add_error(None, str(refusal))
            return None
        messages.info(request, _("Deze reeks was al gemaakt. Er is niets dubbel gedaan."))
    else:
        said = ngettext("%d dienst is gemaakt.", "%d diensten zijn gemaakt.", len(made))
        messages.success(request, said % len(made))
    week = f"?team={form.cleaned_data['team']}&day={form.cleaned_data['day']}"
    return redirect(reverse("planner:week") + week)
