"""Show the planner what filling shifts took: actions and minutes, by where people came from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries
from rondstroom.web.components.effort import effort_spans
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner


@require_safe
@planner
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
    return render(request, "planner/effort/effort.html", context)
