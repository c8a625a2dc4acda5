"""Handing over or swapping at once, for somebody who is ill or calls."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import actions, queries
from rondstroom.web.components.words import when
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.undo import remember
from rondstroom.web.planner.week.grid import day_of

HAND_OVER, SWAP = "worker", "assignment"


@planner
def exchange(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show who may take the shift and what could come back; on sending, do it at once."""
    row, now = access.assignment(request, assignment_id), timezone.now()
    refusal = ""
    if request.method == "POST":
        refusal = _do(request, row)
        if not refusal:
            return redirect("planner:shift", row.shift_id)
    found = matching.candidates(row.shift, now).eligible
    context = {
        "row": row,
        "shift": row.shift,
        "people": [one for one in found if one.worker_id != row.worker_id],
        "shifts": queries.swappable_with(row, now),
        "refusal": refusal,
    }
    status = 409 if refusal else 200
    return render(request, "planner/swapping/exchange.html", context, status=status)


def _do(request: HttpRequest, row: Any) -> str:
    """Let the shift change hands; give why not, in words, or nothing."""
    back = None
    if request.POST.get("how") == SWAP:
        back = access.assignment(request, access.number(request.POST.get(SWAP)))
    taker_id = back.worker_id if back else access.number(request.POST.get(HAND_OVER))
    taker = access.candidate(request, row.shift.organisation_id, day_of(row.shift), taker_id)
    try:
        made = actions.exchange(assignment=row, taker=taker, in_return=back, **signed(request))
    except UnableToAct as refusal:
        return str(refusal)
    said = _("%(name)s werkt %(when)s.") % {"name": taker.name, "when": when(row.shift)}
    if back:
        also = {"name": row.worker.name, "when": when(back.shift)}
        said = f"{said} {_('%(name)s werkt %(when)s.') % also}"
    remember(request, "exchanged", said, made=[one.pk for one in made], giver=row.worker_id)
    return ""
