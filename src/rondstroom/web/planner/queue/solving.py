"""Doing the next step of many lines at once: first seen, then done, and taken back in one go."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.states import CascadeState
from rondstroom.rooms.settlement import actions as settlement
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.queue.marked import MOST, marked, thing_of
from rondstroom.web.planner.undo import Step, given, remember


@planner
def solve(request: HttpRequest) -> HttpResponse:
    """Show what happens to each ticked line; do it when that is sent."""
    if request.method == "POST":
        return _do(request)
    marks = list(dict.fromkeys(request.GET.getlist("line")))
    if not marks:
        messages.info(request, _("Vink eerst aan wat je samen wilt doen."))
        return redirect("planner:home")
    now = timezone.now()
    context = {
        "marked": [marked(request, mark, now) for mark in marks[:MOST]],
        "left": max(len(marks) - MOST, 0),
        "most": MOST,
    }
    return render(request, "planner/queue/solve.html", context)


def _do(request: HttpRequest) -> HttpResponse:
    """Do each by itself: one that cannot be done hinders no other, and says why."""
    steps: list[Step] = []
    done = 0
    for mark in request.POST.getlist("line")[:MOST]:
        verb, thing = thing_of(request, mark)
        try:
            step = _VERBS[verb](request, thing)
        except UnableToAct as refusal:
            messages.error(request, str(refusal))
        else:
            done += 1
            steps += [step] if step else []
    if done:
        said = ngettext("%d regel is gedaan.", "%d regels zijn gedaan.", done) % done
        if steps:
            remember(request, "many", said, steps=steps)
        else:
            messages.success(request, said)
    return redirect("planner:home")


def _ask(request: HttpRequest, shift: Any) -> Step | None:
    cascade = matching.start_cascade(shift=shift, **signed(request))
    if cascade.state != CascadeState.RUNNING:  # ended at once: there is nothing to stop
        return None
    return {"kind": "asked", "cascade": cascade.pk}


def _give(request: HttpRequest, row: Any) -> Step | None:
    matching.accept_request(request=row, **signed(request))
    return given(row)


def _agree(request: HttpRequest, seen: Any) -> Step | None:
    row, version = seen
    settlement.approve_hours(hours=row, version=version, **signed(request))
    return None


_VERBS = {"ask": _ask, "give": _give, "agree": _agree}
