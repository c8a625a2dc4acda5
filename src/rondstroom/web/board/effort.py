"""Show the board what filling shifts takes from planners; figures only, nobody by name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries
from rondstroom.web.board import access
from rondstroom.web.components.effort import effort_spans


@require_safe
@access.for_board
def effort(request: HttpRequest) -> HttpResponse:
    """Show the coming and the past four weeks of one organisation."""
    organisation = access.chosen_organisation(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "spans": effort_spans(organisation.pk, timezone.now()),
        "most_actions": queries.MOST_ACTIONS,
        "pause_minutes": queries.PAUSE_MINUTES,
    }
    return render(request, "board/effort.html", context)
