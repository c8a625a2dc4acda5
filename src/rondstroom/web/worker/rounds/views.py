"""The rounds of my team, and one of them: what is needed, what is wished, and my wishes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, queries
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Round


@require_safe
@for_worker
def rounds(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show the weeks for which my teams put in wishes."""
    now = timezone.now()
    mine = queries.rounds_for(worker, timezone.localdate(now))
    rows = [(one, queries.is_open(one, now)) for one in mine]
    return render(request, "worker/rounds/list.html", {"rounds": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def round_(request: HttpRequest, worker: Worker, round_id: int) -> HttpResponse:
    """Show one round by day with the cover as it fills; a tap puts a wish in or takes it back.

    First what one may wish for and has; the team's other shifts are folded away.
    """
    now = timezone.now()
    mine = queries.rounds_for(worker, timezone.localdate(now))
    row = found(next((one for one in mine if one.pk == round_id), None))
    refusal = _said(request, worker, row) if request.method == "POST" else ""
    if request.method == "POST" and not refusal:
        return redirect(f"{request.path}#shift-{request.POST.get('shift', '')}")
    is_open = queries.is_open(row, now)
    cover = (
        queries.cover_for(row, worker, now) if is_open else queries.cover_of_round(row, worker.pk)
    )
    for_me = [one for one in cover if one.is_mine or (one.free and one.is_allowed)]
    days = groupby(for_me, lambda one: timezone.localdate(one.shift.starts_at))
    context = {
        "round": row,
        "is_open": is_open,
        "days": [(day, list(shifts)) for day, shifts in days],
        "others": [one for one in cover if one not in for_me],
        "mine": [one for one in cover if one.is_mine],
        "refusal": refusal,
    }
    return render(request, "worker/rounds/round.html", context, status=409 if refusal else 200)


def _said(request: HttpRequest, worker: Worker, row: Round) -> str:
    """Put in or take back a wish; give why not, in words, or nothing."""
    number = request.POST.get("shift", "")
    shift = found(demand.shift(int(number)) if number.isdecimal() else None)
    does = actions.wish_for if request.POST.get("wish") == "yes" else actions.take_back_wish
    try:
        does(round_=row, worker=worker, shift=shift, by=account_of(request), at=timezone.now())
    except UnableToAct as refusal:
        return str(refusal)
    return ""
