"""What runs out: agreements, papers of lenders, letters, and the work code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.settlement import queries
from rondstroom.web.finance import access


@require_safe
@access.for_finance
def running_out(request: HttpRequest) -> HttpResponse:
    """Show the list, the nearest day first."""
    organisation = access.chosen_organisation(request)
    context = {
        "organisation": organisation,
        "organisations": access.organisations_of(request),
        "rows": queries.runs_out(organisation.pk, timezone.now()),
    }
    return render(request, "finance/obligations/deadlines.html", context)
