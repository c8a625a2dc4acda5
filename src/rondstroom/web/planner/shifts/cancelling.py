"""Cancelling a shift, after having seen whom it touches."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed


@planner
def shift_cancel(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Show who loses this shift and who hears of it; cancel it with a reason."""
    shift = access.shift(request, shift_id)
    working = rosters.assignments_of_shifts([shift.pk])[shift.pk]
    reason = request.POST.get("reason", "").strip()
    error = ""
    if request.method == "POST" and not reason:
        error = _(
            "Schrijf op waarom de dienst vervalt: dat komt in het logboek en bij wie hem vroeg."
        )
    elif request.method == "POST":
        try:
            demand.cancel_shift(shift=shift, reason=reason, **signed(request))
        except UnableToAct as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("De dienst is vervallen."))
            return redirect("planner:shift", shift.pk)
    asked = list(matching.requests_of_shift(shift.pk))
    context = {"shift": shift, "working": working, "requests": asked}
    context |= {"reason": reason, "error": error}
    context["code"] = work_code.notes_of_shift(shift, timezone.now()) if working else None
    return render(request, "planner/shift_cancel.html", context)


@planner
@require_POST
def withdraw(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Take an open shift back to draft; nobody sees it any more."""
    shift = access.shift(request, shift_id)
    try:
        demand.withdraw_shift(shift=shift, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("De dienst is weer een concept."))
    return redirect("planner:shift", shift.pk)
