"""Putting people on a shift and taking them off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.settlement import queries as settlement
from rondstroom.rooms.skills import actions as skills
from rondstroom.web.components.words import when
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import back, planner, signed
from rondstroom.web.planner.undo import remember
from rondstroom.web.planner.week.grid import day_of


@planner
@require_POST
def assign(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Give the chosen worker a place, with a typed reason when something stands in the way."""
    shift = access.shift(request, shift_id)
    worker_id = access.number(request.POST.get("worker"))
    worker = access.candidate(request, shift.organisation_id, day_of(shift), worker_id)
    reason = request.POST.get("override_reason", "").strip()
    if "override" in request.POST and not reason:
        messages.error(request, _("Schrijf op waarom je dit toch doet: dat komt in het logboek."))
        return back(request, "planner:shift", shift.pk)
    try:
        made = matching.book_on_behalf(
            worker=worker, shift=shift, override_reason=reason, **signed(request)
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        _ask_register(request, refusal, worker)
    else:
        said = _("%(name)s werkt %(when)s.") % {"name": worker.name, "when": when(shift)}
        remember(request, "assigned", said, assignment=made.pk)
    return back(request, "planner:shift", shift.pk)


def _ask_register(request: HttpRequest, refusal: UnableToAct, worker: Any) -> None:
    """Put the question to the register in the queue when that is all that is in the way."""
    if getattr(refusal, "asks_register", False) and skills.want_register(
        worker=worker, **signed(request)
    ):
        messages.info(
            request,
            _("Het BIG-register wordt nu gevraagd. Probeer het over een paar minuten weer."),
        )


@planner
@require_POST
def unassign(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Take a worker off a shift; the reason goes in the journal."""
    assignment = access.assignment(request, assignment_id)
    reason = request.POST.get("reason", "").strip()
    try:
        rosters.cancel(assignment=assignment, **signed(request), reason=reason)
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("%(name)s werkt niet meer %(when)s.") % {
            "name": assignment.worker.name,
            "when": when(assignment.shift),
        }
        remember(request, "unassigned", said, assignment=assignment.pk, state=assignment.state)
        if settlement.hours_of_assignment(assignment.pk) is not None:
            messages.warning(
                request,
                _("%(name)s krijgt deze dienst toch betaald: afzeggen was te laat. Zie Uren.")
                % {"name": assignment.worker.name},
            )
    return back(request, "planner:shift", assignment.shift_id)


@planner
@require_POST
def add_place(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Make room for one more person on a shift."""
    shift = access.shift(request, shift_id)
    before = shift.places
    try:
        demand.change_shift(shift=shift, places=before + 1, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("De dienst heeft nu %d plaatsen.") % (before + 1)
        remember(request, "changed", said, shift=shift.pk, before={"places": before})
    return back(request, "planner:shift", shift.pk)
