"""What a worker asked for, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.matching.states import RequestState
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

PER_PAGE = 20
LIVING = (RequestState.REQUESTED, RequestState.WAITING)


@require_safe
@for_worker
def requests(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what still waits for an answer with its term, and then what was answered."""
    asked = matching.requests_of(worker.pk)
    page = Paginator(asked.exclude(state__in=LIVING), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "living": asked.filter(state__in=LIVING).order_by("shift__starts_at"),
        "page": page,
        "now": timezone.now(),
    }
    return render(request, "worker/requests.html", context)
