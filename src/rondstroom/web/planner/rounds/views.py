"""Opening weeks for wishes, seeing them fill, and having the engine complete them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.periods import day_period
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, queries
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.shifts.forms import DateInput
from rondstroom.web.planner.shifts.offering import offer


class RoundForm(forms.Form):
    """For which team, which weeks, and until when."""

    team = forms.ChoiceField(label=gettext_lazy("Voor"))
    starts_on = forms.DateField(label=gettext_lazy("Van"), widget=DateInput())
    ends_on = forms.DateField(label=gettext_lazy("Tot en met"), widget=DateInput())
    wishes_until = forms.DateField(label=gettext_lazy("Wensen tot en met"), widget=DateInput())

    def __init__(self, *arguments: Any, teams: list[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._teams = {str(team.pk): team for team in teams}
        offer(self, "team", [(t.pk, f"{t.location.name}, {t.name}") for t in teams])

    def said(self) -> dict[str, Any]:
        """Give what the action takes; the last day of wishing is a whole day."""
        said = self.cleaned_data
        until: datetime = day_period(said["wishes_until"]).ends_at
        return {
            "team": self._teams[said["team"]],
            "starts_on": said["starts_on"],
            "ends_on": said["ends_on"],
            "wishes_until": until,
        }


@planner
def rounds(request: HttpRequest) -> HttpResponse:
    """Show the rounds of my teams, and open another."""
    teams = access.teams_of(request)
    form = RoundForm(request.POST or None, teams=teams)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.open_round(**form.said(), **signed(request))
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De ronde is open. Het team krijgt bericht."))
            return redirect("planner:round", row.pk)
    rows = queries.rounds_of_teams(team.pk for team in teams)
    context = {"form": form, "rounds": rows[:40]}
    status = 422 if request.method == "POST" else 200
    return render(request, "planner/rounds/list.html", context, status=status)


@planner
def round_(request: HttpRequest, round_id: int) -> HttpResponse:
    """Show cover and conflicts of one round; on sending, ask the engine to complete it."""
    row = access.round_(request, round_id)
    refusal = ""
    if request.method == "POST":
        try:
            done = actions.complete_round(round_=row, **signed(request))
        except UnableToAct as error:
            refusal = str(error)
        else:
            return redirect("planner:run", done.run_id)
    cover, names = queries.cover_of_round(row), queries.who_wishes(row)
    context = {
        "round": row,
        "is_open": queries.is_open(row, timezone.now()),
        "cover": [(one, names.get(one.shift.pk, [])) for one in cover],
        "places": sum(one.free for one in cover),
        "wished": sum(min(one.wished, one.free) for one in cover),
        "crowded": sum(one.is_crowded for one in cover),
        "refusal": refusal,
    }
    return render(request, "planner/rounds/round.html", context, status=409 if refusal else 200)
