"""How candidates for a shift are put in order: the criteria and what they count for, for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries
from rondstroom.rooms.people import queries as people
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


@require_safe
@for_worker
def ranking(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what counts at each employer of this worker, how much, and by whose decision."""
    today = timezone.localdate()
    places = {
        tie.organisation_id: tie.organisation for tie in people.engagements_of(worker.pk, today)
    }
    held = [(place, queries.weights_for(pk, today)) for pk, place in places.items()]
    rows = [
        (place, weights, [(one, weights.values[one.key]) for one in queries.CRITERIA])
        for place, weights in held
    ]
    return render(request, "worker/ranking.html", {"rows": rows, "most": queries.MOST_WEIGHT})
