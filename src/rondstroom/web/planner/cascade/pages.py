"""Seeing whom a shift would reach, asking around, and following that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.states import CascadeState
from rondstroom.web.components.words import moment
from rondstroom.web.planner import access
from rondstroom.web.planner.cascade.words import in_a_row, reasons, told
from rondstroom.web.planner.desk import back, planner, signed, way_back
from rondstroom.web.planner.undo import remember


@planner
def ask(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Show whom each ring would reach and when; begin when that is sent."""
    shift = access.shift(request, shift_id)
    if request.method == "POST":
        return _begin(request, shift)
    seen = queries.cascade_forecast(shift, timezone.now())
    context = {
        "shift": shift,
        "seen": seen,
        "rings": [(one, reasons(one.kept_out)) for one in seen.rings],
        "in_a_row": in_a_row(one.reached for one in seen.rings if not one.skipped),
        "next": way_back(request),
        "prices": _prices(shift),
    }
    return render(request, "planner/cascade/ask.html", context)


def _prices(shift: Any) -> list[contracts.AskedPrice]:
    """Give what people from elsewhere would cost on this shift, and what VAT adds."""
    minutes = int((shift.ends_at - shift.starts_at).total_seconds()) // 60 - shift.break_minutes
    code = shift.function.code if shift.function else ""
    day = timezone.localdate(shift.starts_at)
    return contracts.prices_before_asking(shift.organisation_id, day, minutes, code)


def _begin(request: HttpRequest, shift: Any) -> HttpResponse:
    try:
        cascade = matching.start_cascade(shift=shift, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return back(request, "planner:shift", shift.pk)
    if cascade.state == CascadeState.RUNNING:
        remember(request, "asked", _in_words(cascade), cascade=cascade.pk)
    else:
        messages.success(request, _in_words(cascade))
    return back(request, "planner:shift", shift.pk)


def _in_words(cascade: Any) -> str:
    """Say how it stands just after it began."""
    if cascade.state != CascadeState.RUNNING:
        return _("De uitvraag is al klaar: %(how)s, %(why)s.") % {
            "how": CascadeState(cascade.state).label,
            "why": cascade.end_reason,
        }
    step = next((one for one in cascade.steps.all() if one.state == "open"), None)
    if step is None:
        return _("Er is niemand in eigen kring te vragen. Inhuur wacht op akkoord.")
    return _("%(number)d mensen zijn gevraagd (%(ring)s). Zij antwoorden tot %(until)s.") % {
        "number": step.reached,
        "ring": step.get_ring_display(),
        "until": moment(step.closes_at),
    }


@planner
def cascade(request: HttpRequest, cascade_id: int) -> HttpResponse:
    """Show everything that was asked, when, with which answer, and why a ring was skipped."""
    row = access.cascade(request, cascade_id)
    context = {"cascade": row, "shift": row.shift, "rings": told(row)}
    return render(request, "planner/cascade/whole.html", context)


@planner
@require_POST
def stop(request: HttpRequest, cascade_id: int) -> HttpResponse:
    """Stop asking; who was asked reads that it is no longer needed."""
    row = access.cascade(request, cascade_id)
    return _moved(request, row, matching.stop_cascade, _("De uitvraag is gestopt."))


@planner
@require_POST
def hurry(request: HttpRequest, cascade_id: int) -> HttpResponse:
    """Ask the next ring now."""
    row = access.cascade(request, cascade_id)
    return _moved(request, row, matching.next_ring, _("De volgende ring is aan de beurt."))


def _moved(request: HttpRequest, row: Any, action: Any, done: str) -> HttpResponse:
    try:
        action(cascade=row, **signed(request))
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return back(request, "planner:shift", row.shift_id)
