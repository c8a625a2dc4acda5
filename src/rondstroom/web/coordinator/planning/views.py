"""Asking for a plan over a pool, following it, and seeing what each organisation made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as roster_queries
from rondstroom.rooms.rosters.states import LineState, RunState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.coordinator import access
from rondstroom.web.coordinator.planning.forms import RegionPlanForm
from rondstroom.web.coordinator.spans import chosen_span

SHOWN_RUNS = 10
_BUSY = {RunState.QUEUED, RunState.RUNNING}


@dataclass(frozen=True, slots=True)
class Share:
    """What a plan means for one organisation, and what its planner decided so far."""

    organisation: Any
    open: int
    proposed: int
    borrowed: int
    decided: dict[str, int]

    @property
    def left_share(self) -> float:
        """Which part of its open places would stay open."""
        return (self.open - self.proposed) / self.open if self.open else 0.0

    @property
    def accepted(self) -> int:
        """Lines taken over."""
        return self.decided.get(LineState.ACCEPTED, 0)

    @property
    def waiting(self) -> int:
        """Lines that nobody decided on yet."""
        return self.decided.get(LineState.OPEN, 0)

    @property
    def not_taken(self) -> int:
        """Lines put aside, or that could not be any more."""
        return self.decided.get(LineState.REJECTED, 0) + self.decided.get(LineState.REFUSED, 0)


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_planning
def plan(request: HttpRequest) -> HttpResponse:
    """Ask the engine who can fill what is open in a pool; see what was asked before."""
    span = chosen_span(request)
    begun = {"starts_on": span.starts_on, "last_on": span.last_on}
    pools = list(organisations.all_pools())
    form = RegionPlanForm(request.POST or None, pools=pools, initial=begun)
    if request.method == "POST" and form.is_valid():
        try:
            run = rosters.ask_for_region(
                pool=form.chosen_pool,
                starts_on=form.cleaned_data["starts_on"],
                ends_on=form.cleaned_data["last_on"],
                seconds=form.cleaned_data["seconds"],
                by=account_of(request),
                at=timezone.now(),
            )
        except UnableToAct as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("coordinator:run", run.pk)
    context = {"form": form, "pools": pools, "runs": roster_queries.runs_of_region()[:SHOWN_RUNS]}
    status = 422 if request.method == "POST" else 200
    return render(request, "coordinator/planning/plan.html", context, status=status)


@require_safe
@access.for_planning
def run(request: HttpRequest, run_id: int) -> HttpResponse:
    """Follow a plan while it searches; then show the shares of the organisations."""
    one = found(roster_queries.run_of_region(run_id))
    is_busy = one.state in _BUSY
    if getattr(request, "htmx", False):
        if not is_busy:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "coordinator/planning/progress.html", {"run": one})
    shares = _shares(one)
    context = {
        "run": one,
        "is_busy": is_busy,
        "shares": shares,
        "open": sum(share.open for share in shares),
        "proposed": sum(share.proposed for share in shares),
        "accepted": sum(share.accepted for share in shares),
    }
    return render(request, "coordinator/planning/run.html", context)


def _shares(run: Any) -> list[Share]:
    names = {one.pk: one for one in access.every_organisation()}
    decided = roster_queries.decided_parts(run.pk)
    return [
        Share(
            names[told["organisation"]],
            told["open"],
            told["proposed"],
            told["borrowed"],
            decided.get(told["organisation"], {}),
        )
        for told in run.result.get("shares", [])
        if told["organisation"] in names
    ]


@require_POST
@access.for_planning
def run_stop(request: HttpRequest, run_id: int) -> HttpResponse:
    """Ask a plan to stop; the best so far becomes the proposal."""
    one = found(roster_queries.run_of_region(run_id))
    rosters.stop_plan(run=one, by=account_of(request), at=timezone.now())
    messages.info(request, _("Het zoeken stopt. Het beste rooster tot nu toe blijft staan."))
    return redirect("coordinator:run", one.pk)
