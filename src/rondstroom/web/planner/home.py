"""The first page: what must be solved today, the most urgent first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner
from rondstroom.web.planner.queue.gathering import gathered
from rondstroom.web.planner.queue.lines import Kind, by_band, counted
from rondstroom.web.planner.queue.open_shifts import per_team
from rondstroom.web.planner.undo import last_step

SHOWN = 60


@planner
def home(request: HttpRequest) -> HttpResponse:
    """Show everything that waits in one list, with what is the matter, by when, and what to do."""
    now = timezone.now()
    mine = access.organisations_of(request)
    queue = gathered([row.pk for row in mine], now)
    kind = request.GET.get("kind", "")
    lines = [one for one in queue.lines if not kind or one.kind == kind]
    context = {
        "organisations": mine,
        "bands": by_band(lines[:SHOWN], now),
        "left": max(len(lines) - SHOWN, 0),
        "kinds": counted(queue.lines),
        "kind": kind if kind in set(Kind) else "",
        "total": len(queue.lines),
        "open_total": sum(row.free for row in queue.opened),
        "urgent_total": sum(row.free for row in queue.opened if row.is_urgent),
        "teams": per_team(queue.opened),
        "waiting_total": len(queue.requests),
        "late_total": sum(row.answer_due_at < now for row in queue.requests),
        "breaches_total": queue.breaches,
        "now": now,
        "undo": last_step(request),
    }
    return render(request, "planner/home.html", context)
