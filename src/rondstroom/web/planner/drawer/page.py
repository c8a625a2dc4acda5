"""Showing one shift: as a drawer beside the week, or as a page of its own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.web.components.hours.annual import After, told_after
from rondstroom.web.planner import access
from rondstroom.web.planner.cascade.words import told as rings
from rondstroom.web.planner.desk import planner, wants_part, way_back
from rondstroom.web.planner.undo import last_step
from rondstroom.web.planner.words import aside, told

SHOWN_ALMOST = 12


@planner
def shift(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Show who works a shift, who asked for it, who could and why, and what happened to it."""
    template = "planner/drawer.html" if wants_part(request) else "planner/shift.html"
    return render(request, template, shown(request, access.shift(request, shift_id)))


def shown(request: HttpRequest, shift: Any, **more: Any) -> dict[str, Any]:
    """Give everything that the drawer shows of a shift."""
    now = timezone.now()
    working = rosters.assignments_of_shifts([shift.pk])[shift.pk]
    free = max(shift.places - len(working), 0)
    lives = shift.state != ShiftState.CANCELLED and shift.ends_at > now
    candidates = matching.candidates(shift, now) if lives and free else None
    return {
        "shift": shift,
        "working": [(row, list(aside(row.reasons))) for row in working],
        "free": free,
        "learners": rosters.learners_beside([shift.pk])[shift.pk],
        "lives": lives,
        "requests": list(matching.requests_of_shift(shift.pk)),
        "questions": list(messages.questions_about(f"shift:{shift.pk}")),
        "candidates": candidates,
        "code": work_code.notes_of_shift(shift, now) if lives else None,
        "annual": _annual(shift, candidates, now),
        "almost": candidates.almost[:SHOWN_ALMOST] if candidates else [],
        "cascades": [(row, rings(row)) for row in matching.cascades_of_shift(shift.pk)],
        "history": told(journal.entries_about(f"shift:{shift.pk}")),
        "now": now,
        "next": way_back(request),
        "undo": last_step(request),
        **more,
    }


def _annual(shift: Any, candidates: Any, now: Any) -> dict[int, After]:
    """Give what this shift does to the annual hours of the own people who could work it."""
    if candidates is None:
        return {}
    shown = [*candidates.eligible, *candidates.almost[:SHOWN_ALMOST]]
    return told_after(shift, [one.worker_id for one in shown if one.is_own], now)
