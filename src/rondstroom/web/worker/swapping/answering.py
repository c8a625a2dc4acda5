"""What is offered to me and by me, and one swap with the answers I may give."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.states import LIVING_SWAPS, AssignmentState, SwapState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.worker.access import for_worker, own_assignment

if TYPE_CHECKING:
    from datetime import datetime

    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment, Swap

PER_PAGE = 20
AHEAD = timedelta(days=42)


@require_safe
@for_worker
def swaps(request: HttpRequest, worker: Worker) -> HttpResponse:
    """Show what waits for my answer, what colleagues offer to anyone, and what I was part of."""
    now = timezone.now()
    mine = queries.swaps_of(worker)
    over = mine.exclude(state__in=LIVING_SWAPS)
    context = {
        "living": mine.filter(state__in=LIVING_SWAPS, answer_by__gt=now),
        "open": queries.swaps_for_anyone(worker, now),
        "page": Paginator(over, PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "worker/swapping/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_worker
def swap(request: HttpRequest, worker: Worker, swap_id: int) -> HttpResponse:
    """Show one swap; a yes or no of whose turn it is goes to the others at once."""
    now = timezone.now()
    row = _mine(worker, swap_id, now)
    refusal = _answer(request, worker, row) if request.method == "POST" else ""
    if request.method == "POST" and not refusal:
        return redirect("worker:swap", row.pk)
    row = found(queries.swap(swap_id))
    is_mine = row.assignment.worker_id == worker.pk
    lives = row.state in LIVING_SWAPS and row.answer_by > now
    asked = row.state == SwapState.ASKED and not is_mine
    context = {
        "swap": row,
        "is_mine": is_mine,
        "lives": lives,
        "my_turn": lives and (asked or (is_mine and row.state == SwapState.OFFERED)),
        "returns": _returns(worker, now) if asked and _must_choose(row) else [],
        "must_choose": asked and _must_choose(row),
        "refusal": refusal,
    }
    return render(request, "worker/swapping/swap.html", context, status=409 if refusal else 200)


def _mine(worker: Worker, swap_id: int, at: datetime) -> Swap:
    """Give a swap that this worker is part of, or that is offered to anyone within reach."""
    row = found(queries.swap(swap_id))
    if worker.pk in {row.assignment.worker_id, row.wanted_id, row.taker_id}:
        return row
    is_open = row.wanted_id is None and row.state == SwapState.ASKED
    if is_open and queries.is_within_reach(worker, row.assignment.shift):
        return row
    raise Http404(_("Deze pagina bestaat niet, of is niet voor jou."))


def _must_choose(row: Swap) -> bool:
    return row.wants_return and row.in_return_id is None


def _returns(worker: Worker, at: datetime) -> list[Assignment]:
    """Give my coming shifts that I can still give away."""
    rows = queries.assignments_of_worker(worker.pk, at, at + AHEAD)
    mine = [one for one in rows if one.state == AssignmentState.CONFIRMED]
    return [one for one in mine if at < queries.cancel_until(one)]


def _answer(request: HttpRequest, worker: Worker, row: Swap) -> str:
    """Do what was answered; give why not, in words, or nothing."""
    signed: dict[str, Any] = {"by": account_of(request), "at": timezone.now()}
    try:
        if request.POST.get("answer") != "yes":
            actions.end_swap(swap=row, **signed)
            messages.success(request, _("Doorgegeven. Er verandert niets in een rooster."))
            return ""
        chosen = request.POST.get("in_return", "")
        back = own_assignment(worker, int(chosen)) if chosen.isdecimal() else None
        done = actions.accept_swap(swap=row, taker=worker, in_return=back, **signed)
    except UnableToAct as refusal:
        return str(refusal)
    messages.success(request, _said(SwapState(done.state)))
    return ""


def _said(state: SwapState) -> str:
    if state is SwapState.DONE:
        return _("Geregeld. Je rooster is bijgewerkt.")
    if state is SwapState.OFFERED:
        return _("Aangeboden. Zegt je collega ja, dan wordt er geruild.")
    return _("Jullie zijn het eens. De roosteraar kijkt ernaar; tot dan verandert er niets.")
