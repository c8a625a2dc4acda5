"""My annual hours: what was agreed, what is done and planned, and where the year ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rondstroom.web.components.hours.annual import rows_of, titles
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


@require_safe
@for_worker
def balance(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show the year under each contract with annual hours; a concept of the planner is not told."""
    rows = rows_of(timezone.now(), worker_ids=[worker.pk], with_concepts=False)
    _who, *names = titles()
    shown = [(row, list(zip(names, row.cells, strict=False))) for row in rows]
    return render(request, "worker/hours/balance.html", {"rows": shown})
